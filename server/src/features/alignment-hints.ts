import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { InlayHint, Range } from 'vscode-languageserver-types'
import type { Table } from '../report/report.ts'
import type { Review } from '../review/review.ts'
import type { Span } from '../text/span.ts'
import { spanOf, touches } from './ranges.ts'
import { blanks, GAP, minus, NOTHING, onGrid, plus, type Size, sizeOf, TAB, total, widthOf } from './sizes.ts'
import { type TabbedLine, tabbedLines } from './tabbed-lines.ts'

/** An editor is not given more at once. */
const MOST_HINTS = 1000
/** A line with a wider cell is no row of figures; it is left as it is. */
const WIDEST_CELL = 100

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
  const lines = tabbedLines(text, table)
    .map((line) => measured(line, text, shown))
    .filter(({ sizes }) => sizes.every((size) => widthOf(size) <= WIDEST_CELL))
  const labels = onGrid(lines.map(({ line, sizes }) => total(labelSizes(line, sizes))))
  const columns: Size[] = []
  for (const { line, sizes } of lines) {
    for (const [index, size] of sizes.slice(line.labels).entries()) {
      columns[index] = onGrid([columns[index] ?? NOTHING, size])
    }
  }
  return lines
    .filter(({ line }) => touches(line.span, asked))
    .flatMap(({ line, sizes }) => {
      const own = labelSizes(line, sizes)
      const rooms = [
        ...own.slice(0, -1).map((size) => minus(size, TAB)),
        ...(own.length > 0 ? [minus(labels, total(own.slice(0, -1)))] : []),
        ...sizes.slice(line.labels).map((_, index) => columns[index] ?? NOTHING),
      ]
      return sizes.flatMap((size, index) => {
        const padding = { at: line.ends[index] as number, size: minus(rooms[index] ?? size, size) }
        return widthOf(padding.size) > 0 ? [padding] : []
      })
    })
}

/** A line with the sizes of the cells that a tab ends. */
function measured(line: TabbedLine, text: string, shown: ReadonlyMap<number, Size>) {
  const sizes = line.ends.map((end, index) =>
    plus(sizeOf(text.slice(line.starts[index], end)), shown.get(end) ?? NOTHING),
  )
  return { line, sizes }
}

/** Of its labels, each but the last widened for its tab, and with it: so all labels together begin at the margin. */
const labelSizes = ({ labels }: TabbedLine, sizes: readonly Size[]): Size[] =>
  sizes.slice(0, labels).map((size, index) => (index < labels - 1 ? plus(onGrid([size]), TAB) : size))
