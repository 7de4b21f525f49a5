import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { review } from '../../../server/src/review/review.ts'
import { applyEdits, type SpanEdit } from '../../../server/src/text/span.ts'
import { SEPARATED } from '../../generator/render.ts'
import { applied, planted } from './planted.ts'

/** The layouts in which a blank leaves a trace. */
const KEEP_BLANKS = ['tabs', 'pipes', 'bars', 'tabbedLines', 'html'] as const

/** A report with some figures taken out. */
function blanked(options: Parameters<typeof planted>[0], isBlank: (address: string, value: number) => boolean) {
  const { text, cells, figures } = planted(options)
  const edits: SpanEdit[] = [...cells]
    .filter(([address]) => isBlank(address, figures.get(address) ?? 0))
    .map(([, span]) => ({ span, newText: '' }))
    .sort((a, b) => a.span.start - b.span.start)
  return { sound: text, text: applyEdits(text, edits), blanks: edits.length }
}

const findingsIn = (text: string) =>
  review(text).findings.map(({ rule, severity, wording, fixes }) => [rule, severity, wording.key, fixes.length])

describe('cell/blank', () => {
  test.each(KEEP_BLANKS)('a single blank that the sums determine is offered as a fill, as %s', (layout) => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (seed, pick) => {
        const { cells } = planted({ layout, seed })
        const addresses = [...cells.keys()].filter((address) => address.startsWith('requests/'))
        const address = addresses[pick % addresses.length] as string
        const { sound, text } = blanked({ layout, seed }, (other) => other === address)
        const { findings } = review(text)
        expect(findings.map((finding) => [finding.rule, finding.address])).toEqual([['cell/blank', address]])
        const [fix] = findings[0]?.fixes ?? []
        expect(fix).toMatchObject({ preferred: true, safe: false })
        expect(fix && applied(text, fix)).toEqual({ text: sound, findings: [] })
      }),
      { numRuns: 10 },
    )
  })

  test.each(['-', '—', '/'])('a row of %s alone is no row of blanks, in any layout that separates cells', (mark) => {
    for (const layout of SEPARATED) {
      const { text, cells } = planted({ layout })
      const marked = [...cells]
        .filter(([address]) => address.startsWith('remedies/'))
        .map(([, span]) => ({ span, newText: mark }))
      const { findings, report } = review(applyEdits(text, marked))
      const read = [...(report.tables.find(({ id }) => id === 'remedies')?.cells.values() ?? [])]
      expect(read.map(({ state }) => state)).toEqual(marked.map(() => 'notApplicable'))
      expect(findings).toEqual([])
    }
  })

  test('a row of blanks whose total is 0 is offered as zeros', () => {
    const { figures } = planted({ seed: 4 })
    const row = [...figures].find(([address, value]) => /^requests\/refused.*total$/.test(address) && value === 0)?.[0]
    const begin = row?.replace(/total$/, '') as string
    const { sound, text } = blanked({ seed: 4 }, (address) => address.startsWith(begin) && address !== row)
    const { findings } = review(text)
    expect(findings.map(({ rule, fixes }) => [rule, fixes[0]?.title.key])).toEqual([['cell/blank', 'fix/fill.zeros']])
    expect(findings[0]?.fixes[0] && applied(text, findings[0].fixes[0]).text).toBe(sound)
  })

  test('zeros left out everywhere are one finding', () => {
    const { sound, text, blanks } = blanked({}, (address, value) => address.startsWith('requests/') && value === 0)
    const { findings } = review(text)
    expect(findings.map(({ wording }) => [wording.key, wording.args.count])).toEqual([['cell/blank.zeros', blanks]])
    expect(findings[0]?.fixes[0] && applied(text, findings[0].fixes[0]).text).toBe(sound)
  })

  test('a column of totals is one finding, and what the parts make is its fill', () => {
    const isTotal = (address: string) => /^requests\/(granted|refused|unavailable).*\/total$/.test(address)
    const { sound, text } = blanked({ scale: 900, seed: 12 }, (address, value) => isTotal(address) && value > 0)
    const { findings } = review(text)
    expect(findings.map(({ wording }) => wording.key)).toEqual(['cell/blank.column'])
    expect(findings[0]?.fixes[0] && applied(text, findings[0].fixes[0]).text).toBe(sound)
  })

  test('what the sums leave open is not filled', () => {
    const { text } = blanked({}, (address) => address.startsWith('remedies/litigation.direct/'))
    expect(findingsIn(text)).toEqual([['cell/blank', undefined, 'cell/blank.rows', 0]])
  })

  test('a table that nobody has filled in is worth a remark', () => {
    const { text } = blanked({}, (address) => address.startsWith('proactive/'))
    expect(findingsIn(text)).toEqual([['cell/blank', 'info', 'cell/blank.table', 0]])
  })

  test('nothing is filled in where the sums contradict each other', () => {
    const { figures, cells, text } = planted({ figures: { 'requests/received/total': 5000 } })
    const span = cells.get('requests/received/person')
    expect(figures.get('requests/received/person')).toBeDefined()
    const blankedText = applyEdits(text, span === undefined ? [] : [{ span, newText: '' }])
    const blank = review(blankedText).findings.find(({ rule }) => rule === 'cell/blank')
    expect(blank?.fixes).toEqual([])
  })
})
