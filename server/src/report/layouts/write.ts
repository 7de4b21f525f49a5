import type { TableFormat } from '../../formats/schema.ts'
import { bracketsLike, newlineOf } from '../dialect.ts'
import { type Cell, type LayoutName, type Report, type Table, UNSEPARATED } from '../report.ts'
import { wordsOf } from '../words.ts'
import { type FigureAt, formGrid } from './form.ts'
import { layoutNamed } from './index.ts'
import { type Grid, isCell } from './layout.ts'

/** A table of the form in a layout, filled in by `figureAt`; it ends with a line end. */
export const writeTable = (name: LayoutName, table: TableFormat, figureAt: FigureAt, newline: string): string =>
  layoutNamed(name).write(formGrid(table, figureAt), newline)

/** What stands in the cells of a table as it was read; nothing in those of an unaligned row. */
export const figuresOf =
  ({ cells }: Pick<Table, 'cells'>): FigureAt =>
  (row, column) => {
    const cell = cells.get(`${row}/${column}`)
    return cell === undefined ? '' : writtenIn(cell)
  }

/** The words of a cell with the unit behind its figure, without markup. */
export const writtenIn = (cell: Cell): string => wordsOf(cell) + (cell.unit ?? '')

/**
 * The layout that most tables of a report are written in, of those that will do for another one; where there is none, that of its
 * headings, if they tell.
 */
export function layoutFor(
  { text, tables, sections }: Report,
  willDo: (name: LayoutName) => boolean,
  fallback: LayoutName = 'tabs',
): LayoutName {
  const [first] = sections
  const isMarkdown =
    first !== undefined && /[\r\n] {0,3}#+ *\**$/.test(text.slice(first.title.start - 10, first.title.start))
  return mostUsed(tables.map(({ layout }) => layout).filter(willDo)) ?? (isMarkdown ? 'pipes' : fallback)
}

/** An empty official table as the other tables of a report are written; not so that only figures tell its cells apart. */
export function writeEmptyTable(report: Report, table: TableFormat): string {
  const { text, tables } = report
  const name = layoutFor(report, (layout) => !UNSEPARATED.has(layout))
  const labels = tables.flatMap(({ rows }) => rows.map(({ label }) => text.slice(label.start, label.end))).join('')
  const grid = formGrid(table, () => '')
  return layoutNamed(name).write(
    spelled(grid, (label) => bracketsLike(labels, label)),
    newlineOf(text),
  )
}

/** The same table with its labels and heads spelled in another way. */
export const spelled = (grid: Grid, spell: (label: string) => string): Grid =>
  grid.map((row) =>
    row.map((place) => (isCell(place) && !place.isFigure ? { ...place, text: spell(place.text) } : place)),
  )

function mostUsed(names: readonly LayoutName[]): LayoutName | undefined {
  const counts = names.map((name) => ({ name, count: names.filter((other) => other === name).length }))
  return counts.sort((a, b) => b.count - a.count)[0]?.name
}
