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
}

const made = new WeakMap<Table, readonly TabbedLine[]>()

/** The lines of a table of which it is certain where their figures begin: its rows, and heads that have as many cells. */
export function tabbedLines(text: string, table: Table): readonly TabbedLine[] {
  const known = made.get(table)
  if (known !== undefined) return known
  const lines = linesOf(text, table)
  made.set(table, lines)
  return lines
}

function linesOf(text: string, { span, rows }: Table): TabbedLine[] {
  const from = text.lastIndexOf('\n', span.start - 1) + 1
  const lineEnd = text.indexOf('\n', span.end)
  const to = lineEnd === -1 ? text.length : lineEnd
  const firsts = rows.flatMap(({ cells: [first] }) => first?.span.start ?? []).sort((a, b) => a - b)
  const lines: (Omit<TabbedLine, 'labels'> & { readonly labels: number | undefined })[] = []
  const labelsByTabs = new Map<number, number>()
  let next = 0
  for (let start = from; start < to; ) {
    const found = text.indexOf('\n', start)
    const end = found === -1 || found > to ? to : found
    const ends = tabsIn(text, start, end)
    while ((firsts[next] ?? end) < start) next++
    const first = firsts[next]
    const labels = first !== undefined && first <= end ? ends.filter((tab) => tab < first).length : undefined
    if (labels !== undefined && !labelsByTabs.has(ends.length)) labelsByTabs.set(ends.length, labels)
    lines.push({ span: { start, end }, starts: [start, ...ends.map((tab) => tab + 1)], ends, labels })
    start = end + 1
  }
  return lines.flatMap((line) => {
    const labels = line.labels ?? labelsByTabs.get(line.ends.length)
    return labels === undefined || line.ends.length === 0 ? [] : [{ ...line, labels }]
  })
}

function tabsIn(text: string, start: number, end: number): number[] {
  const tabs: number[] = []
  for (let at = text.indexOf('\t', start); at !== -1 && at < end; at = text.indexOf('\t', at + 1)) tabs.push(at)
  return tabs
}
