import { rowIds, rowOf, type TableFormat } from '../../formats/schema.ts'
import type { SpanEdit } from '../../text/span.ts'
import { newlineOf } from '../dialect.ts'
import type { FigureAt } from '../layouts/form.ts'
import { layoutNamed } from '../layouts/index.ts'
import type { Report, Row, Table } from '../report.ts'
import { mergeRows } from './merge-rows.ts'
import { endOf } from './replace-table.ts'
import { splitRow } from './split-row.ts'

/** Rows written anew, and the edits. */
export interface ChangedRows {
  readonly written: readonly string[]
  readonly edits: readonly SpanEdit[]
}

/**
 * Where editions differ in that one divides a row of the other: changes these rows alone. Undefined where more differs, or
 * where the text has no rows to follow.
 */
export function changeRows(
  report: Report,
  table: Table,
  target: TableFormat,
  old: readonly Row[],
  figureAt: FigureAt,
  note: string | undefined,
): ChangedRows | undefined {
  const written: string[] = []
  const edits: SpanEdit[] = []
  const ids = rowIds(target)
  for (const row of old) {
    if (ids.includes(row.id)) return undefined
    const parts = ids.filter((id) => id.startsWith(`${row.id}.`))
    const whole = ids.find((id) => row.id.startsWith(`${id}.`))
    if (whole !== undefined && written.includes(whole)) continue
    const made =
      whole === undefined
        ? splitRow(report, table, row, formatsOf(target, parts), figureAt)
        : mergeRows(
            report,
            table,
            old.filter(({ id }) => id.startsWith(`${whole}.`)),
            formatsOf(target, [whole])[0],
            figureAt,
          )
    if (made === undefined) return undefined
    written.push(...(whole === undefined ? parts : [whole]))
    edits.push(...made)
  }
  const isThere = (id: string) => written.includes(id) || rowOf(table.format, id) !== undefined
  // Labels that share a cell would have it changed twice.
  const isOrdered = edits.every(({ span }, index) => span.start >= (edits[index - 1]?.span.end ?? 0))
  if (!ids.every(isThere) || !isOrdered) return undefined
  if (note === undefined) return { written, edits }
  const layout = layoutNamed(table.layout)
  const extent = layout.extent(report.text, { start: table.span.start, end: endOf(report.text, table) })
  if (extent === undefined) return undefined
  const columns = Math.max(...table.rows.map((row) => row.format.in.length + 1 + row.columns.length))
  const { at, newText } = layout.below(report.text, extent, { words: note, newline: newlineOf(report.text), columns })
  return { written, edits: [...edits, { span: { start: at, end: at }, newText }] }
}

const formatsOf = (table: TableFormat, ids: readonly string[]) => ids.flatMap((id) => rowOf(table, id)?.row ?? [])
