import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CATALOGUE } from '../../../server/src/formats/catalogue.ts'
import { figuresOf, writeTable } from '../../../server/src/report/layouts/write.ts'
import { readReport } from '../../../server/src/report/read.ts'
import type { LayoutName, Report } from '../../../server/src/report/report.ts'
import { digitsOf } from '../../../server/src/text/amount.ts'
import { applyEdits } from '../../../server/src/text/span.ts'
import { drawFrom, soundFigures } from '../../generator/figures.ts'
import { STYLE_NAMES } from '../../generator/layouts/index.ts'
import { writeReport } from '../../generator/report.ts'
import { coversIn } from '../../html-table.ts'

/** The layouts in which a blank leaves a trace. */
const KEEP_BLANKS = ['tabs', 'pipes', 'bars', 'html', 'tabbedLines'] as const satisfies readonly LayoutName[]
const EDITIONS = CATALOGUE.formats.map((format) => [format.id, format] as const)

/** What people write in a cell besides digits; not in every layout. */
const ODD = ['/', '—', '约3', '12.50万元', '１２', '1,234', '-8', '<5', 'a|b']

const BLANK = ['blank', null]

/** The tables of a report, written out again between the headings of a report that holds nothing else. */
const writtenAgain = ({ tables, facts, sections }: Report, layout: LayoutName, newline: string): string => {
  const heading = (id: string) => `${sections.find((section) => section.id === id)?.titleText}${newline}${newline}`
  const again = tables.map(
    (table) => heading(table.format.section) + writeTable(layout, table.format, figuresOf(table), newline) + newline,
  )
  return `${facts.organ}${facts.year}年政府信息公开工作年度报告${newline}${newline}${again.join('')}`
}

/** The states and values of the cells, by address. */
const cellsIn = ({ tables }: Report) =>
  new Map(
    tables.flatMap(({ id, cells }) =>
      [...cells].map(([key, { state, value }]) => [`${id}/${key}`, [state, value === null ? null : digitsOf(value)]]),
    ),
  )

describe.each(EDITIONS)('edition %s', (_, format) => {
  test.each(STYLE_NAMES.filter((style) => style !== 'absent'))('what was read as %s is read again', (style) => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.constantFrom(...KEEP_BLANKS),
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        (seed, layout, newline, isOdd) => {
          const draw = drawFrom(seed)
          const figures = soundFigures(format, draw, [0, 9, 4_000_000][draw(2)])
          for (const address of figures.keys()) if (draw(30) === 0) figures.set(address, null)
          const report = writeReport({ format, style, figures, seed })
          const odd = [...report.figures.values()].filter(() => isOdd && draw(30) === 0)
          const edits = odd.map(({ span }) => ({ span, newText: ODD[draw(ODD.length - 1)] ?? '' }))
          const before = readReport(applyEdits(report.text, edits))
          const after = readReport(writtenAgain(before, layout, newline))
          expect(after.tables.map((table) => [table.id, table.layout])).toEqual(
            before.tables.map(({ id }) => [id, layout]),
          )
          const [were, are] = [cellsIn(before), cellsIn(after)]
          for (const [address, cell] of were) expect([address, are.get(address)]).toEqual([address, cell])
          // What could not be read is written blank.
          for (const [address, cell] of are) if (!were.has(address)) expect([address, cell]).toEqual([address, BLANK])
        },
      ),
      { numRuns: 12 },
    )
  })

  test.each(format.tables.map((table) => [table.id, table] as const))(
    'the cells of %s as HTML cover every place of the form once',
    (_, table) => {
      const rows = coversIn(writeTable('html', table, () => '0', '\n'))
      expect(rows).toEqual(rows.map(() => rows[0]?.map(() => 1)))
    },
  )
})

test('units stand with their figures, and what would end a cell does not', () => {
  const [format] = CATALOGUE.formats
  const table = format?.tables[0]
  if (table === undefined) throw new Error('no table')
  const text = (layout: LayoutName) => writeTable(layout, table, () => '3 |\n<4>&', '\n')
  expect(text('pipes')).toContain('| 规章 | 3 ｜ <4>& |')
  expect(text('tabs')).toContain('规章\t3 | <4>&\t')
  expect(text('html')).toContain('<td>3 | &lt;4>&amp;</td>')
})
