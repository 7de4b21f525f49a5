import { isCell, isRow, type Line } from '../table.ts'
import type { Writer } from '../writer.ts'
import type { Style } from './style.ts'

/** Cells run together, as web archives store them. */

function glue(out: Writer, line: Line): void {
  if (!isRow(line)) out.put(line)
  else for (const place of line) if (isCell(place)) out.cell(place, '')
}

/** A line for each row: `规章000`. */
export const gluedRows: Style = {
  layouts: ['glued'],
  frame: 'plain',
  keepsBlanks: false,
  tellsRows: true,
  separates: false,
  write(out, lines) {
    for (const line of lines) {
      glue(out, line)
      out.line()
    }
  },
}

/** The whole table, and the text around it, on one line. */
export const gluedFlat: Style = {
  layouts: ['glued'],
  frame: 'flat',
  keepsBlanks: false,
  tellsRows: false,
  separates: false,
  write(out, lines) {
    for (const line of lines) glue(out, line)
  },
}
