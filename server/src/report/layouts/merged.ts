import { type Grid, isCell, type WrittenCell } from './layout.ts'

/** A cell of the printed form with the columns and rows that it covers, itself included. */
export interface MergedCell extends WrittenCell {
  readonly columns: number
  readonly rows: number
  /** Its own column. */
  readonly at: number
}

/** The rows of a table as the form prints them: only the cells there are, each as far as it reaches. */
export const mergedRows = (grid: Grid): MergedCell[][] =>
  grid.map((row, index) =>
    row.flatMap((place, column) => (isCell(place) ? { ...place, ...extentOf(grid, index, column), at: column } : [])),
  )

function extentOf(grid: Grid, row: number, column: number): Pick<MergedCell, 'columns' | 'rows'> {
  let right = column + 1
  while (grid[row]?.[right] === 'left') right++
  let below = row + 1
  while (grid[below]?.[column] === 'above') below++
  return { columns: right - column, rows: below - row }
}

/** As attributes of an HTML cell. */
export const spanAttributes = ({ columns, rows }: MergedCell): string =>
  `${rows > 1 ? ` rowspan="${rows}"` : ''}${columns > 1 ? ` colspan="${columns}"` : ''}`
