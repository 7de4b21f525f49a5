import { displayWidth } from '../../text/display-width.ts'
import { narrowed, type Span, type SpanEdit } from '../../text/span.ts'
import { commentsIn } from '../comments.ts'
import { codeBlocks } from '../kind.ts'
import type { Report } from '../report.ts'

/**
 * Edits that set the bars of a report's Markdown tables below one another, by display width. They change blanks beside bars
 * and the number of dashes, and nothing else; none is left where they are set so already.
 */
export function alignTables(report: Report): SpanEdit[] {
  return markdownTables(report).flatMap(alignTable)
}

interface Line {
  readonly span: Span
  readonly text: string
}

/** Runs of lines that begin with bars: below a line of dashes, or where a table of the form was read without one. */
function markdownTables({ text, tables, isReport }: Report): Line[][] {
  if (!isReport || !text.includes('|')) return []
  const hidden = [...commentsIn(text), ...codeBlocks(text)]
  const official = tables.filter(({ layout }) => layout === 'pipes').map(({ span }) => span)
  const isTable = (run: readonly Line[]) => {
    const [first, second] = run
    if (first === undefined || second === undefined || cellsOf(first.text).length === 0) return false
    const span = { start: first.span.start, end: (run.at(-1) as Line).span.end }
    if (hidden.some((other) => overlap(other, span))) return false
    return isDashes(cellsOf(second.text)) || official.some((other) => overlap(other, span))
  }
  return runsOfBars(text).filter(isTable)
}

const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

function runsOfBars(text: string): Line[][] {
  const runs: Line[][] = []
  let end = -1
  for (const { index, 0: line } of text.matchAll(/^[ \t]*\|[^\r\n]*/gm)) {
    const span = { start: index, end: index + line.length }
    const isNext = end !== -1 && /^(?:\r\n|\n|\r)$/.test(text.slice(end, index))
    if (!isNext) runs.push([])
    runs.at(-1)?.push({ span, text: line })
    end = span.end
  }
  return runs
}

/** The cells of a line without the blanks around them; what follows the last bar counts only where it says something. */
function cellsOf(line: string): string[] {
  const cells = line
    .slice(line.indexOf('|') + 1)
    .split(BAR)
    .map((cell) => cell.trim())
  return isClosed(line) ? cells.slice(0, -1) : cells
}

const isClosed = (line: string): boolean => /\|\s*$/.test(line) && line.split(BAR).at(-1)?.trim() === ''

/** A bar that no backslash makes a letter. */
const BAR = /(?<!\\)\|/

const isDashes = (cells: readonly string[]): boolean => cells.length > 0 && cells.every((cell) => /^:?-+:?$/.test(cell))

function alignTable(lines: readonly Line[]): SpanEdit[] {
  const rows = lines.map(({ text }) => cellsOf(text))
  const dashes = rows.find(isDashes) ?? []
  const widths: number[] = []
  for (const row of rows) {
    for (const [column, cell] of row.entries()) {
      widths[column] = Math.max(widths[column] ?? NARROWEST, isDashes(row) ? NARROWEST : displayWidth(cell))
    }
  }
  return lines.flatMap(({ text, span }, index) => {
    const row = rows[index] as string[]
    const cells = row.map((cell, column) => {
      const width = widths[column] as number
      return isDashes(row) ? dashed(cell, width) : padded(cell, width, dashes[column])
    })
    const written = `${text.slice(0, text.indexOf('|'))}| ${cells.join(' | ')}`
    const newText = isClosed(text) ? `${written} |` : written.trimEnd()
    if (row.length === 0 || newText === text) return []
    const edit = narrowed(text, { span: { start: 0, end: text.length }, newText })
    return [{ ...edit, span: { start: span.start + edit.span.start, end: span.start + edit.span.end } }]
  })
}

/** A line of dashes has three in a cell. */
const NARROWEST = 3

/** As many dashes as the column is wide, with the colons that it has. */
function dashed(cell: string, width: number): string {
  const left = cell.startsWith(':') ? ':' : ''
  const right = cell.length > 1 && cell.endsWith(':') ? ':' : ''
  return left + '-'.repeat(width - left.length - right.length) + right
}

/** A cell with blanks beside it, on the side that the line of dashes says. */
function padded(cell: string, width: number, dashes = ''): string {
  const room = width - displayWidth(cell)
  if (!dashes.endsWith(':') || dashes.length === 1) return cell + ' '.repeat(room)
  const before = dashes.startsWith(':') ? Math.floor(room / 2) : room
  return ' '.repeat(before) + cell + ' '.repeat(room - before)
}
