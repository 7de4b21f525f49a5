import { type Grid, isCell } from '../report/layouts/layout.ts'

/** A document as what people see of it, one below another. */
export type Block = Heading | Paragraph | TableBlock | Picture

/** As its file marks it; what heads a section of a report is told by its words. */
export interface Heading {
  readonly kind: 'heading'
  readonly level: number
  readonly text: string
}

export interface Paragraph {
  readonly kind: 'paragraph'
  /** One line. */
  readonly text: string
}

export interface TableBlock {
  readonly kind: 'table'
  /** The lines of a cell that stay apart have a line end between them. */
  readonly grid: Grid
}

export interface Picture {
  readonly kind: 'picture'
  /** What its author says it shows, if anything. */
  readonly text: string
}

/** A paragraph's words without the blanks around them and with one for several; nothing for a paragraph of blanks. */
export const tidied = (text: string): string => text.replace(/[\s\u00a0\u3000\u200b\ufeff]+/g, ' ').trim()

/** The same table with the words of its cells written in another way. */
export const withCells = (grid: Grid, write: (text: string) => string): Grid =>
  grid.map((row) => row.map((place) => (isCell(place) ? { ...place, text: write(place.text) } : place)))
