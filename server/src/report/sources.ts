import { rowIds, rowOf } from '../formats/schema.ts'
import { isBlank } from '../text/figure.ts'
import { fold } from '../text/fold.ts'
import { countUpTo } from '../text/order.ts'
import { withoutNumbering } from './labels.ts'
import type { Section } from './report.ts'
import type { Match } from './scan.ts'
import type { TableForms } from './table-forms.ts'

/** Where the figures of a row are to be looked for. */
export interface RowSource {
  readonly row: string
  /** The label's occurrence; its own kind may be a group's that is a row in another edition. */
  readonly label: { readonly start: number; readonly end: number }
  /** From the end of the label to the start of the next one. */
  readonly from: number
  readonly to: number
  /** The column heads above the row since the row before it. */
  readonly heads: readonly Match[]
}

/** The part of the text that holds a table: its labels in order, without prose between them. */
export interface Region {
  readonly matches: readonly Match[]
  /** The end of what can belong to it: the next section or other table. */
  readonly limit: number
}

/** Labels of one table are seldom further apart than this, page furniture and blank lines included. */
const WIDEST_GAP = 1500
/** A row's figures take less than this, and a sentence between two labels more. */
const SHORTEST_SENTENCE = 32
const FULL_STOP = 0x3002
const LINE_FEED = 0x0a

/** The most complete of the places where labels of a table stand together. */
export function regionOf(
  text: string,
  table: string,
  cells: readonly Match[],
  sections: readonly Section[],
  end: number,
): Region | undefined {
  const borders = sections.map(({ title }) => title.start)
  let best: Match[] = []
  let current: Match[] = []
  let most = 1
  const close = () => {
    const weight = weigh(current)
    if (weight > most) {
      best = current
      most = weight
    }
    current = []
  }
  for (const match of cells) {
    if (match.label.table !== table) continue
    const last = current.at(-1)
    if (last !== undefined && isApart(text, last.end, match.start, borders)) close()
    current.push(match)
  }
  close()
  const last = best.at(-1)
  if (last === undefined) return undefined
  const nextTable = cells.find(({ start, label }) => start > last.end && label.table !== table)
  const limit = Math.min(end, nextTable?.start ?? end, firstAfter(borders, last.end) ?? end)
  return { matches: best, limit }
}

/** How many different rows and columns there are: two make a table. */
function weigh(matches: readonly Match[]): number {
  const labels = new Set<Match['label']>()
  for (const { label } of matches) if (label.kind === 'row' || label.kind === 'column') labels.add(label)
  return labels.size
}

function isApart(text: string, from: number, to: number, borders: readonly number[]): boolean {
  if ((firstAfter(borders, from) ?? Number.POSITIVE_INFINITY) <= to) return true
  if (to - from > WIDEST_GAP && isWide(text, from, to)) return true
  if (to - from < SHORTEST_SENTENCE) return false
  for (let at = from; at < to; at++) if (text.charCodeAt(at) === FULL_STOP) return true
  return false
}

/** Whether two labels are further apart than those of one table, the blanks aside that set columns below one another. */
function isWide(text: string, from: number, to: number): boolean {
  let letters = 0
  for (let at = from; at < to && letters <= WIDEST_GAP; at++) if (!isBlank(text.charCodeAt(at))) letters++
  return letters > WIDEST_GAP
}

/** The first border after an offset; they stand in their order. */
const firstAfter = (borders: readonly number[], at: number): number | undefined => borders[countUpTo(borders, at)]

