import type { TableFormat } from '../../formats/schema.ts'
import { narrowed, type SpanEdit } from '../../text/span.ts'
import { newlineOf, spellingLike } from '../dialect.ts'
import { type FigureAt, formGrid } from '../layouts/form.ts'
import { layoutNamed } from '../layouts/index.ts'
import { spelled } from '../layouts/write.ts'
import type { Report, Table } from '../report.ts'
import { endWithUnit, strayIn } from './strays.ts'

/** Why a table is left as it is. */
export type Obstacle =
  /** The figures of these rows could not be told apart. */
  | { readonly kind: 'unaligned'; readonly rows: readonly string[] }
  /** It holds something that is no part of the form. */
  | { readonly kind: 'stray'; readonly text: string }
  /** Where it begins and ends cannot be seen. */
  | { readonly kind: 'extent' }

export interface Replaced {
  readonly edits: readonly SpanEdit[]
  readonly obstacle?: Obstacle
}

/** Writes a table anew in the form given, with a note below it, if there is one. */
export function replaceTable(
  report: Report,
  table: Table,
  target: TableFormat,
  figureAt: FigureAt,
  note: string | undefined,
): Replaced {
  const { text } = report
  const unaligned = table.rows.filter((row) => row.unaligned)
  if (unaligned.length > 0) {
    return { edits: [], obstacle: { kind: 'unaligned', rows: unaligned.map(({ format }) => format.label) } }
  }
  const layout = layoutNamed(table.layout)
  const extent = layout.extent(text, { start: table.span.start, end: endOf(text, table) })
  if (extent === undefined) return { edits: [], obstacle: { kind: 'extent' } }
  const stray = strayIn(report, table, extent)
  if (stray !== undefined) return { edits: [], obstacle: { kind: 'stray', text: stray } }
  const example = text.slice(extent.start, extent.end)
  const grid = spelled(formGrid(target, figureAt), spellingLike(example))
  const newline = newlineOf(text)
  const figure = [...table.cells.values()].find(({ state, raw }) => state === 'number' && !raw.includes('<'))?.span
  const written = layout.write(grid, newline, { text, extent, figure }).replace(/[\r\n]+$/, '')
  const edit = { span: extent, newText: written }
  if (note === undefined) return { edits: [narrowed(text, edit)] }
  const { at, newText } = layout.below(text, extent, { words: note, newline, columns: grid[0]?.length ?? 1 })
  if (at === extent.end) return { edits: [narrowed(text, { span: extent, newText: written + newText })] }
  return { edits: [narrowed(text, edit), { span: { start: at, end: at }, newText }] }
}

/** Behind its last figure, unit included. */
export function endOf(text: string, { span, cells }: Table): number {
  const last = [...cells.values()].find((cell) => cell.span.end === span.end)
  return endWithUnit(text, span.end, last?.unit)
}
