import { displayWidth, WIDEST_CELL } from '../../text/display-width.ts'
import { narrowed, type SpanEdit } from '../../text/span.ts'
import type { Report } from '../report.ts'
import { isDashes, type Line, markdownTables, trimmed } from './markdown-tables.ts'

/**
 * Edits that set the bars of a report's Markdown tables below one another, by display width. They change blanks beside bars
 * and the number of dashes below the head, and nothing else; none is left where they are set so already.
 */
export function alignTables(report: Report): SpanEdit[] {
  return markdownTables(report).flatMap(alignTable)
}

function alignTable(lines: readonly Line[]): SpanEdit[] {
  // Dashes in another line are what its cells say: that something does not apply.
  const dashes = lines.slice(1, 2).find(({ cells }) => isDashes(cells))
  const widths = lines.map((line) => line.cells.map((cell) => (line === dashes ? NARROWEST : displayWidth(cell))))
  const columns = columnWidths(widths)
  return lines.flatMap((line, index) => {
    const { text, span, cells, isClosed } = line
    const written = cells.map((cell, column) => {
      const width = columns[column] as number
      if (line === dashes) return dashed(cell, width)
      return padded(cell, width - (widths[index]?.[column] as number), dashes?.cells[column])
    })
    const row = `| ${written.join(' | ')}`
    const newText = text.slice(0, text.indexOf('|')) + (isClosed ? `${row} |` : trimmed(row))
    if (cells.length === 0 || newText === text) return []
    const edit = narrowed(text, { span: { start: 0, end: text.length }, newText })
    return [{ ...edit, span: { start: span.start + edit.span.start, end: span.start + edit.span.end } }]
  })
}

/** How wide each column is: as its widest cell, those aside that would take too much room from all other rows. */
function columnWidths(rows: readonly (readonly number[])[]): number[] {
  const columns: number[] = []
  for (const row of rows) {
    for (const [column, width] of row.entries()) {
      columns[column] = Math.max(columns[column] ?? NARROWEST, width > WIDEST_CELL ? NARROWEST : width)
    }
  }
  return columns
}

/** A line of dashes has three in a cell. */
const NARROWEST = 3

/** As many dashes as the column is wide, with the colons that it has. */
function dashed(cell: string, width: number): string {
  const left = cell.startsWith(':') ? ':' : ''
  const right = cell.length > 1 && cell.endsWith(':') ? ':' : ''
  return left + '-'.repeat(width - left.length - right.length) + right
}

/** A cell with blanks beside it, on the side that the line of dashes says; as it is where it is wider than its column. */
function padded(cell: string, room: number, dashes = ''): string {
  if (room <= 0) return cell
  if (!dashes.endsWith(':') || dashes.length === 1) return cell + ' '.repeat(room)
  const before = dashes.startsWith(':') ? Math.floor(room / 2) : room
  return ' '.repeat(before) + cell + ' '.repeat(room - before)
}
