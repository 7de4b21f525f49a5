import { type RowFormat, rowIds, rowOf, type TableFormat } from '../../formats/schema.ts'
import { fold } from '../../text/fold.ts'
import { type Span, type SpanEdit, sliceOf } from '../../text/span.ts'
import { spellingLike } from '../dialect.ts'
import { groupLabel, isTorn, resizeGroups } from '../edition/row-model.ts'
import { endWithUnit } from '../edition/strays.ts'
import { escaped } from '../layouts/html.ts'
import { layoutNamed } from '../layouts/index.ts'
import { plainText } from '../plain.ts'
import type { Report, Row, Table } from '../report.ts'
import type { Gapped } from './draft.ts'

/** A row of the form that a table does not have yet, and what else changes in the table when it is put in. */
export interface WrittenRow {
  /** The whole line or row, with a gap for each figure. */
  readonly text: Gapped
  readonly edits: readonly SpanEdit[]
}

/**
 * Writes a row as another one of the same table is written: with its separators, merged cells and brackets. Undefined where the
 * table has no row to follow, and where blanks would leave no trace.
 *
 * @param at where it will be put
 */
export function writeRow(report: Report, table: Table, id: string, at: number): WrittenRow | undefined {
  const place = rowOf(table.format, id)
  if (place === undefined || !layoutNamed(table.layout).keepsBlanks) return undefined
  if (!standsInItsBlock(report, table, id)) return undefined
  const wanted = place.block.columns.map((column) => column.id).join()
  const models = table.rows
    .filter((row) => row.columns.map((column) => column.id).join() === wanted)
    .flatMap((row) => modelOf(report.text, table, row) ?? [])
    .filter(({ row }) => row.format.in.length === place.row.in.length)
  const near = ({ row }: Model) =>
    (row.format.in.join() === place.row.in.join() ? 0 : Number.MAX_SAFE_INTEGER / 2) + Math.abs(row.label.start - at)
  for (const model of models.sort((a, b) => near(a) - near(b))) {
    const lead = leadFor(report.text, table, place.row, model)
    if (lead === undefined) continue
    const spell = spellingLike(table.rows.map(({ label }) => sliceOf(report.text, label)).join('\n'))
    const label = table.layout === 'html' ? escaped(spell(place.row.label)) : spell(place.row.label)
    // Where cells are merged, Markdown may repeat the label.
    const [first = '', ...gaps] = model.gaps.map((gap) => gap.replaceAll(sliceOf(report.text, model.row.label), label))
    return {
      text: [lead + label + first, ...gaps.flatMap((gap) => ['', gap]), '', model.tail],
      edits: resizeGroups(report.text, table, place.row.in, at, 1),
    }
  }
  return undefined
}

/** Blocks have headings of their own, which a row cannot do without. */
function standsInItsBlock({ text }: Report, { format, rows, span }: Table, id: string): boolean {
  if (format.blocks.length === 1) return true
  const block = rowOf(format, id)?.block
  const isThere = block?.rows.some((other) => rows.some((row) => row.id === other.id))
  return isThere === true || (block?.heading !== undefined && fold(sliceOf(text, span)).includes(fold(block.heading)))
}

/** A row of the text, in pieces. */
interface Model {
  readonly row: Row
  /** Before its label, from the beginning of its line or of its tag. */
  readonly lead: Span
  /** Before each figure. */
  readonly gaps: readonly string[]
  readonly tail: string
}

/** Undefined for a row that holds more, or less, than its label and its figures. */
function modelOf(text: string, table: Table, row: Row): Model | undefined {
  const { label, cells, columns, unaligned, surplus } = row
  if (unaligned || surplus.length > 0 || cells.length !== columns.length || label.start === label.end) return undefined
  if (isTorn(text, table, row)) return undefined
  const extent = rowExtent(text, table, row)
  if (extent === undefined) return undefined
  const ends = [label.end, ...cells.map(({ span, unit }) => endWithUnit(text, span.end, unit))]
  const gaps = cells.map(({ span }, index) => text.slice(ends[index], span.start))
  const tail = text.slice(ends.at(-1), extent.end)
  const words = sliceOf(text, label)
  const isStray = (piece: string) => WORDS.test(plainText(CELL + piece.replaceAll(words, '')))
  if ([...gaps, tail].some(isStray)) return undefined
  return { row, lead: { start: extent.start, end: label.start }, gaps, tail }
}

