import type { Figure } from '../../text/figure.ts'
import type { Span } from '../../text/span.ts'
import type { LayoutName } from '../report.ts'

/** A place for a figure in the stream that a layout makes of a text: one cell in reading order. */
export interface Slot {
  readonly figure: Figure
  /** The row of the layout that the cell stands in, 0 for the label's own; -1 where the layout does not tell rows. */
  readonly line: number
  /** Its place in that row, counted from the row's beginning. */
  readonly column: number
}

/** A way of writing a table as text: it reads cells, and it writes them. It knows nothing of labels. */
export interface Layout {
  readonly name: LayoutName
  /**
   * The cells after a label, from the label's end to the start of the next label. What remains of the label's own cell
   * is no cell.
   */
  readonly slots: (text: string, from: number, to: number) => Slot[]
  /** Where a figure would be written whose place was read at `at` in the text without its markup; there, by default. */
  readonly blankAt?: (source: string, at: number) => number
  /** A blank cell leaves a trace, so that the figures beside it keep their columns. */
  readonly keepsBlanks: boolean
  /** Writes rows of cells. Lines end with `newline`, the last one too; a model of the same layout is followed. */
  readonly write: (grid: Grid, newline: string, model?: Model) => string
  /** The lines or rows that a table takes up; undefined where they cannot be told from the text around them. */
  readonly extent: (text: string, table: Span) => Span | undefined
  /** Puts words on a line of their own below a table, `extent` being what that gave. */
  readonly below: (text: string, extent: Span, note: Note) => Insertion
}

/** A table in a text, whose habits a new one in its place follows. */
export interface Model {
  readonly text: string
  /** Its lines or rows. */
  readonly extent: Span
  /** One of its figures, if there is any. */
  readonly figure: Span | undefined
}

export interface Note {
  readonly words: string
  readonly newline: string
  /** How many columns the table has. */
  readonly columns: number
}

export interface Insertion {
  readonly at: number
  readonly newText: string
}

/** Rows of a table to be written, each with a place for every column of the form. */
export type Grid = readonly (readonly Place[])[]

/** A cell, or a place that the cell to the left of it or above it covers. */
export type Place = WrittenCell | 'left' | 'above'

export interface WrittenCell {
  readonly text: string
  /** Else it is a label or head, which a layout without merged cells may repeat. */
  readonly isFigure: boolean
  /** Of a figure: `row/column`. */
  readonly key?: string
}

export const isCell = (place: Place | undefined): place is WrittenCell => typeof place === 'object'

/** The words of a place on one line; nothing of a place that is covered. */
export const wordsAt = (place: Place): string => (isCell(place) ? place.text.replace(/\s+/g, ' ') : '')
