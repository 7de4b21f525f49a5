import { readFileSync } from 'node:fs'
import { CATALOGUE, type Catalogue } from '../../../server/src/formats/catalogue.ts'
import { parseFormatPack, withPacks } from '../../../server/src/formats/pack.ts'
import type { Format, FormatSource } from '../../../server/src/formats/schema.ts'

/** A kind of report that nobody has to write, with tables of every shape: what is said of a pack is tried on it. */
export const FORESTRY: FormatSource = {
  kind: 'forestry',
  id: '2020',
  years: { from: 2020 },
  titles: ['林木采伐情况年度报告', '林木采伐年度报告'],
  notice: { number: '青林发〔2020〕12号', title: '关于林木采伐情况年度报告格式的通知' },
  sections: [
    { id: 'summary', title: '一、基本情况' },
    { id: 'permits', title: '二、采伐许可办理情况' },
    { id: 'cases', title: '三、涉林案件办理情况' },
    { id: 'funds', title: '四、造林资金情况' },
    { id: 'remarks', title: '五、三年规划执行情况和其他说明' },
  ],
  tables: [
    {
      id: 'permits',
      title: '采伐许可办理情况',
      section: 'permits',
      groups: [
        { id: 'results', label: '三、本年度审批结果' },
        { id: 'refused', label: '（二）不予许可' },
      ],
      blocks: [
        {
          stub: '（各列：第一项加第二项，等于第三项加第四项）',
          columns: [
            { id: 'timber', label: '用材林', under: ['林种'] },
            { id: 'orchard', label: '经济林', under: ['林种'] },
            { id: 'shelter', label: '防护林', under: ['林种', '公益林'] },
            { id: 'special', label: '特种用途林', under: ['林种', '公益林'] },
            { id: 'total', label: '小计', under: ['林种'], total: true },
          ],
          rows: [
            { id: 'received', label: '一、本年收到采伐申请数量' },
            { id: 'broughtForward', label: '二、去年结转采伐申请数量' },
            { id: 'granted', label: '（一）准予采伐', in: ['results'] },
            { id: 'refused.quota', label: '1.超出采伐限额', in: ['results', 'refused'] },
            { id: 'refused.protected', label: '2.位于禁止采伐区域', in: ['results', 'refused'] },
            { id: 'refused.disputed', label: '3.林权有争议', in: ['results', 'refused'] },
            { id: 'total', label: '（三）审批结果总数', in: ['results'], total: true },
            { id: 'carriedForward', label: '四、转入下年继续审批' },
          ],
        },
      ],
    },
    {
      id: 'cases',
      title: '涉林案件办理情况',
      section: 'cases',
      shape: 'across',
      groups: [{ id: 'criminal', label: '刑事案件' }],
      blocks: [
        {
          columns: [
            { id: 'opened', label: '尚在侦办', under: ['立案'] },
            { id: 'closed', label: '已经办结', under: ['立案'] },
            { id: 'total', label: '立案数', total: true },
          ],
          rows: [
            { id: 'administrative', label: '林业行政案件' },
            { id: 'criminal.felling', label: '滥伐林木', in: ['criminal'] },
            { id: 'criminal.fire', label: '失火毁林', in: ['criminal'] },
          ],
        },
        {
          columns: [{ id: 'amount', label: '挽回损失（万元）', kind: 'amount' }],
          rows: [{ id: 'recovered', label: '挽回损失（万元）' }],
        },
      ],
    },
    {
      id: 'funds',
      title: '造林资金情况',
      section: 'funds',
      blocks: [
        {
          heading: '甲表 资金来源',
          stub: '资金类别',
          columns: [{ id: 'received', label: '本年到位金额（万元）', kind: 'amount' }],
          rows: [
            { id: 'grants', label: '财政补助造林款' },
            { id: 'levies', label: '森林植被恢复费' },
          ],
        },
        {
          heading: '乙表 资金使用',
          stub: '资金类别',
          columns: [
            { id: 'budget', label: '年初预算金额（万元）', kind: 'amount' },
            { id: 'adjusted', label: '年中调整金额（万元）', kind: 'change' },
            { id: 'spent', label: '全年实支金额（万元）', kind: 'amount' },
          ],
          rows: [
            { id: 'planting', label: '人工造林支出' },
            { id: 'tending', label: '森林抚育支出' },
          ],
        },
      ],
    },
  ],
  identities: [
    {
      table: 'permits',
      rule: 'row-total',
      each: 'row',
      left: ['timber', 'orchard', 'shelter', 'special'],
      right: ['total'],
      holder: 'total',
    },
    {
      table: 'permits',
      rule: 'column-total',
      each: 'column',
      left: ['granted', 'refused'],
      right: ['total'],
      holder: 'total',
    },
    {
      table: 'permits',
      rule: 'balance',
      each: 'column',
      left: ['received', 'broughtForward'],
      right: ['total', 'carriedForward'],
      holder: 'carriedForward',
    },
    { table: 'cases', rule: 'row-total', each: 'row', left: ['opened', 'closed'], right: ['total'], holder: 'total' },
  ],
}

/** What a file of these formats says. */
export const packText = (...formats: readonly unknown[]): string => JSON.stringify({ formats })

/** The official editions and these packs, each of which must be without problems. */
export function catalogueWith(...packs: readonly string[]): Catalogue {
  let catalogue = CATALOGUE
  for (const text of packs) {
    const pack = parseFormatPack(text, catalogue)
    if (pack.problems.length > 0) throw new Error(JSON.stringify(pack.problems))
    catalogue = withPacks(catalogue, [pack])
  }
  return catalogue
}

const SAMPLES = new URL('../../../samples/packs/', import.meta.url)
const samplePack = (name: string) => readFileSync(new URL(`${name}.report-format.json`, SAMPLES), 'utf8')

/** The official editions and three other kinds: the one above, that of the samples, and a province's version of 2021. */
export const KINDS = catalogueWith(
  packText(FORESTRY),
  samplePack('行政执法统计年报'),
  samplePack('青禾省-总体情况篇幅'),
)

export const formatIn = (catalogue: Catalogue, kind: string, id?: string): Format => {
  const found = catalogue.formats.findLast((format) => format.kind === kind && format.id === (id ?? format.id))
  if (found === undefined) throw new Error(`no format ${kind}`)
  return found
}
