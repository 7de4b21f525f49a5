import { type Grid, isCell } from '../../report/layouts/layout.ts'
import { type MergedCell, mergedRows } from '../../report/layouts/merged.ts'

/** A table as it is printed. */
export interface PrintedTable {
  /** Of each column, adding up to 1. */
  readonly widths: readonly number[]
  readonly rows: readonly (readonly PrintedCell[])[]
  /** How many rows at the top are heads for all that follow, to be repeated on the next page. */
  readonly heads: number
}

export interface PrintedCell extends MergedCell {
  readonly align: 'center' | 'left'
  /** Its letters stand below one another. */
  readonly isVertical: boolean
  /** The first column that it stands in. */
  readonly column: number
}

/** A column of labels of its own, in parts of what a figure takes up; narrow where its labels are written downwards. */
const LABELS = 6.1
const GROUPS = 1.7
const DOWNWARDS = 0.8
/** So many rows give a label room to be written downwards. */
const TALL = 5

/**
 * The official form prints labels in as many columns as they have levels, the outermost downwards, and all figures in
 * columns of the same width. A table with a single column of labels is divided evenly.
 */
export function printed(grid: Grid): PrintedTable {
  const width = grid[0]?.length ?? 0
  const columns = Array.from({ length: width }, (_, x) => x)
  const holdsFigures = columns.map((x) => grid.some((row) => isFigureAt(row[x])))
  const first = holdsFigures.indexOf(true)
  const labels = first === -1 ? width : first
  const isTall = (cell: MergedCell, column: number) =>
    labels > 2 && column === 0 && cell.columns === 1 && cell.rows >= TALL && cell.rows * 2 >= cell.text.length
  const rows = mergedRows(grid).map((row, y) => {
    let from = 0
    return row.map((cell): PrintedCell => {
      const column = columnOf(grid, y, from)
      from = column + 1
      return {
        ...cell,
        column,
        isVertical: isTall(cell, column),
        align: isLeft(cell, column, labels) ? 'left' : 'center',
      }
    })
  })
  const hasVertical = rows.some((row) => row.some(({ isVertical }) => isVertical))
  const weights = columns.map((x) => {
    if (first === -1 || labels < 2 || x >= labels) return 1
    if (x === labels - 1) return LABELS
    return x === 0 && hasVertical ? DOWNWARDS : GROUPS
  })
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  return { widths: weights.map((weight) => weight / all), rows, heads: headsOf(grid) }
}

const isFigureAt = (place: Grid[number][number] | undefined): boolean =>
  isCell(place) && place.isFigure && place.key !== undefined

/** None in a table of several blocks, each with its own. */
function headsOf(grid: Grid): number {
  const first = grid.findIndex((row) => row.some(isFigureAt))
  return grid.slice(first).every((row) => row.some(isFigureAt)) ? Math.max(0, first) : 0
}

const NUMBERED = /^[（(]?[\d一二三四五六七八九十]+[）).、．]/

/** What stands above labels and numbered rows begins at the left; groups are centred. */
const isLeft = ({ text, isFigure, columns }: MergedCell, column: number, labels: number): boolean =>
  labels > 1 && column < labels && !isFigure && (columns > 1 || (column === labels - 1 && NUMBERED.test(text)))

/** The column of the first cell from there on. */
const columnOf = (grid: Grid, y: number, from: number): number => {
  const row = grid[y] ?? []
  const found = row.findIndex((place, x) => x >= from && isCell(place))
  return found === -1 ? from : found
}
