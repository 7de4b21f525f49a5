import type { Table } from '../report/report.ts'
import type { Span } from '../text/span.ts'

/** A line of a table whose cells are set apart by tabs. */
export interface TabbedLine {
  readonly span: Span
  /** Where the cells begin and end that a tab ends; the last cell of the line has none. */
  readonly starts: readonly number[]
  readonly ends: readonly number[]
  /** How many of its cells are labels, before the figures. */
  readonly labels: number
  /** It has the figures of a row; otherwise it is one of heads. */
  readonly isRow: boolean
}

const made = new WeakMap<Table, readonly TabbedLine[]>()

/**
 * The lines of a table of which it is certain where their figures begin: its rows, the heads of known columns, and other
 * lines that have as many cells as one of them.
 */
export function tabbedLines(text: string, table: Table): readonly TabbedLine[] {
  const known = made.get(table)
  if (known !== undefined) return known
  const lines = linesOf(text, table)
  made.set(table, lines)
  return lines
}

function linesOf(text: string, { span, rows, ...table }: Table): TabbedLine[] {
  const from = text.lastIndexOf('\n', span.start - 1) + 1
  const lineEnd = text.indexOf('\n', span.end)
  const to = lineEnd === -1 ? text.length : lineEnd
  const firsts = rows.flatMap(({ cells: [first] }) => first?.span.start ?? []).sort((a, b) => a - b)
  const heads = columnHeads(rows, table)
  const lines: (Omit<TabbedLine, 'labels'> & { readonly labels: number | undefined })[] = []
  const labelsByTabs = new Map<number, number>()
  let next = 0
  for (let start = from; start < to; ) {
    const found = text.indexOf('\n', start)
    const end = found === -1 || found > to ? to : found
    const ends = tabsIn(text, start, end)
    while ((firsts[next] ?? end) < start) next++
    const first = firsts[next]
    const isIn = (place: number) => start <= place && place <= end
    const countBefore = (place: number) => ends.filter((tab) => tab < place).length
    const head = heads.find(({ at }) => isIn(at))
    const isRow = first !== undefined && isIn(first)
    const labels = isRow ? countBefore(first) : head && Math.max(0, countBefore(head.at) - head.column)
    if (labels !== undefined && !labelsByTabs.has(ends.length)) labelsByTabs.set(ends.length, labels)
    lines.push({ span: { start, end }, starts: [start, ...ends.map((tab) => tab + 1)], ends, labels, isRow })
    start = end + 1
  }
  return lines.flatMap((line) => {
    const labels = line.labels ?? labelsByTabs.get(line.ends.length)
    return labels === undefined || line.ends.length === 0 ? [] : [{ ...line, labels }]
  })
}

/** Where heads of columns begin that all rows have alike, and how many columns there are before each. */
function columnHeads(rows: Table['rows'], { format, labels }: Pick<Table, 'format' | 'labels'>) {
  if (format.shape === 'across') return []
  return labels.flatMap(({ kind, id, span }) => {
    if (kind !== 'column') return []
    const places = new Set(rows.map(({ columns }) => columns.findIndex((column) => column.id === id)))
    const [column = -1] = places
    return places.size === 1 && column >= 0 ? [{ at: span.start, column }] : []
  })
}

function tabsIn(text: string, start: number, end: number): number[] {
  const tabs: number[] = []
  for (let at = text.indexOf('\t', start); at !== -1 && at < end; at = text.indexOf('\t', at + 1)) tabs.push(at)
  return tabs
}
