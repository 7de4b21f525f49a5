import { describe, expect, test } from 'vitest'
import { sayWording } from '../../../server/src/review/messages/index.ts'
import { type Review, review } from '../../../server/src/review/review.ts'
import { applyEdits } from '../../../server/src/text/span.ts'
import { drawFrom, type Figures, soundFigures } from '../../generator/figures.ts'
import { STYLE_NAMES, type StyleName, styleOf } from '../../generator/layouts/index.ts'
import { writeReport } from '../../generator/report.ts'
import { catalogueWith, FORESTRY, formatIn, packText } from '../formats/made-kind.ts'

// No rule knows a form: what it says and mends is that of the report's own format.

const CATALOGUE = catalogueWith(packText(FORESTRY))
const FORMAT = formatIn(CATALOGUE, 'forestry')

const reviewed = (text: string, catalogue = CATALOGUE): Review => review(text, { catalogue })
const rulesIn = (text: string) =>
  reviewed(text)
    .findings.map(({ rule }) => rule)
    .filter((rule) => !['table/unaligned', 'cell/blank', 'section/empty'].includes(rule))

const written = (style: StyleName, change: (figures: Figures) => void = () => {}) => {
  const figures = soundFigures(FORMAT, drawFrom(8), 30)
  change(figures)
  return writeReport({ format: FORMAT, style, figures })
}

const SEPARATE = STYLE_NAMES.filter((style) => style !== 'absent' && styleOf(style).separates)

describe.each(SEPARATE)('as %s', (style) => {
  test('a wrong figure is found, and its fix gives the text back', () => {
    const sound = written(style).text
    const { text, figures } = written(style, (all) => void all.set('permits/granted/timber', 77))
    const { findings } = reviewed(text)
    expect(findings.map(({ rule, address }) => [rule, address])).toEqual([
      ['arithmetic/cell', 'permits/granted/timber'],
    ])
    expect(findings[0]?.span).toEqual(figures.get('permits/granted/timber')?.span)
    expect(applyEdits(text, findings[0]?.fixes[0]?.edits ?? [])).toBe(sound)
  })

  test.each(FORMAT.sections.map(({ id }) => id))('section %s, cut out, is put in again with its empty table', (id) => {
    const { text } = written(style)
    const { report } = reviewed(text)
    const { span } = report.sections.find((section) => section.id === id) as (typeof report.sections)[number]
    const cut = text.slice(0, span.start) + text.slice(span.end)
    const [missing] = reviewed(cut).findings.filter(({ rule }) => rule === 'section/missing')
    const mended = applyEdits(cut, missing?.fixes[0]?.edits ?? [])
    expect(rulesIn(mended)).toEqual([])
    const after = reviewed(mended).report
    expect(after.sections.map((section) => section.id)).toEqual(report.sections.map((section) => section.id))
    expect(after.tables.map((table) => table.id)).toEqual(report.tables.map((table) => table.id))
  })
})

describe('what is said', () => {
  test('names the rows on both sides of a balance', () => {
    const balance = FORESTRY.identities.filter(({ rule }) => rule === 'balance')
    const catalogue = catalogueWith(packText({ ...FORESTRY, identities: balance }))
    const { text } = written('tabs', (figures) => {
      for (const row of ['received', 'broughtForward', 'total', 'carriedForward'])
        figures.set(`permits/${row}/timber`, 2)
      figures.set('permits/received/timber', 9)
    })
    expect(reviewed(text, catalogue).findings.map(({ wording }) => sayWording('zh-CN', wording))).toEqual([
      '“用材林”列不平：一 + 二 是 11，（三） + 四 是 4（9 + 2 ≠ 2 + 2）。',
    ])
  })

  test('names the columns on both sides of one along a row', () => {
    const along = {
      table: 'cases',
      rule: 'balance',
      each: 'row',
      left: ['opened', 'closed'],
      right: ['total'],
      holder: 'total',
    }
    const catalogue = catalogueWith(packText({ ...FORESTRY, identities: [along] }))
    const { text } = written('tabs', (figures) => {
      for (const [column, value] of Object.entries({ opened: 1, closed: 2, total: 4 }))
        figures.set(`cases/administrative/${column}`, value)
    })
    expect(reviewed(text, catalogue).findings.map(({ wording }) => sayWording('zh-CN', wording))).toEqual([
      '“林业行政案件”行不平：尚在侦办 + 已经办结 是 3，立案数 是 4（1 + 2 ≠ 4）。',
    ])
  })

  test('counts the sections of the format, and cites its notice', () => {
    const { text } = written('tabs')
    const cut = text.replace(/一、基本情况\n\n.*\n\n/, '')
    expect(reviewed(cut).findings.map(({ wording }) => sayWording('zh-CN', wording))).toEqual([
      '缺少“一、基本情况”，应在此之前。年度报告须有规定的 5 个部分（青林发〔2020〕12号）。',
    ])
  })

  test('a title that begins with a numeral keeps it when it is mended', () => {
    const { text } = written('tabs')
    const changed = text.replace('五、三年规划执行情况和其他说明', '五、三年规划执行和其他的说明')
    const [finding] = reviewed(changed).findings
    expect(finding?.rule).toBe('section/title')
    expect(applyEdits(changed, finding?.fixes[0]?.edits ?? [])).toBe(text)
    const unnumbered = text.replace('五、三年规划', '三年规划')
    expect(reviewed(unnumbered).report.sections.at(-1)).toMatchObject({ id: 'remarks', ordinal: undefined })
  })
})
