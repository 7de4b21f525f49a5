import { describe, expect, test } from 'vitest'
import { readReport } from '../../../../server/src/report/read.ts'
import type { LayoutName } from '../../../../server/src/report/report.ts'
import { htmlTables } from '../../../../server/src/report/writing/html-tables.ts'
import { pasted } from '../../../../server/src/report/writing/paste.ts'
import { planted } from '../../rules/planted.ts'

const EMPTY = readReport('')
const into = (html: string, fallback: LayoutName = 'pipes') => pasted(EMPTY, 0, html, fallback)

/** The tables of a report as HTML, one by one. */
const tablesOf = (year = 2023) => {
  const { text, figures } = planted({ year, layout: 'html' })
  return { html: text.match(/<table[\s\S]*?<\/table>/g) ?? [], figures }
}

const figuresIn = (text: string) =>
  Object.fromEntries(
    readReport(text).tables.flatMap(({ id, cells }) => [...cells].map(([key, { raw }]) => [`${id}/${key}`, raw])),
  )

describe.each(['pipes', 'tabs', 'html', 'bars'] as const)('pasted as %s', (layout) => {
  test.each([2020, 2023])('the tables of a report of %d keep every figure', (year) => {
    const { html, figures } = tablesOf(year)
    expect(html).toHaveLength(3)
    for (const table of html) {
      const text = into(table, layout) ?? ''
      const [read] = readReport(text).tables
      expect(read?.layout).toBe(layout)
      const wanted = [...figures].filter(([address]) => address.startsWith(`${read?.id}/`))
      expect(figuresIn(text)).toEqual(Object.fromEntries(wanted.map(([address, figure]) => [address, String(figure)])))
    }
  })
})

const WORD = (rows: string) =>
  `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style><!-- td {border:1px} --></style></head><body>
<!--StartFragment--><p class=MsoNormal>四、政府信息公开行政复议、行政诉讼情况</p>
<table class=MsoTableGrid border=1>${rows}</table><p>以上&nbsp;为全部。</p><!--EndFragment--></body></html>`

const REMEDIES = [
  '<tr><td colspan=5><p>行政复议</p></td><td colspan=10><p>行政诉讼</p></td></tr>',
  `<tr>${['维持', '纠正'].map((word) => `<td rowspan=2>结果<br>${word}</td>`).join('')}<td rowspan=2>其他<br>结果</td><td rowspan=2>尚未<br>审结</td><td rowspan=2>总计</td><td colspan=5>未经复议直接起诉</td><td colspan=5>复议后起诉</td></tr>`,
  `<tr>${'<td>结果维持</td><td>结果纠正</td><td>其他结果</td><td>尚未审结</td><td>总计</td>'.repeat(2)}</tr>`,
  `<tr>${['1', '0', '２', '0', '1,003', ...Array(10).fill('0')].map((figure) => `<td><p><span lang=EN-US>${figure}<o:p></o:p></span></p></td>`).join('')}</tr>`,
].join('\n')

test('from Word: the words around a table stay, figures as they were written', () => {
  const text = into(WORD(REMEDIES)) ?? ''
  expect(text).toMatch(/^四、政府信息公开行政复议、行政诉讼情况\n\n\| 行政复议 \|[\s\S]*\|\n\n以上 为全部。$/)
  expect(text).toContain('\n| 1 | 0 | ２ | 0 | 1,003 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n')
  expect(readReport(text).tables.map(({ id }) => id)).toEqual(['remedies'])
})

