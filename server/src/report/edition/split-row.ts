import type { RowFormat } from '../../formats/schema.ts'
import { narrowed, type SpanEdit, sliceOf } from '../../text/span.ts'
import type { FigureAt } from '../layouts/form.ts'
import { resizeCell } from '../layouts/html-spans.ts'
import type { Report, Row, Table } from '../report.ts'
import { figuresLike, groupLabel, isTorn, resizeGroups } from './row-model.ts'
import { endWithUnit, strayIn } from './strays.ts'

/**
 * Replaces a row by several under its label, as other groups of the same table are written: two rows that begin a group
 * are the model, so that tabs, bars, blank lines, brackets and the space after a number are those of the text. Undefined
 * where the table has no such model.
 */
export function splitRow(
  report: Report,
  table: Table,
  old: Row,
  successors: readonly RowFormat[],
  figureAt: FigureAt,
): SpanEdit[] | undefined {
  const { text } = report
  const model = modelIn(text, table, old)
  if (model === undefined || old.unaligned || isTorn(text, table, old)) return undefined
  const span = { start: old.label.start, end: endWithUnit(text, old.span.end, old.cells.at(-1)?.unit) }
  if (strayIn(report, table, span) !== undefined) return undefined
  const oldLabel = sliceOf(text, old.label)
  const numbering = /^\d+([.．、]\s*)/.exec(sliceOf(text, model.first.label))?.[1] ?? '.'
  const written = successors.map((row, index) => {
    const like = index === 0 ? model.first : model.second
    const lead =
      index === 0 ? oldLabel + model.betweenLabels : model.leadOfSecond.replaceAll(model.groupLabel, oldLabel)
    const label = row.label.replace(/^(\d+)[.．、]\s*/, (_, number: string) => number + numbering)
    const figures = old.columns.map(({ id }) => figureAt(row.id, id))
    return lead + label + figuresLike(text, like, figures)
  })
  const rows = successors.length - 1
  const merged = table.layout === 'html' ? resizeCell(text, old.label.start, { columns: -1, rows }) : []
  return [
    ...resizeGroups(text, table, old.format.in, old.label.start, rows),
    ...merged,
    narrowed(text, { span, newText: written.join('') }),
  ]
}

/** The first two rows of a group, with the text that stands around their labels. */
interface Model {
  readonly first: Row
  readonly second: Row
  readonly groupLabel: string
  /** From the group's label to the first row's. */
  readonly betweenLabels: string
  /** From the first row's last figure to the second row's label. */
  readonly leadOfSecond: string
}

/** The nearest group before the row whose beginning is whole: where a page break tears it, the one before. */
function modelIn(text: string, table: Table, old: Row): Model | undefined {
  const models: Model[] = []
  table.rows.forEach((first, index) => {
    const second = table.rows[index + 1]
    const group = first.format.in.at(-1)
    const before = table.rows[index - 1]
    if (second === undefined || before === undefined || group === undefined || first.label.start > old.label.start)
      return
    if (second.format.in.at(-1) !== group || before.format.in.at(-1) === group || first.format.in.length < 2) return
    if ([first, second].some((row) => row.unaligned || isTorn(text, table, row))) return
    const label = groupLabel(text, table.format, group, { start: before.span.end, end: first.label.start })
    if (label === undefined) return
    models.push({
      first,
      second,
      groupLabel: sliceOf(text, label),
      betweenLabels: text.slice(label.end, first.label.start),
      leadOfSecond: text.slice(first.span.end, second.label.start),
    })
  })
  const size = ({ betweenLabels, leadOfSecond }: Model) => betweenLabels.length + leadOfSecond.length
  return models.reverse().sort((a, b) => size(a) - size(b))[0]
}
