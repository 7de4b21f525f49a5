import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CATALOGUE } from '../../../server/src/formats/catalogue.ts'
import { readReport } from '../../../server/src/report/read.ts'
import { review } from '../../../server/src/review/review.ts'
import { digitsOf } from '../../../server/src/text/amount.ts'
import { sliceOf } from '../../../server/src/text/span.ts'
import { drawFrom, soundFigures } from '../../generator/figures.ts'
import { render, SEPARATED } from '../../generator/render.ts'

const EDITIONS = CATALOGUE.formats.map((format) => [format.id, format] as const)
const scales = fc.constantFrom(0, 1, 9, 300, 4_000_000)

describe.each(EDITIONS)('edition %s', (id, format) => {
  describe.each(SEPARATED)('written as %s', (layout) => {
    test('every cell is read, at its place', () => {
      fc.assert(
        fc.property(fc.nat(), scales, fc.constantFrom('\n', '\r\n'), (seed, scale, newline) => {
          const figures = soundFigures(format, drawFrom(seed), scale)
          const { text, cells } = render({ format, layout, figures, newline })
          const report = readReport(text)
          expect(report.facts).toMatchObject({ organ: '青禾县人民政府', year: format.years.from })
          expect(report.sections.map((section) => section.id)).toEqual(format.sections.map((section) => section.id))
          expect(
            report.tables.map((table) => [table.id, table.layout, table.edition === id || table.id === 'remedies']),
          ).toEqual(format.tables.map((table) => [table.id, layout, true]))
          const read = report.tables.flatMap((table) =>
            [...table.cells].map(([key, cell]) => [`${table.id}/${key}`, cell] as const),
          )
          expect(read.map(([address]) => address)).toEqual([...cells.keys()])
          for (const [address, cell] of read) {
            expect([address, cell.span, cell.value === null ? null : digitsOf(cell.value)]).toEqual([
              address,
              cells.get(address),
              String(figures.get(address)),
            ])
            expect(sliceOf(text, cell.span)).toBe(cell.raw)
          }
        }),
        { numRuns: 25 },
      )
    })

    test('a sound report has no findings', () => {
      fc.assert(
        fc.property(fc.nat(), scales, (seed, scale) => {
          const { text } = render({ format, layout, figures: soundFigures(format, drawFrom(seed), scale) })
          expect(review(text).findings.map(({ rule }) => rule)).toEqual([])
        }),
        { numRuns: 15 },
      )
    })
  })

  test.each(SEPARATED.filter((layout) => layout !== 'lines'))('blank cells keep their places as %s', (layout) => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (seed, holes) => {
        const figures = soundFigures(format, drawFrom(seed))
        const draw = drawFrom(holes)
        for (const address of figures.keys()) if (draw(9) === 0) figures.set(address, null)
        const { text, cells } = render({ format, layout, figures })
        for (const table of readReport(text).tables) {
          for (const [key, cell] of table.cells) {
            const address = `${table.id}/${key}`
            expect([address, cell.value === null ? null : Number(digitsOf(cell.value)), cell.span.end]).toEqual([
              address,
              figures.get(address) ?? null,
              cells.get(address)?.end,
            ])
          }
        }
      }),
      { numRuns: 25 },
    )
  })
})
