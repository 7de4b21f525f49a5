import { type Grid, isCell, type Layout, wordsAt } from './layout.ts'
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
      const cells = row.map((place, column) =>
        isCell(place) ? cellTag(wordsAt(place), extentOf(grid, index, column)) : '',
      )
      return `<tr>${cells.join('')}</tr>${newline}`
    })
    return `<table>${newline}${rows.join('')}</table>${newline}`
  },
}

/** The next tag that opens a cell, and all before it. */
const CELL_TAG = /^[\s\S]*?<t[dh](?=[\s>])[^>]*>/i
/** With its styles, as word processors write them. */
const LONGEST_TAG = 2000

interface Extent {
  readonly columns: number
  readonly rows: number
}

/** How many columns and rows a cell covers, itself included. */
function extentOf(grid: Grid, row: number, column: number): Extent {
  let right = column + 1
  while (grid[row]?.[right] === 'left') right++
  let below = row + 1
  while (grid[below]?.[column] === 'above') below++
  return { columns: right - column, rows: below - row }
}

const cellTag = (text: string, { columns, rows }: Extent): string =>
  `<td${rows > 1 ? ` rowspan="${rows}"` : ''}${columns > 1 ? ` colspan="${columns}"` : ''}>${escaped(text)}</td>`

/** A text as HTML. */
export const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