const WORDS = /[\p{L}\p{N}]/u
/** A piece between cells begins with the end of one. */
const CELL = '<td>'

/** The lines of a row, or from its first tag to its last; without the line end. */
export function rowExtent(text: string, { layout, rows }: Table, row: Row): Span | undefined {
  const { label, span } = row
  if (layout === 'html') {
    const start = Math.max(text.lastIndexOf('<tr', label.start), text.lastIndexOf('<TR', label.start))
    const close = /<\/tr\s*>/i.exec(text.slice(span.end, span.end + LONGEST_TAG))
    return start === -1 || close === null ? undefined : { start, end: span.end + close.index + close[0].length }
  }
  let start = label.start
  while (start > 0 && !/[\r\n]/.test(text[start - 1] as string)) start--
  const rest = /[\r\n]/.exec(text.slice(span.end))
  const end = rest === null ? text.length : span.end + rest.index
  if (layout !== 'tabbedLines') return { start, end }
  // Its other cells, merged ones as well, have lines of their own, up to blank ones.
  const from = Math.max(rows[rows.indexOf(row) - 1]?.span.end ?? 0, start - LONGEST_ROW)
  const lead = /(?<=\1(\r\n|\n|\r))(?=\t)(?:[^\r\n]+(?:\r\n|\n|\r))+$/.exec(text.slice(from, start))?.[0] ?? ''
  const tail = /^(?:(?:\r\n|\n|\r)\t[\t ]*)+(?=[\r\n]|$)/.exec(text.slice(end, end + LONGEST_ROW))?.[0] ?? ''
  return { start: start - lead.length, end: end + tail.length }
}

/** Of cells with lines of their own. */
const LONGEST_ROW = 400
const LONGEST_TAG = 2000

/**
 * What stands before the label of a row that follows a model: the model's own, with the labels of the row's groups where it has
 * those of the model's.
 */
function leadFor(text: string, table: Table, row: RowFormat, { row: model, lead }: Model): string | undefined {
  const words = sliceOf(text, lead)
  const { format } = table
  if (!WORDS.test(plainText(words))) {
    // Merged cells are written once, with the first row of their group.
    return row.in.every((group) => isBegun(table, group, row.id)) ? words : undefined
  }
  if (table.layout === 'html') return undefined
  const spell = spellingLike(table.rows.map(({ label }) => sliceOf(text, label)).join('\n'))
  let written = words
  let found = 0
  for (const [level, group] of model.format.in.entries()) {
    const span = groupLabel(text, format, group, lead)
    if (span === undefined) continue
    found++
    const own = row.in[level] as string
    if (own !== group) written = written.replace(sliceOf(text, span), spell(labelOf(format, own)))
  }
  const isRepeated = repeatsGroups(text, table)
  if (found === 0) return undefined
  if (isRepeated) return found === row.in.length ? written : undefined
  // The model begins its innermost group alone; so has the row to.
  const [inner = '', ...outer] = row.in.toReversed()
  const begins = !isBegun(table, inner, row.id) && outer.every((group) => isBegun(table, group, row.id))
  return found === 1 && begins && groupLabel(text, format, model.format.in.at(-1) ?? '', lead) !== undefined
    ? written
    : undefined
}

const labelOf = ({ groups }: TableFormat, id: string): string => groups.find((group) => group.id === id)?.label ?? id

/** Whether a row of the group stands before the row, in the order of the form. */
function isBegun({ format, rows }: Table, group: string, id: string): boolean {
  const ids = rowIds(format)
  const before = new Set(ids.slice(0, ids.indexOf(id)))
  return rows.some((row) => before.has(row.id) && row.format.in.includes(group))
}

/** Whether rows that do not begin their group have its label all the same. */
function repeatsGroups(text: string, { format, rows }: Table): boolean {
  return rows.some((row, index) => {
    const group = row.format.in.at(-1)
    const before = rows[index - 1]
    if (group === undefined || before?.format.in.at(-1) !== group) return false
    return groupLabel(text, format, group, { start: before.span.end, end: row.label.start }) !== undefined
  })
}
