import type { SpanEdit } from '../../text/span.ts'
import { newlineOf } from '../dialect.ts'
import type { Report, Row, Table } from '../report.ts'
import { plainly } from './draft.ts'
import { rowExtent, writeRow } from './row.ts'

/**
 * Puts rows that a table does not have, with blank cells, behind one that it has. Undefined where blanks would leave no trace, and
 * where one of the rows cannot be written as the others are.
 */
export function insertRows(report: Report, table: Table, ids: readonly string[], before: Row): SpanEdit[] | undefined {
  const { text } = report
  const end = rowExtent(text, table, before)?.end
  // Cells that reach over several rows grow by one row at a time.
  if (end === undefined || (table.layout === 'html' && ids.length > 1)) return undefined
  const newline = newlineOf(text)
  const between = table.layout === 'tabbedLines' ? newline + newline : newline
  const rows = ids.map((id) => writeRow(report, table, id, end))
  const written = rows.flatMap((row) => (row === undefined ? [] : between + plainly(row.text)))
  if (written.length < rows.length) return undefined
  return [...rows.flatMap((row) => row?.edits ?? []), { span: { start: end, end }, newText: written.join('') }]
}
