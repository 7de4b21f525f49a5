import { equal, finding, findings, openFile, until, writeFile } from './host.ts'

const PACK = {
  formats: [
    {
      kind: 'inspection',
      id: '2024',
      years: { from: 2024 },
      titles: ['行政检查情况年度报告'],
      notice: { number: '青司发〔2024〕5号', title: '关于行政检查情况年度报告格式的通知' },
      sections: [{ id: 'figures', title: '一、行政检查数据' }],
      tables: [
        {
          id: 'inspections',
          title: '行政检查数据',
          section: 'figures',
          blocks: [
            {
              stub: '检查方式',
              columns: [
                { id: 'companies', label: '检查企业户数' },
                { id: 'people', label: '检查个人人数' },
                { id: 'total', label: '小计', total: true },
              ],
              rows: [
                { id: 'regular', label: '1.日常检查' },
                { id: 'special', label: '2.专项检查' },
              ],
            },
          ],
        },
      ],
      identities: [
        {
          table: 'inspections',
          rule: 'row-total',
          each: 'row',
          left: ['companies', 'people'],
          right: ['total'],
          holder: 'total',
        },
      ],
    },
  ],
}
const REPORT = `青禾县水务局2024年行政检查情况年度报告

一、行政检查数据

检查方式\t检查企业户数\t检查个人人数\t小计
1.日常检查\t31\t7\t39
2.专项检查\t12\t2\t14
`

suite('a format pack in the workspace', () => {
  test('has reports of its kind reviewed, and what is wrong in it is said in it', async () => {
    await writeFile('packed/own.report-format.json', JSON.stringify(PACK, null, 2))
    const document = await openFile('packed/deep/a.txt', REPORT)
    equal(document.getText((await finding(document, 'arithmetic/row-total')).range), '39')
    const wrong = JSON.stringify(PACK, null, 2).replace('"holder": "total"', '"holder": "nobody"')
    await writeFile('packed/own.report-format.json', wrong)
    await until('end of the finding', () => (findings(document).length === 0 ? true : undefined))
    const pack = await openFile('packed/own.report-format.json', wrong)
    const problem = await until('problem', () => findings(pack)[0])
    equal(pack.getText(problem.range), '"nobody"')
  })
})
