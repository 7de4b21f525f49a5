import { isCell, isRow } from '../table.ts'
import type { Style } from './style.ts'

/** One cell a line with bars: what web scrapers make of a table. Blanks are bars among the bars of merged cells. */

/** The bar at the end of each cell's line; merged and empty cells as a line of bars: `|||`. */
export const barredLines: Style = {
  layouts: ['bars', 'lines'],
  frame: 'plain',
  keepsBlanks: false,
  tellsRows: false,
  separates: true,
  write(out, rows) {
    for (const row of rows) {
      if (!isRow(row)) {
        out.line(row)
        continue
      }
      let open = 0
      for (const place of row) {
        if (isCell(place) && place.text !== '') {
          if (open > 0) out.line('|'.repeat(open))
          open = 0
          out.cell(place).line(' |')
        } else {
          if (isCell(place)) out.cell(place)
          open++
        }
      }
      if (open > 0) out.line('|'.repeat(open))
    }
  },
}

/** The bar alone on the next line. */
export const barLines: Style = {
  layouts: ['bars', 'lines'],
  frame: 'plain',
  keepsBlanks: false,
  tellsRows: false,
  separates: true,
  write(out, rows) {
    for (const row of rows) {
      if (!isRow(row)) {
        out.line(row)
        continue
      }
      for (const place of row) {
        if (isCell(place)) {
          out.cell(place)
          if (place.text !== '') out.line()
        }
        out.line('|')
      }
    }
  },
}