/** The rows of a table with a line for each row, in the order of the text; `again` are those that came before. */
export function rowSources(
  text: string,
  { matches, limit }: Region,
  table: TableForms,
): { readonly sources: RowSource[]; readonly again: RowSource[] } {
  // Where an edition divides a row, its label heads the rows that it was divided into.
  const divided = new Set<string>()
  for (const { label } of matches) {
    const dot = label.kind === 'row' ? label.id.lastIndexOf('.') : -1
    if (dot > 0) divided.add(label.id.slice(0, dot))
  }
  const sources: RowSource[] = []
  const again: RowSource[] = []
  const seen = new Set<string>()
  let heads: Match[] = []
  matches.forEach((match, index) => {
    const { label, start, end } = match
    if (label.kind === 'column' && match.complete) heads.push(match)
    if (label.kind !== 'row' || divided.has(label.id)) return
    // Converters repeat the text of a merged cell: the figures follow the last copy on the line.
    if (isCopy(text, matches, index - 1)) return
    let last = index
    while (isCopy(text, matches, last)) last++
    const from = (matches[last] as Match).end
    const next = matches[last + 1]
    const to = next === undefined ? limit : Math.max(from, lineStartIfAfter(text, from, next.start))
    const source = { row: label.id, label: { start, end }, from, to, heads }
    if (seen.has(label.id)) {
      again.push(source)
      return
    }
    seen.add(label.id)
    sources.push(source)
    heads = []
  })
  return { sources: withBareLabels(text, sources, table), again }
}

/** Whether the label after one is that of the same row, on the same line. */
function isCopy(text: string, matches: readonly Match[], index: number): boolean {
  const one = matches[index]
  const next = matches[index + 1]
  if (one === undefined || next === undefined || one.label.kind !== 'row' || one.label.id !== next.label.id)
    return false
  return !text.slice(one.end, next.start).includes('\n')
}

/** The rows of a table with all rows side by side: their figures stand in one run after the last label. */
export function lineSources({ matches, limit }: Region, table: TableForms): RowSource[] {
  const first = matches[0]
  const last = matches.at(-1)
  if (first === undefined || last === undefined) return []
  return [...table.rows.keys()].map((row) => {
    const found = matches.find(({ label }) => label.kind === 'row' && label.id === row)
    const label =
      found === undefined ? { start: first.start, end: first.start } : { start: found.start, end: found.end }
    return { row, label, from: last.end, to: limit, heads: [] }
  })
}

/** The start of the line of `at` if that is after `end`, else `at`. */
function lineStartIfAfter(text: string, end: number, at: number): number {
  for (let start = at; start > end; start--) if (text.charCodeAt(start - 1) === LINE_FEED) return start
  return at
}

/** Labels such as 其他 that lost their number are known by their place: between the row before and the row after. */
function withBareLabels(text: string, sources: readonly RowSource[], table: TableForms): RowSource[] {
  const result: RowSource[] = []
  for (const [index, source] of sources.entries()) {
    const next = sources[index + 1]
    const missing = next === undefined ? undefined : rowBetween(table, source.row, next.row)
    const cell = missing === undefined ? undefined : bareCell(text, source, missing.core)
    if (missing === undefined || cell === undefined) {
      result.push(source)
      continue
    }
    result.push({ ...source, to: cell.start })
    result.push({ row: missing.id, label: cell, from: cell.end, to: source.to, heads: [] })
  }
  return result
}

function rowBetween({ editions }: TableForms, before: string, after: string): { id: string; core: string } | undefined {
  for (const { table } of editions) {
    const rows = rowIds(table)
    const at = rows.indexOf(before)
    const between = rows[at + 1]
    if (at === -1 || between === undefined || rows[at + 2] !== after) continue
    return { id: between, core: fold(withoutNumbering(rowOf(table, between)?.row.label ?? '')) }
  }
  return undefined
}

function bareCell(text: string, { from, to }: RowSource, core: string): { start: number; end: number } | undefined {
  const words = [...core].map((letter) => letter.replace(/[^\p{L}\p{N}]/u, '\\$&')).join('\\s*')
  const found = new RegExp(`[\\t\\n\\r|]\\s*(${words})(?=\\s*(?:[\\t\\n\\r|\\d０-９]|$))`).exec(text.slice(from, to))
  if (found === null) return undefined
  const end = from + found.index + found[0].length
  return { start: end - (found[1] as string).length, end }
}
