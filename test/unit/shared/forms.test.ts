import { describe, expect, test } from 'vitest'
import { review } from '../../../server/src/review/review.ts'
import { severityOf } from '../../../server/src/review/severity.ts'
import { toNumber } from '../../../server/src/text/amount.ts'
import {
  cellsOf,
  expectCells,
  expectReadingOrder,
  type GoldCells,
  isShared,
  readShared,
  readSharedJson,
} from './gold.ts'

// The same published reports in their other forms: figures run together, text copied out of a PDF, HTML.

type Gold = Readonly<Record<string, { readonly cells: GoldCells; readonly wrong: readonly string[] }>>

const FLAT = [
  'pingtan-gaj-2019',
  'pingtan-gaj-2021',
  'pingtan-gaj-2022',
  'pingtan-gaj-2024',
  'pingtan-zone-2019',
  'pingtan-zone-2020',
  'pingtan-zone-2021',
  'pingtan-zone-2022',
  'pingtan-zone-2023',
  'pingtan-zone-2024',
  'pingtan-zone-2025',
]

/** A row with six figures for seven columns. */
const UNREADABLE: Readonly<Record<string, string>> = { 'pingtan-gaj-2019': 'requests/received/' }

const goldOf = (name: string) => readSharedJson<Gold>('gold/corpus.json')[name] as Gold[string]

/** What is found wrong in tables and sections, apart from what was not read. The prose is the same in every form. */
const accusations = (text: string) =>
  review(text)
    .findings.filter((finding) => ['error', 'warning'].includes(severityOf(finding)))
    .map(({ rule }) => rule)
    .filter((rule) => rule !== 'table/unaligned' && !/^(?:narrative|content)\//.test(rule))

describe.skipIf(!isShared('corpus', 'gold/corpus.json'))('the corpus in other forms', () => {
  test.each(FLAT)('%s, its figures run together: every cell that the sums tell, and never a wrong one', (name) => {
    const { report } = review(readShared(`corpus/${name}.flat.txt`))
    const { cells, wrong } = goldOf(name)
    const unreadable = UNREADABLE[name]
    expectCells(
      report,
      Object.fromEntries(Object.entries(cells).filter(([key]) => !unreadable || !key.startsWith(unreadable))),
    )
    expectReadingOrder(report)
    const found = accusations(report.text)
    expect(found.filter((rule) => rule.startsWith('arithmetic/'))).toHaveLength(wrong.length > 0 ? 1 : 0)
    expect(found.filter((rule) => !rule.startsWith('arithmetic/') && rule !== 'section/title')).toEqual([])
  })

  test('text copied out of a PDF, with labels written downwards', () => {
    const { report } = review(readShared('corpus/suqian-2023.pdfcopy.txt'))
    const { cells } = goldOf('suqian-2023')
    expectCells(report, Object.fromEntries(Object.entries(cells).filter(([key]) => key.startsWith('requests/'))))
    // Section 四 and its table were not copied.
    expect(accusations(report.text)).toEqual(['section/missing'])
  })

  test('HTML says the same as the copy out of a browser', () => {
    const values = (path: string) =>
      [...cellsOf(review(readShared(path)).report)].map(([address, { value }]) => [
        address,
        value === null ? null : toNumber(value),
      ])
    expect(values('corpus/shanghai-office-2019.html')).toEqual(values('corpus/shanghai-office-2019.txt'))
    // It leaves zeros out, and the totals of its rows, and has 元 in a cell below a head without a unit.
    expect(new Set(accusations(readShared('corpus/shanghai-office-2019.html')))).toEqual(new Set(['cell/blank']))
  })

  test.each(['md', 'txt'])('the empty form as .%s: all blank, and no more is said than that', (ending) => {
    const { report, findings } = review(readShared(`corpus/template-2021-blank.${ending}`))
    const cells = [...cellsOf(report).values()]
    expect(cells).toHaveLength(10 + 25 * 7 + 15)
    expect(new Set(cells.map(({ state }) => state))).toEqual(new Set(['blank']))
    expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual(Array(3).fill(['cell/blank', 'info']))
  })
})
