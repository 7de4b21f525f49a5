import type { SpanEdit } from '../text/span.ts'
import type { Cell, Row, Table } from './report.ts'

/**
 * Where the figure of a blank cell goes that left no trace behind its label, or behind the figure before it: as in the rows
 * next to it, among the blanks and bars that are there already. Nothing where the cell can be seen in the text.
 */
export function blankPlaces(text: string, table: Table, cell: Cell, words: string): SpanEdit[] {
  const row = table.rows.find(({ id }) => id === cell.row)
  const index = row?.cells.indexOf(cell) ?? -1
  if (row === undefined || index === -1 || cell.span.start !== endBefore(row, index)) return []
  const { start } = cell.span
  const here = blanksAt(text, start)
  const models = modelsFor(text, table, row, index).slice(0, MOST_MODELS)
  return models.map(({ before, after }): SpanEdit => {
    const rest = here.slice(before.length)
    const isPlace = here.startsWith(before) && (rest !== '' || start + here.length === text.length)
    // Without blanks behind it, what looks like the place belongs to the next row.
    if (!isPlace) return { span: { start, end: start }, newText: before + words }
    const at = start + before.length
    const missing = after.endsWith(rest) ? after.slice(0, after.length - rest.length) : ''
    return { span: { start: at, end: at }, newText: words + missing }
  })
}

/** Each of them costs a reading. */
const MOST_MODELS = 3

/** What stands before and after a figure. */
interface Model {
  readonly before: string
  readonly after: string
}

/** How the cells of the same column are set apart in other rows, the nearest first; each way once. */
function modelsFor(text: string, { rows }: Table, row: Row, index: number): Model[] {
  const models = new Map<string, Model>()
  const distance = (other: Row) => Math.abs(other.label.start - row.label.start)
  for (const other of [...rows].sort((a, b) => distance(a) - distance(b))) {
    const cell = other.cells[index]
    if (other.cells.length !== row.cells.length || cell?.state !== 'number') continue
    const before = text.slice(endBefore(other, index), cell.span.start)
    const after = blanksAt(text, (cell.unitSpan ?? cell.span).end)
    if (before !== '' && BLANKS.exec(before)?.[0] === before)
      models.set(JSON.stringify([before, after]), { before, after })
  }
  return [...models.values()]
}

/** Where the label ends, or the cell before. */
function endBefore({ label, cells }: Row, index: number): number {
  const last = cells[index - 1]
  return last === undefined ? label.end : (last.unitSpan ?? last.span).end
}

const BLANKS = /^[\s|]{0,100}/
const blanksAt = (text: string, at: number): string => BLANKS.exec(text.slice(at, at + 100))?.[0] ?? ''
