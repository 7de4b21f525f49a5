import { isCell, isRow } from '../table.ts'
import type { Style } from './style.ts'

/** One cell a line, without bars: what a browser's copy makes of a table. Empty cells are not there. */

export const lines: Style = {
  layouts: ['lines'],
  frame: 'plain',
  keepsBlanks: false,
  tellsRows: false,
  separates: true,
  write(out, rows) {
    for (const row of rows) {
      if (!isRow(row)) {
        if (row !== '') out.line(row).line()
        continue
      }
      for (const place of row) if (isCell(place) && place.text !== '') out.cell(place).line().line()
    }
  },
}

export const denseLines: Style = {
  layouts: ['lines'],
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
      for (const place of row) if (isCell(place) && place.text !== '') out.cell(place).line()
    }
  },
}
