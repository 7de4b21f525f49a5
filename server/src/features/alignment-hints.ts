import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { InlayHint, Range } from 'vscode-languageserver-types'
import type { Table } from '../report/report.ts'
import type { Review } from '../review/review.ts'
import { displayWidth } from '../text/display-width.ts'
import type { Span } from '../text/span.ts'
import { spanOf, touches } from './ranges.ts'
import { type TabbedLine, tabbedLines } from './tabbed-lines.ts'

/**
 * Every cell that a tab ends is widened to one column less than a multiple of this: the tab then takes just one column more,
 * in every editor whose tab stops divide it (2, 4, 8), and nobody has to know which.
 */
const GRID = 8
/** An editor is not given more at once. */
const MOST_HINTS = 1000
/** A line with a wider cell is no row of figures; it is left as it is. */
const WIDEST_CELL = 100
const NO_BREAK_SPACE = '\u00a0'

/**
 * Blanks that are shown and not there: they put the figures of tab-separated tables below one another, and below the heads of
 * their columns. `hints` are those that stand in the cells already. Nothing is done to the text.
 */
export function alignmentHints(
  { report }: Review,
  document: TextDocument,
  range: Range,
  hints: readonly InlayHint[] = [],
): InlayHint[] {
  const asked = spanOf(document, range)
  const shown = new Map(hints.map((hint) => [document.offsetAt(hint.position), widthOf(hint)]))
  return report.tables
    .filter(({ layout, span }) => layout === 'tabs' && touches(span, asked))
    .flatMap((table) => paddings(report.text, table, asked, shown))
    .slice(0, MOST_HINTS)
    .map(({ at, columns }) => ({ position: document.positionAt(at), label: NO_BREAK_SPACE.repeat(columns) }))
}

/** With the gap that an editor leaves before it. */
const widthOf = ({ label }: InlayHint): number => (typeof label === 'string' ? displayWidth(label) + 1 : 0)

interface Padding {
  /** Where: behind the cell, before the tab. */
  readonly at: number
  readonly columns: number
}

function paddings(text: string, table: Table, asked: Span, shown: ReadonlyMap<number, number>): Padding[] {
  const lines = tabbedLines(text, table)
    .map((line) => ({ line, widths: cellWidths(line, text, shown) }))
    .filter(({ widths }) => widths.every((width) => width <= WIDEST_CELL))
  const labels = Math.max(0, ...lines.map(({ line, widths }) => sum(widths.slice(0, line.labels).map(onGrid))))
  const columns: number[] = []
  for (const { line, widths } of lines) {
    for (const [index, width] of widths.slice(line.labels).entries()) {
      columns[index] = Math.max(columns[index] ?? 0, onGrid(width))
    }
  }
  return lines
    .filter(({ line }) => touches(line.span, asked))
    .flatMap(({ line, widths }) => {
      const free = labels - sum(widths.slice(0, line.labels).map(onGrid))
      return widths.flatMap((width, index) => {
        const isLastLabel = index === line.labels - 1
        const room = index < line.labels ? onGrid(width) + (isLastLabel ? free : 0) : columns[index - line.labels]
        const padding = { at: line.ends[index] as number, columns: (room as number) - 1 - width }
        return padding.columns > 0 ? [padding] : []
      })
    })
}

/** Of the cells that a tab ends. */
const cellWidths = ({ starts, ends }: TabbedLine, text: string, shown: ReadonlyMap<number, number>): number[] =>
  ends.map((end, index) => displayWidth(text.slice(starts[index], end)) + (shown.get(end) ?? 0))

/** The columns that a cell of some width takes with its tab. */
const onGrid = (width: number): number => GRID * Math.ceil((width + 1) / GRID)

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)
