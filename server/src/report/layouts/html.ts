import type { Grid, Layout } from './layout.ts'
import { tabs } from './rows.ts'

/** HTML tables. They are read as plain text, in which a row is a line and tabs set cells apart. */
export const html: Layout = {
  name: 'html',
  slots: tabs.slots,
  blankAt: (source, at) => {
    // Read from its tag's first character on, a blank cell begins where the tag ends.
    const from = Math.max(0, at - 2)
    const tag = CELL_TAG.exec(source.slice(from, from + LONGEST_TAG))
    return tag === null ? at : from + tag[0].length
  },
  write: (grid, newline) => {
    const rows = grid.map((row, index) => {
      const cells = row.map((cell, column) => (cell === null ? '' : cellTag(cell, span(grid, index, column))))
      return `<tr>${cells.join('')}</tr>${newline}`
    })
    return `<table>${newline}${rows.join('')}</table>${newline}`
  },
}

/** The next tag that opens a cell, and all before it. */
const CELL_TAG = /^[\s\S]*?<t[dh](?=[\s>])[^>]*>/i
/** With its styles, as word processors write them. */
const LONGEST_TAG = 2000

/** How many columns and rows a cell covers: the covered ones to its right, and below it where all of those are covered. */
function span(grid: Grid, row: number, column: number): { columns: number; rows: number } {
  let end = column + 1
  while (end < (grid[row]?.length ?? 0) && grid[row]?.[end] === null && !coveredFromAbove(grid, row, end)) end++
  let below = row + 1
  while (below < grid.length && grid[below]?.slice(column, end).every((cell) => cell === null)) below++
  return { columns: end - column, rows: below - row }
}

/** A covered cell whose row begins, up to it, with covered cells only, belongs to a cell above. */
const coveredFromAbove = (grid: Grid, row: number, column: number): boolean =>
  row > 0 && (grid[row]?.slice(0, column + 1).every((cell) => cell === null) ?? false)

function cellTag(text: string, { columns, rows }: { columns: number; rows: number }): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return `<td${rows > 1 ? ` rowspan="${rows}"` : ''}${columns > 1 ? ` colspan="${columns}"` : ''}>${escaped}</td>`
}
