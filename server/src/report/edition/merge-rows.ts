import type { RowFormat } from '../../formats/schema.ts'
import { narrowed, type SpanEdit, sliceOf } from '../../text/span.ts'
import type { FigureAt } from '../layouts/form.ts'
import { resizeCell } from '../layouts/html-spans.ts'
import type { Report, Row, Table } from '../report.ts'
import { figuresLike, groupLabel, isTorn, resizeGroups } from './row-model.ts'
import { endWithUnit, strayIn } from './strays.ts'

/**
 * Replaces the rows of a group by a single one with the group's label, as other rows of the same table without a group of
 * their own are written. Undefined where the table has no such model, or other rows stand between them.
 */
export function mergeRows(
  report: Report,
  table: Table,
  parts: readonly Row[],
  whole: RowFormat | undefined,
  figureAt: FigureAt,
): SpanEdit[] | undefined {
  const { text } = report
  const [first] = parts
  const last = parts.at(-1)
  if (first === undefined || last === undefined || whole === undefined) return undefined
  const at = table.rows.indexOf(first)
  const isInOne = parts.every((part, index) => table.rows[at + index] === part)
  const start = table.rows[at - 1]?.span.end ?? table.span.start
  const label = groupLabel(text, table.format, whole.id, { start, end: first.label.start })
  const like = modelIn(text, table, first, whole)
  if (!isInOne || label === undefined || like === undefined) return undefined
  if ([like, ...parts].some((row) => row.unaligned || isTorn(text, table, row))) return undefined
  const span = { start: label.end, end: endWithUnit(text, last.span.end, last.cells.at(-1)?.unit) }
  if (strayIn(report, table, span) !== undefined) return undefined
  const figures = figuresLike(
    text,
    like,
    first.columns.map(({ id }) => figureAt(whole.id, id)),
  )
  // Converters repeat the label over the cells that it covers.
  const newText = figures.replaceAll(sliceOf(text, like.label), sliceOf(text, label))
  const rows = 1 - parts.length
  const merged = table.layout === 'html' ? resizeCell(text, label.start, { columns: 1, rows }) : []
  return [...resizeGroups(text, table, whole.in, first.label.start, rows), ...merged, narrowed(text, { span, newText })]
}

/** The nearest row in the same groups as the one to be written. */
function modelIn(text: string, { rows }: Table, near: Row, { in: groups }: RowFormat): Row | undefined {
  const distance = ({ label }: Row) => Math.abs(label.start - near.label.start)
  return rows
    .filter((row) => !row.unaligned && row.format.in.join() === groups.join())
    .filter(({ label, cells }) => label.end > label.start && !/\d/.test(text.slice(label.end, cells[0]?.span.start)))
    .sort((a, b) => distance(a) - distance(b))[0]
}
