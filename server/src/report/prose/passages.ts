import type { Span } from '../../text/span.ts'
import type { Report } from '../report.ts'

/** A stretch of prose between tables; offsets are those of the report's squeezed text. */
export interface Passage {
  /** The id of its section; undefined before the first one. */
  readonly section: string | undefined
  readonly from: number
  readonly to: number
  /** The form has a table in the section: what is left of it may be pieces of one that could not be read. */
  readonly besideTable: boolean
}

const known = new WeakMap<Report, readonly Passage[]>()

/** The prose of a report in the order of the text: opening lines and sections, without headings and tables. */
export function passagesOf(report: Report): readonly Passage[] {
  let passages = known.get(report)
  if (passages === undefined) {
    passages = read(report)
    known.set(report, passages)
  }
  return passages
}

/** The passages of one section; undefined asks for the opening lines. */
export const passagesIn = (report: Report, section: string | undefined): readonly Passage[] =>
  passagesOf(report).filter((passage) => passage.section === section)

/** The words of passages, joined as the text goes on without what stands between them. */
export const wordsOf = ({ squeezed }: Report, passages: readonly Passage[]): string =>
  passages.map(({ from, to }) => squeezed.text.slice(from, to)).join('\n')

/** Whether a stretch of the squeezed text begins in one of these passages, which are in the order of the text. */
export function isWithin(passages: readonly Passage[], { from }: { readonly from: number }): boolean {
  let low = 0
  let high = passages.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((passages[middle] as Passage).to <= from) low = middle + 1
    else high = middle
  }
  return low < passages.length && (passages[low] as Passage).from <= from
}

function read({ sections, tables, facts, squeezed }: Report): Passage[] {
  const tabular = new Set(facts.format?.tables.map(({ section }) => section))
  const opening = facts.title?.end ?? 0
  const first = sections[0]?.span.start ?? Number.POSITIVE_INFINITY
  const bodies = [
    ...(opening < first ? [{ section: undefined, start: opening, end: first }] : []),
    ...sections.map(({ id, title, span }) => ({ section: id, start: title.end, end: span.end })),
  ]
  const spans = tables.map(({ span }) => span)
  return bodies.flatMap(({ section, start, end }) =>
    between(spans, start, end).flatMap((span): Passage[] => {
      const from = squeezed.offsetOf(span.start)
      const to = squeezed.offsetOf(span.end)
      return from < to ? [{ section, from, to, besideTable: section !== undefined && tabular.has(section) }] : []
    }),
  )
}

/** What of a stretch no table covers; the tables are in the order of the text. */
function between(tables: readonly Span[], start: number, end: number): Span[] {
  const free: Span[] = []
  let at = start
  for (const table of tables) {
    if (table.end <= at || table.start >= end) continue
    free.push({ start: at, end: table.start })
    at = table.end
  }
  free.push({ start: at, end })
  return free.filter((span) => span.start < span.end)
}
