import { describe, expect, test } from 'vitest'
import { review } from '../../../server/src/review/review.ts'
import { sliceOf } from '../../../server/src/text/span.ts'
import { applied, found } from '../rules/planted.ts'
import {
  cellsOf,
  expectCells,
  expectReadingOrder,
  type GoldCells,
  isShared,
  readShared,
  readSharedJson,
} from './gold.ts'

// The five published reports that the project started from, and every cell in them. Here only where ../shared is.

interface Seed {
  readonly organ: string
  readonly year: number
  readonly edition: string
  readonly cells: GoldCells
}

/** What only a person can mend: a surplus figure, a row of blanks that no sum tells, what the prose does not say. */
const NO_FIX = new Set([
  'table/extra-value',
  'cell/blank',
  'content/government-duties',
  'content/self-reference',
  'content/dated-phrase',
  'narrative/period',
])

/** All that is found, and the text that it is on. */
const FINDINGS: Readonly<Record<string, readonly string[]>> = {
  '000_53e32c99ac2f321c.txt': [
    'content/government-duties: 总体情况',
    'table/extra-value: 0',
    'format/outdated-row: 其他处理',
    'content/fee-statement: 其他需要报告的事项',
  ],
  '001_df20fa1b9dca726d.txt': [
    'content/government-duties: 总体情况',
    'cell/unit: 6733.41375万元',
    'section/level: 三、收到',
    'table/extra-value: 0',
    'cell/blank: 行政复议',
  ],
  '002_7a2db0039e4ef287.txt': [
    'narrative/period: 1231日',
    'content/government-duties: 总体情况',
    'table/label: 只记这一情形',
  ],
  '003_bee3daab0a3ea815.txt': ['content/government-duties: 总体情况', 'section/title: 主动公开信息情况'],
  '004_265800ffb6025e20.txt': [
    'format/notice: 〈政府信息公开工作年度报告格式〉',
    'content/dated-phrase: 十九届二中、三中、四中全会',
    'content/self-reference: 全县',
    'content/self-reference: 我县',
    'section/level: 三、收到',
  ],
}
const NAMES = Object.keys(FINDINGS)

const gold = () => readSharedJson<Record<string, Seed>>('gold/seeds.json')
const textOf = (name: string) => readShared(`seeds/${name}`)

describe.skipIf(!isShared('seeds', 'gold/seeds.json'))('the seeds', () => {
  test('are these five, with 982 cells', () => {
    expect(Object.keys(gold()).sort()).toEqual(NAMES)
    expect(Object.values(gold()).flatMap(({ cells }) => Object.keys(cells))).toHaveLength(982)
  })

  describe.each(NAMES)('%s', (name) => {
    test('whose it is, of which year, in which edition', () => {
      const { organ, year, edition } = gold()[name] as Seed
      const { isReport, facts } = review(textOf(name)).report
      expect({ isReport, ...facts, edition: facts.format?.id }).toMatchObject({ isReport: true, organ, year, edition })
    })

    test('its six sections, in order', () => {
      const { sections } = review(textOf(name)).report
      expect(sections.map(({ id }) => id)).toEqual([
        'overview',
        'proactive',
        'requests',
        'remedies',
        'problems',
        'other',
      ])
    })

    test('every cell: its value, and its place', () => {
      const { report } = review(textOf(name))
      const { cells } = gold()[name] as Seed
      expectCells(report, cells)
      expect([...cellsOf(report).keys()].sort()).toEqual(Object.keys(cells).sort())
      expect(report.tables.flatMap(({ rows }) => rows.filter(({ unaligned }) => unaligned))).toEqual([])
    })

    test('the cells of a table in reading order', () => {
      expectReadingOrder(review(textOf(name)).report)
    })

    test('its findings, and no other', () => {
      const text = textOf(name)
      const expected = FINDINGS[name] as readonly string[]
      const { findings, failures } = review(text)
      expect(failures).toEqual([])
      expect(findings.map(({ rule }) => rule)).toEqual(expected.map((line) => line.split(': ')[0]))
      for (const [index, { span }] of findings.entries())
        expect(sliceOf(text, span)).toContain(expected[index]?.split(': ')[1])
    })

    test('a fix removes its finding and brings no other, but for a draft to be confirmed', () => {
      const text = textOf(name)
      const before = found(text)
      for (const [index, { rule, fixes }] of review(text).findings.entries()) {
        expect([rule, fixes.length > 0]).toEqual([rule, !NO_FIX.has(rule)])
        for (const fix of fixes) {
          const isDraft = (finding: string) =>
            fix.title.key === 'fix/fee-draft' && finding.startsWith('content/placeholder')
          const after = found(applied(text, fix).text)
          expect(after.filter((finding) => !isDraft(finding))).toEqual(before.toSpliced(index, 1))
        }
      }
    })
  })
})
