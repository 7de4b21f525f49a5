import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { InlayHint, Range } from 'vscode-languageserver-types'
import type { Table } from '../report/report.ts'
import type { Review } from '../review/review.ts'
import { WIDEST_CELL } from '../text/display-width.ts'
import type { Span } from '../text/span.ts'
import { spanOf, touches } from './ranges.ts'
import { blanks, GAP, minus, NOTHING, onGrid, plus, type Size, sizeOf, TAB, widthOf } from './sizes.ts'
import { type TabbedLine, tabbedLines } from './tabbed-lines.ts'

/** An editor is not given more at once. */
const MOST_HINTS = 1000

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
  const shown = new Map(hints.map((hint) => [document.offsetAt(hint.position), sizeOfHint(hint)]))
  return report.tables
    .filter(({ layout, span }) => layout === 'tabs' && touches(span, asked))
    .flatMap((table) => paddings(report.text, table, asked, shown))
    .slice(0, MOST_HINTS)
    .map(({ at, size }) => ({ position: document.positionAt(at), label: blanks(size) }))
}

/** With the gap that an editor leaves before it. */
const sizeOfHint = ({ label }: InlayHint): Size => plus(sizeOf(typeof label === 'string' ? label : ''), GAP)

interface Padding {
  /** Where: behind the cell, before the tab. */
  readonly at: number
  readonly size: Size
}

function paddings(text: string, table: Table, asked: Span, shown: ReadonlyMap<number, Size>): Padding[] {
  // A line with a wider cell is no row of figures; it is left as it is.
  const lines = tabbedLines(text, table)
    .map((line) => measured(line, text, shown))
    .filter(({ sizes }) => sizes.every((size) => widthOf(size) <= WIDEST_CELL))
  const labels = onGrid(withoutLongest(lines.filter(({ line }) => line.isRow).map(labelsOf)))
  const most = lines.reduce((count, { line, sizes }) => Math.max(count, sizes.length - line.labels), 0)
  const rooms = Array.from({ length: most }, (_, column) =>
    onGrid(
      lines.flatMap(({ line, sizes }) => {
        const index = line.labels + column
        return isOverOthers(line, index) ? [] : (sizes[index] ?? [])
      }),
    ),
  )
  return lines.filter(({ line }) => touches(line.span, asked)).flatMap((line) => paddingsOf(line, labels, rooms))
}

/** Fills each cell up to where its column ends. What is too long for its column takes room from those behind it. */
function paddingsOf({ line, sizes }: Measured, labels: Size, rooms: readonly Size[]): Padding[] {
  // With the tabs, which take one column each: how much there is before the end of a cell, and how much there should be.
  let there = NOTHING
  let wanted = NOTHING
  return sizes.flatMap((size, index) => {
    const isLastLabel = index === line.labels - 1
    const before = plus(there, size)
    if (isLastLabel) wanted = labels
    else if (index >= line.labels) wanted = plus(wanted, rooms[index - line.labels] ?? onGrid([size]))
    const end = index < line.labels - 1 || !isRoom(minus(wanted, before)) ? onGrid([before]) : wanted
    const padding = minus(end, before)
    there = plus(end, TAB)
    wanted = plus(wanted, TAB)
    return widthOf(padding) > 0 ? [{ at: line.ends[index] as number, size: padding }] : []
  })
}

const isRoom = ({ wide, narrow }: Size): boolean => wide >= 0 && narrow >= 0

/** A head over several columns, which are empty behind it in its line: it may be longer than the first of them. */
const isOverOthers = ({ isRow, starts, ends }: TabbedLine, index: number): boolean =>
  !isRow && index + 1 < ends.length && starts[index + 1] === ends[index + 1]

/** Without the few that would take much more room than all others. */
function withoutLongest(sizes: readonly Size[]): readonly Size[] {
  const sorted = [...sizes].sort((a, b) => widthOf(a) - widthOf(b))
  const most = sorted.slice(0, sorted.length - Math.floor(sorted.length * FEW))
  const saved = widthOf(sorted.at(-1) ?? NOTHING) - widthOf(most.at(-1) ?? NOTHING)
  return saved >= MUCH ? most : sorted
}

/** Of all rows, and columns of characters. */
const FEW = 1 / 6
const MUCH = 16

interface Measured {
  readonly line: TabbedLine
  readonly sizes: readonly Size[]
}

/** A line with the sizes of the cells that a tab ends. */
function measured(line: TabbedLine, text: string, shown: ReadonlyMap<number, Size>): Measured {
  const sizes = line.ends.map((end, index) =>
    plus(sizeOf(text.slice(line.starts[index], end)), shown.get(end) ?? NOTHING),
  )
  return { line, sizes }
}

/** What the labels of a line take, each but the last with its tab. */
const labelsOf = ({ line: { labels }, sizes }: Measured): Size =>
  sizes
    .slice(0, labels)
    .reduce((sum, size, index) => (index === 0 ? size : plus(plus(onGrid([sum]), TAB), size)), NOTHING)
