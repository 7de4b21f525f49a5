import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CATALOGUE } from '../../../server/src/formats/catalogue.ts'
import { review } from '../../../server/src/review/review.ts'
import { sliceOf } from '../../../server/src/text/span.ts'
import { DAMAGES } from '../../generator/damage/index.ts'
import { drawFrom, soundFigures } from '../../generator/figures.ts'
import { STYLE_NAMES, type StyleName } from '../../generator/layouts/index.ts'
import { writeReport } from '../../generator/report.ts'

const texts = (style: StyleName) =>
  fc
    .record({
      format: fc.constantFrom(...CATALOGUE.formats),
      seed: fc.nat(99_999),
      damages: fc.subarray([...DAMAGES], { maxLength: 3 }),
      dressed: fc.boolean(),
    })
    .map(
      ({ format, seed, ...options }) =>
        writeReport({ format, style, figures: soundFigures(format, drawFrom(seed), 30), seed, ...options }).text,
    )

/** Reads a text; every rule runs, and every place is one in the text. One that hangs exceeds the limit of its test. */
function expectCalm(text: string): void {
  const { report, findings, failures } = review(text)
  expect(failures).toEqual([])
  for (const { cells } of report.tables) {
    for (const { span, raw } of cells.values()) expect(sliceOf(text, span)).toBe(raw)
  }
  for (const { span } of findings)
    expect(0 <= span.start && span.start <= span.end && span.end <= text.length).toBe(true)
}

const part = fc.double({ min: 0, max: 1, noNaN: true })
const at = (text: string, share: number): number => Math.floor(share * text.length)

describe.each(STYLE_NAMES)('a report as %s', (style) => {
  test('can end anywhere', () => {
    fc.assert(
      fc.property(texts(style), fc.array(part, { minLength: 8, maxLength: 8 }), (text, ends) => {
        for (const end of ends) expectCalm(text.slice(0, at(text, end)))
      }),
      { numRuns: 12 },
    )
  })

  test('can lack any line', () => {
    fc.assert(
      fc.property(texts(style), fc.array(part, { minLength: 8, maxLength: 8 }), (text, places) => {
        const lines = text.split('\n')
        for (const place of places) expectCalm(lines.toSpliced(Math.floor(place * lines.length), 1).join('\n'))
      }),
      { numRuns: 12 },
    )
  })

  test('can go on as another report', () => {
    fc.assert(
      fc.property(
        texts(style),
        fc.constantFrom(...STYLE_NAMES).chain(texts),
        part,
        part,
        (first, second, end, start) => {
          expectCalm(first.slice(0, at(first, end)) + second.slice(at(second, start)))
        },
      ),
      { numRuns: 40 },
    )
  })
})
