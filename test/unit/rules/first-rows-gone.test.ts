import { describe, expect, test } from 'vitest'
import { CATALOGUE } from '../../../server/src/formats/catalogue.ts'
import type { TableFormat } from '../../../server/src/formats/schema.ts'
import { review } from '../../../server/src/review/review.ts'
import type { Damage } from '../../generator/damage/damage.ts'
import { drawFrom, type Figures, soundFigures } from '../../generator/figures.ts'
import { faultsOf } from '../../generator/judge.ts'
import { STYLE_NAMES, styleOf } from '../../generator/layouts/index.ts'
import { writeReport } from '../../generator/report.ts'
import { isCell, isRow, type Line, rowsIn } from '../../generator/table.ts'

/** The rows of each group that holds rows alone, in their order. */
function groupsOf(table: TableFormat): string[][] {
  const rows = table.blocks.flatMap((block) => block.rows)
  return table.groups
    .map(({ id }) => rows.filter((row) => row.in.at(-1) === id).map((row) => row.id))
    .filter((ids) => ids.length > 1 && ids.every((id) => id.includes('.')))
}

/** Rows are gone, and the label of their group stands before the first that is left. */
const without = (gone: readonly string[]): Damage => ({
  name: 'rows gone',
  held: 'exact',
  apply(table) {
    const isGone = (line: Line) => rowsIn(line).some((row) => gone.includes(row))
    const first = table.lines.findIndex(isGone)
    const opening = table.lines[first]
    const lines = table.lines.filter((line) => !isGone(line))
    const heir = lines[first]
    if (!isRow(opening) || !isRow(heir)) return table
    const group = opening.findIndex((place) => isCell(place) && place.kind === 'group')
    lines[first] = heir.map((place, column) => (column === group ? (opening[group] ?? place) : place))
    return { ...table, lines }
  },
})

/** The same figures, with those of some rows added to another: the sums hold without these rows. */
function carried(figures: Figures, gone: readonly string[], heir: string): Figures {
  const result = new Map(figures)
  for (const [address, value] of figures) {
    const [table, row = '', column] = address.split('/')
    if (!gone.includes(row)) continue
    const to = `${table}/${heir}/${column}`
    result.set(to, (result.get(to) ?? 0) + (value ?? 0))
  }
  return result
}

const CASES = CATALOGUE.formats.flatMap((format) =>
  format.tables
    .filter(({ shape }) => shape !== 'across')
    .flatMap(groupsOf)
    .flatMap((ids) =>
      ids.slice(1).map((heir, index) => ({ edition: format.id, format, gone: ids.slice(0, index + 1), heir })),
    ),
)

describe.each(STYLE_NAMES.filter((style) => style !== 'absent'))('as %s', (style) => {
  test.each(CASES)(
    'where $heir is the first that is left of its group in a table of $edition, rows are missing and nothing else is found',
    ({ format, gone, heir }) => {
      const figures = carried(soundFigures(format, drawFrom(3)), gone, heir)
      const report = writeReport({ format, style, figures, damages: [without(gone)] })
      const reviewed = review(report.text)
      const others = reviewed.findings.filter(({ rule }) => rule !== 'table/unaligned')
      expect(others.map(({ rule, wording }) => [rule, wording.args.count])).toEqual([
        ['table/row-missing', gone.length],
      ])
      expect(
        faultsOf(reviewed.report, report).filter(({ kind }) => styleOf(style).separates || kind !== 'not read'),
      ).toEqual([])
    },
  )
})
