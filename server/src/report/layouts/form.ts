import { type BlockFormat, headsOf, type TableFormat } from '../../formats/schema.ts'
import { type Grid, isCell, type Place } from './layout.ts'

/** What is written in a cell of a table; nothing for a blank. */
export type FigureAt = (row: string, column: string) => string

/** An official table as rows of cells, with the merged cells of the printed form. */
export function formGrid(table: TableFormat, figureAt: FigureAt): Grid {
  if (table.shape === 'across') return acrossGrid(table, figureAt)
  return table.blocks.flatMap((block) => downGrid(table, block, figureAt))
}

/** The words of all labels and heads of a table, as often as it prints them. */
export const formWords = (table: TableFormat): string[] =>
  formGrid(table, () => '').flatMap((row) =>
    row.flatMap((place) => (isCell(place) && !place.isFigure ? place.text : [])),
  )

function downGrid(table: TableFormat, block: BlockFormat, figureAt: FigureAt): Place[][] {
  const { heading, stub = '', columns, rows } = block
  const width = Math.max(...table.blocks.map((other) => other.columns.length))
  const depth = Math.max(...rows.map((row) => row.in.length)) + 1
  const filler = lefts(width - columns.length)
  const grid: Place[][] = []
  if (heading !== undefined) grid.push([words(heading), ...lefts(depth - 1 + width)])
  headRows(columns.map(({ under, label }) => [...under, label])).forEach((head, index) => {
    const corner = index === 0 ? [words(stub), ...lefts(depth - 1)] : Array.from({ length: depth }, () => ABOVE)
    grid.push([...corner, ...head, ...filler])
  })
  let open: readonly string[] = []
  for (const row of rows) {
    const groups = row.in.map((group, level): Place => (open[level] === group ? ABOVE : words(labelOf(table, group))))
    const figures = columns.map(({ id }) => figure(row.id, id, figureAt))
    grid.push([...groups, words(row.label), ...lefts(depth - groups.length - 1), ...figures, ...filler])
    open = row.in
  }
  return grid
}

function acrossGrid(table: TableFormat, figureAt: FigureAt): Place[][] {
  const columns = table.blocks.flatMap((block) =>
    block.rows.flatMap((row) =>
      block.columns.map((column) => ({
        path: [...row.in.map((group) => labelOf(table, group)), ...headsOf(row, column)],
        figure: figure(row.id, column.id, figureAt),
      })),
    ),
  )
  return [...headRows(columns.map(({ path }) => path)), columns.map((column) => column.figure)]
}

/** Rows of heads over columns: a head is written once over the columns that share it, and as low as it reaches. */
function headRows(paths: readonly (readonly string[])[]): Place[][] {
  const depth = Math.max(...paths.map((path) => path.length))
  return Array.from({ length: depth }, (_, level) =>
    paths.map((path, column): Place => {
      const label = path[level]
      // The last head of a short path reaches down to the figures.
      if (label === undefined) return ABOVE
      const before = paths[column - 1]
      const isShared = level < path.length - 1 && before !== undefined && samePath(path, before, level)
      return isShared ? 'left' : words(label)
    }),
  )
}

const samePath = (a: readonly string[], b: readonly string[], level: number): boolean =>
  a.slice(0, level + 1).join('/') === b.slice(0, level + 1).join('/')

const labelOf = ({ groups }: TableFormat, group: string): string =>
  groups.find(({ id }) => id === group)?.label ?? group

const figure = (row: string, column: string, figureAt: FigureAt): Place => ({
  text: figureAt(row, column),
  isFigure: true,
  key: `${row}/${column}`,
})

const ABOVE: Place = 'above'
const words = (text: string): Place => ({ text, isFigure: false })
const lefts = (count: number): Place[] => Array.from({ length: Math.max(0, count) }, () => 'left')
