import type { Range } from 'vscode-languageserver-types'
import type { CellState } from '../../report/report.ts'
import type { Severity } from '../../rules/rule.ts'

/** A report's tables as the form prints them, as plain data to be drawn: all that the view knows of a document. */
export interface ShownTables {
  readonly uri: string
  /** Of the document that the ranges are in. */
  readonly version: number
  /** Which text the figures are from. */
  readonly text: 'live' | 'saved'
  readonly isReport: boolean
  /** The report's title, if it has one. */
  readonly title: string | undefined
  readonly tables: readonly ShownTable[]
  /** What there is to say beside the tables, such as that one is missing. */
  readonly remarks: readonly ShownRemark[]
  readonly words: ShownWords
}

export interface ShownTable {
  readonly id: string
  readonly title: string
  /** The edition that it is written in, and how many of its sums hold. */
  readonly summary: string
  readonly isWrong: boolean
  /** Where it begins. */
  readonly range: Range
  /** Only the cells there are, each as far as it reaches. */
  readonly rows: readonly (readonly ShownCell[])[]
  /** Figures that were read and have no place in this form. */
  readonly others: readonly ShownFigure[]
  /** What was found in the table and is about no single cell of it. */
  readonly remarks: readonly ShownRemark[]
}

export type ShownCell = ShownLabel | ShownFigure

/** A cell of the grid of a table, and how many rows and columns it covers, itself included. */
interface Placed {
  readonly row: number
  readonly column: number
  readonly rows: number
  readonly columns: number
}

export interface ShownLabel extends Placed {
  readonly kind: 'label'
  readonly text: string
  /** Of what lies below it or to the right of it. */
  readonly heads: 'column' | 'row'
}

export interface ShownFigure extends Placed {
  readonly kind: 'figure'
  /** `table/row/column` */
  readonly address: string
  /** The official labels of its row and column. */
  readonly name: string
  /** As it is written, with its unit. */
  readonly text: string
  /** The figure alone. */
  readonly figure: string
  /** `unaligned`: its row could not be told apart by column. `missing`: the text has no such row. */
  readonly state: CellState | 'unaligned' | 'missing'
  readonly isTotal: boolean
  /** In the document as it stands; of a cell that is not there, its row or its table. */
  readonly range: Range
  /** The cell stands in the text at a place of its own. */
  readonly isThere: boolean
  readonly finding?: { readonly severity: Severity; readonly message: string }
  readonly expected?: { readonly text: string; readonly isCertain: boolean }
  /** What the other text has in this cell, where it is not the same. */
  readonly other?: string
  /** For a screen reader: name, value, what ought to stand there. */
  readonly spoken: string
}

export interface ShownRemark {
  readonly severity: Severity
  readonly message: string
  /** Nothing to go to: the text does not have it. */
  readonly range: Range | undefined
}

/** The words of the view itself, in the language of the document. */
export type ShownWords = Readonly<Record<WordKey, string>>

export const WORD_KEYS = [
  'blank',
  'blank.sign',
  'closed',
  'help',
  'live',
  'missing',
  'missing.sign',
  'none',
  'notReport',
  'now',
  'others',
  'print',
  'remarks',
  'saved',
  'text',
  'title',
  'unaligned',
  'unaligned.sign',
] as const
export type WordKey = (typeof WORD_KEYS)[number]
