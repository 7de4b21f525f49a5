import { isCell, isRow } from '../table.ts'
import type { Style } from './style.ts'

/** Each cell on its own line after a tab; a blank line ends the row. Merged cells to the right may leave no trace. */
export const tabbedLines: Style = {
  layouts: ['tabbedLines'],
  frame: 'plain',
  keepsBlanks: true,
  tellsRows: true,
  separates: true,
  write(out, rows, draw) {
    const dropsMerged = draw(1) === 1
    for (const row of rows) {
      if (!isRow(row)) {
        out.line(row)
        continue
      }
      for (const place of row) {
        if (dropsMerged && place === 'left') continue
        out.put('\t')
        if (isCell(place)) out.cell(place)
        out.line()
      }
      out.line()
    }
  },
}
