import { countUpTo } from '../../text/order.ts'
import type { Span } from '../../text/span.ts'
import { fencedBlocks } from '../code-blocks.ts'
import { commentsIn } from '../comments.ts'
import { withoutComments } from '../plain.ts'
import type { Report } from '../report.ts'

/** A line of a Markdown table. */
export interface Line {
  readonly span: Span
  readonly text: string
  /** Without the blanks around them; what follows the last bar counts only where it says something. */
  readonly cells: readonly string[]
  /** A bar stands behind the last cell. */
  readonly isClosed: boolean
}

/** Runs of lines that begin with bars: above a line of dashes, or where a table of the form was read without one. */
export function markdownTables({ text, tables, isReport }: Report): Line[][] {
  if (!isReport || !text.includes('|')) return []
  const isInComment = overlapping([...commentsIn(text)])
  const isInCode = overlapping(fencedBlocks(withoutComments(text)))
  const isOfficial = overlapping(tables.filter(({ layout }) => layout === 'pipes').map(({ span }) => span))
  return runsOfBars(text).filter((run) => {
    const [first, second] = run
    if (first === undefined || second === undefined || first.cells.length === 0) return false
    const span = { start: first.span.start, end: (run.at(-1) as Line).span.end }
    if (isInComment(span) || isInCode(span) || isIndentedCode(text, first)) return false
    return isDashes(second.cells) || isOfficial(span)
  })
}

export const isDashes = (cells: readonly string[]): boolean =>
  cells.length > 0 && cells.every((cell) => /^:?-+:?$/.test(cell))

/** Whether a span has text in common with any of those, which stand in their order, each behind the one before. */
function overlapping(spans: readonly Span[]): (span: Span) => boolean {
  const starts = spans.map(({ start }) => start)
  return ({ start, end }) => (spans[countUpTo(starts, end - 1) - 1]?.end ?? 0) > start
}

/** Four blanks begin code, but not within a paragraph. A report is read whatever its indent: pasted ones have it. */
const isIndentedCode = (text: string, { text: line, span }: Line): boolean =>
  /^(?: {4}| {0,3}\t)/.test(line) && isBelowBlankLine(text, span.start)

function isBelowBlankLine(text: string, start: number): boolean {
  let at = start
  while (at > 0 && /[ \t\r\n]/.test(text[at - 1] as string)) at--
  return at === 0 || text.slice(at, start).split(/\r\n|\n|\r/).length > 2
}

function runsOfBars(text: string): Line[][] {
  const runs: Line[][] = []
  let end = -1
  for (const { index, 0: line } of text.matchAll(/^[ \t]*\|[^\r\n]*/gm)) {
    const isNext = end !== -1 && /^(?:\r\n|\n|\r)$/.test(text.slice(end, index))
    end = index + line.length
    if (!isNext) runs.push([])
    runs.at(-1)?.push({ span: { start: index, end }, text: line, ...cellsOf(line) })
  }
  return runs
}

function cellsOf(line: string): Pick<Line, 'cells' | 'isClosed'> {
  const cells = line
    .slice(line.indexOf('|') + 1)
    .split(BAR)
    .map(trimmed)
  const isClosed = cells.at(-1) === ''
  return { cells: isClosed ? cells.slice(0, -1) : cells, isClosed }
}

/** A bar that no backslash makes a letter. */
const BAR = /(?<!\\)\|/

/** Without the blanks that Markdown sets cells apart with. Others, such as an ideographic space, belong to what a cell says. */
export function trimmed(cell: string): string {
  let start = 0
  let end = cell.length
  while (start < end && isBlank(cell[start])) start++
  while (end > start && isBlank(cell[end - 1])) end--
  return cell.slice(start, end)
}

const isBlank = (letter: string | undefined): boolean => letter === ' ' || letter === '\t'
