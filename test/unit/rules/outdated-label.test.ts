import { describe, expect, test } from 'vitest'
import { review } from '../../../server/src/review/review.ts'
import { ALL_SEPARATED, SEPARATED } from '../../generator/render.ts'
import { applied, found, planted } from './planted.ts'

const LAYOUTS = ALL_SEPARATED.filter((layout) => layout !== 'spaces' && layout !== 'pdf')

const rulesIn = (text: string) => review(text).findings.map(({ rule }) => rule)

/** A sound report for a year whose first table is the one of another year. */
function withTableOf(year: number, other: number, layout: (typeof SEPARATED)[number] = 'tabs'): string {
  const part = (text: string) => /^(?:## )?二、主动[\s\S]*?(?=^(?:## )?三、收到)/m.exec(text)?.[0] as string
  const { text } = planted({ year, layout })
  return text.replace(part(text), part(planted({ year: other, layout }).text))
}

describe('format/outdated-label', () => {
  test.each(LAYOUTS)('a row by its former name, in a table of the year, as %s', (layout) => {
    const { text } = planted({ layout })
    const old = text.replaceAll('行政规范性文件', '规范性文件')
    expect(found(old)).toEqual(['format/outdated-label: 规范性文件'])
    const [fix] = review(old).findings[0]?.fixes ?? []
    expect(fix).toMatchObject({ safe: true, preferred: true })
    expect(fix && applied(old, fix)).toEqual({ text, findings: [] })
  })

  test('a head by its former name', () => {
    const { text } = planted()
    const old = text.replaceAll('本年处理决定数量', '处理决定数量')
    const [finding, ...others] = review(old).findings
    expect([finding?.rule, finding?.related.length, others]).toEqual(['format/outdated-label', 1, []])
    expect(finding?.fixes[0] && applied(old, finding.fixes[0])).toEqual({ text, findings: [] })
  })

  test('heads of columns that there are no more: one finding, and no fix, since the figures are others', () => {
    const { text } = planted()
    const old = text
      .replace('本年制发件数', '本年新制作数量')
      .replace('本年废止件数', '本年新公开数量')
      .replace('现行有效件数', '对外公开总数量')
    const [finding, ...others] = review(old).findings
    expect([finding?.wording.key, finding?.fixes, others]).toEqual(['format/outdated-label.dropped', [], []])
    expect(finding?.wording.args.found).toBe('“本年新制作数量”、“本年新公开数量”、“对外公开总数量”')
  })

  test('a name wrapped over cells is whole', () => {
    const { text } = planted({ layout: 'lines' })
    for (const wrapped of ['行政\n规范性文件', '行政\n\n规范性\n\n文件', '行\n政规范性文件'])
      expect(found(text.replaceAll('行政规范性文件', wrapped))).toEqual([])
    expect(found(text.replaceAll('本年处理决定数量', '本年\n处理决定数量'))).toEqual([])
  })

  test('is the right name in its own year, and where the year is unknown', () => {
    expect(found(planted({ year: 2020 }).text)).toEqual([])
    expect(found(planted({ year: 2020 }).text.replaceAll('2020年', ''))).toEqual([])
  })

  test('of a table that is outdated as a whole, that is said alone', () => {
    expect(rulesIn(withTableOf(2023, 2020))).toEqual(['format/outdated-table'])
  })

  test('a later name for the same row is accepted in a year before', () => {
    expect(found(planted({ year: 2020 }).text.replace('规范性文件', '行政规范性文件'))).toEqual([])
  })
})

describe('format/premature', () => {
  test.each(SEPARATED)('the table of 2021 in a report for 2020, as %s', (layout) => {
    const text = withTableOf(2020, 2023, layout)
    const [finding, ...others] = review(text).findings
    expect([finding?.rule, finding?.wording.key, others]).toEqual(['format/premature', 'format/premature', []])
    // It may be the year that is wrong.
    const [fix] = finding?.fixes ?? []
    expect(fix).toMatchObject({ title: { key: 'fix/bring-table', args: { edition: '2019' } }, preferred: false })
    const after = fix && applied(text, fix)
    expect(new Set(after?.findings.map(({ rule }) => rule))).toEqual(new Set(['cell/blank']))
    expect(after?.text).toContain('“行政事业性收费”的“本年收费金额（单位：万元）”为')
  })

  test('rows of 2021 in the table of requests of 2020 are one finding', () => {
    const text = planted({ year: 2023 }).text.replaceAll('2023年', '2020年')
    const { findings } = review(text)
    const keys = findings.map(({ wording }) => [wording.key, wording.args.count])
    expect(keys).toEqual([
      ['format/premature', undefined],
      ['format/premature.rows', 3],
    ])
    const [, rows] = findings
    const fixed = rows?.fixes[0] && applied(text, rows.fixes[0])
    expect(fixed?.findings.map(({ rule }) => rule)).toEqual(['format/premature', 'cell/blank'])
  })

  test('a report without a year is not held against one', () => {
    expect(found(planted({ year: 2023 }).text.replaceAll('2023年', ''))).toEqual([])
  })
})