test.each([
  ['25', '<span lang=EN-US>2</span><span lang=EN-US>5</span>'],
  ['25', '<p class=MsoNormal><span lang=EN-US>2</span><span lang=EN-US>5<o:p></o:p></span></p>'],
  ['25', '<font>2</font><font>5</font>'],
  ['25', '<b>2</b>5'],
  ['25', '2<a name="_GoBack"></a>5'],
  ['25', '2<!-- x -->5'],
  ['25 1', '25<sup>1</sup>'],
  ['9 3', '<del>9</del><ins>3</ins>'],
  ['7 5', '<span style="display:none">7</span>5'],
])('what is read as %s is pasted so, without tags: %s', (figure, cell) => {
  const [table = ''] = tablesOf().html.filter((one) => one.includes('本年新收'))
  const changed = table.replace(/(本年新收[\s\S]*?<td[^>]*>)\d+(?=<)/, (_, before: string) => before + cell)
  expect(into(changed)).toMatch(new RegExp(`本年新收.*?\\| ${figure} \\|`))
  const few = `<table><tr><td>行政处罚</td><td>${cell}</td></tr><tr><td>行政强制</td><td>3</td></tr></table>`
  expect(into(few, 'tabs')).toBe(`行政处罚\t${figure}\n行政强制\t3`)
})

test('what the form does not have stays where it is', () => {
  const text = into(WORD(`${REMEDIES}<tr><td colspan=15>注：含2023年结转1件</td></tr>`), 'tabs') ?? ''
  expect(text).toContain('注：含2023年结转1件')
  expect(figuresIn(text)['remedies/reconsideration/total']).toBe('1,003')
})

test('a few rows are not made a whole table', () => {
  const rows = '<tr><td>行政处罚</td><td>12</td></tr><tr><td>行政强制</td><td>3</td></tr>'
  expect(into(`<table>${rows}</table>`)).toBe('| 行政处罚 | 12 |\n| --- | --- |\n| 行政强制 | 3 |')
  expect(into(`<table>${rows}</table>`, 'tabs')).toBe('行政处罚\t12\n行政强制\t3')
})

test.each([
  ['no table', '<p>规章 0 件，行政规范性文件 6 件</p>'],
  ['a table of something else', '<table><tr><td>姓名</td><td>电话</td></tr></table>'],
  ['a table that never ends', `<table><tr><td>${'<table><tr><td>'.repeat(2000)}`],
])('%s is pasted as always', (_, html) => {
  expect(into(html)).toBeUndefined()
})

test.each([
  ['merged cells', '<td colspan=100 rowspan=1000>1</td>'],
  ['cells in one row', '<td>1</td>'],
  ['rows', '<tr><td>1</td></tr>'],
])('a table of ever so many %s is none of the form', (_, piece) => {
  const row = '<tr><td>行政处罚</td><td>12</td></tr>'
  const html = `<table>${row}${piece.repeat(60_000)}${row.repeat(2)}</table>`
  expect(htmlTables(html).length).toBeLessThan(2)
  expect(typeof (into(html) ?? '')).toBe('string')
})

test('within a table it is pasted as always', () => {
  const { text } = planted()
  const report = readReport(text)
  const [table] = report.tables
  expect(pasted(report, (table?.span.start ?? 0) + 1, `<table>${REMEDIES}</table>`, 'tabs')).toBeUndefined()
})

test('the tables of the report say how it is written', () => {
  const report = readReport(planted({ layout: 'bars' }).text.replaceAll('\n', '\r\n'))
  const text = pasted(report, report.text.length, `<table>${REMEDIES}</table>`, 'tabs')
  expect(text).toMatch(/^行政复议 \| {2}\|[^\n]*\|\r\n/)
})

test('merged cells that reach too far are cut off, and words of hidden elements are left out', () => {
  const [table] = htmlTables(
    '<table><tr><td rowspan="999999999" colspan=-3>甲<style>b{}</style></td><td>1</td></tr><tr><td>2</td><td>3&lt;</td></tr></table>',
  )
  expect(table?.grid).toEqual([
    [
      { text: '甲', isFigure: false },
      { text: '1', isFigure: true },
      { text: '', isFigure: true },
    ],
    ['above', { text: '2', isFigure: true }, { text: '3<', isFigure: true }],
  ])
})
