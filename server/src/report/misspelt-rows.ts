import { type RowFormat, rowIds, rowOf } from '../formats/schema.ts'
import { wrongLetters } from '../text/distance.ts'
import type { Span } from '../text/span.ts'
import { type LabelCell, labelCells } from './label-cells.ts'
import type { Region, RowSource } from './sources.ts'
import type { TableForms } from './table-forms.ts'
import { coreOf } from './vocabulary.ts'

/** A table goes on no further behind its last known row. */
const LONGEST_TAIL = 600
/** From a label to its first figure, with what markup leaves. */
const LONGEST_GAP = 500

/**
 * The rows with those whose label is misspelt in its first letters, by which labels are known: where rows of an edition
 * are missing between two others, a cell of nearly the words of one of them is that row.
 */
export function withMisspeltRows(
  text: string,
  sources: readonly RowSource[],
  table: TableForms,
  region: Region,
): RowSource[] {
  const result: RowSource[] = []
  const known = new Set(sources.map(({ row }) => row))
  for (let index = -1; index < sources.length; index++) {
    const source = sources[index]
    const next = sources[index + 1]
    const start = source?.from ?? region.matches[0]?.start ?? 0
    const end = next?.label.start ?? Math.min(region.limit, start + LONGEST_TAIL)
    const missing = missingBetween(table, source?.row, next?.row).filter(({ id }) => !known.has(id))
    const found = missingIn(text, missing, { start, end })
    const [first] = found
    if (source !== undefined) {
      const to = first === undefined ? source.to : Math.min(source.to, lineStart(text, start, first.cell.start))
      result.push({ ...source, to })
    }
    for (const [at, { row, cell }] of found.entries()) {
      known.add(row.id)
      const to = figuresEnd(text, region, cell.end, found[at + 1]?.cell.start ?? next?.label.start)
      result.push({ row: row.id, label: cell, from: cell.end, to: to ?? end, heads: [] })
    }
  }
  return result
}

/** Where the next label's line begins: of the next row, if there is one, or of a group or head before it. */
function figuresEnd(text: string, { matches }: Region, from: number, nextRow: number | undefined): number | undefined {
  const label = matches.find(({ start }) => start >= from)?.start
  const next = Math.min(label ?? Number.POSITIVE_INFINITY, nextRow ?? Number.POSITIVE_INFINITY)
  return Number.isFinite(next) ? lineStart(text, from, next) : undefined
}

/** The rows that an edition has between two others, or before or after one. */
function missingBetween({ editions }: TableForms, after: string | undefined, before: string | undefined): RowFormat[] {
  const missing = new Map<string, RowFormat>()
  for (const { table } of editions) {
    const ids = rowIds(table)
    const from = after === undefined ? 0 : ids.indexOf(after) + 1
    const to = before === undefined ? ids.length : ids.indexOf(before)
    if ((after !== undefined && from === 0) || to === -1) continue
    for (const id of ids.slice(from, to)) {
      const row = rowOf(table, id)?.row
      if (row !== undefined) missing.set(id, row)
    }
  }
  return [...missing.values()]
}

/** The missing rows in a stretch, in their order, with the cells of their labels. */
function missingIn(
  text: string,
  missing: readonly RowFormat[],
  { start, end }: Span,
): { row: RowFormat; cell: Span }[] {
  if (missing.length === 0) return []
  let from = 0
  return labelCells(text, start, end).flatMap((cell) => {
    const place = missing.findIndex((row, index) => index >= from && isNearly(cell, row))
    const row = missing[place]
    if (row === undefined || !hasFigures(text, cell.cell.end)) return []
    from = place + 1
    return [{ row, cell: cell.cell }]
  })
}

/** Whether the next cell is a figure, set apart from what follows: amid the lines of a page a label may go on below it. */
function hasFigures(text: string, end: number): boolean {
  return /^[\s|]*[-+\d０-９/][^\s|]*[^\S\t\n\r]*(?:[\t\n\r|]|$)/.test(text.slice(end, end + LONGEST_GAP))
}

const isNearly = ({ core }: LabelCell, { label, accepted = [] }: RowFormat): boolean =>
  [label, ...accepted].some((words) => wrongLetters(core, coreOf(words)) !== undefined)

/** The start of the line of `at`, if that is after `from`. */
function lineStart(text: string, from: number, at: number): number {
  for (let start = at; start > from; start--) if (text[start - 1] === '\n') return start
  return at
}
