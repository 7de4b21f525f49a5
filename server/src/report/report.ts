import type { Catalogue } from '../formats/catalogue.ts'
import type { ColumnFormat, Format, RowFormat, TableFormat } from '../formats/schema.ts'
import type { Amount } from '../text/amount.ts'
import type { Span } from '../text/span.ts'
import type { Squeezed } from '../text/squeeze.ts'
import type { Claims } from './claims/claims.ts'
import type { Equation } from './equations.ts'
import type { CitedDecree } from './facts/decrees.ts'
import type { Issuer, Level } from './facts/issuer.ts'
import type { CitedTitle } from './facts/notice-titles.ts'
import type { CitedNotice } from './facts/notices.ts'
import type { Period } from './facts/periods.ts'
import type { PublishedDate } from './facts/published.ts'

/** A text as it was read: made once for a version of a document, shared by every rule and feature, never changed. */
export interface Report {
  readonly text: string
  /** False: the text has no title of such a report and no rows of its tables; nothing else was read. */
  readonly isReport: boolean
  /** Of its kind, each once: what its tables may be written in. */
  readonly editions: Catalogue
  readonly facts: Facts
  /** In the order of the text; an id may come twice. */
  readonly sections: readonly Section[]
  /** In the order of the text; each table at most once; read when first asked for. */
  readonly tables: readonly Table[]
  /** What its sentences say in figures; read when first asked for. */
  readonly claims: Claims
  /** The text without its HTML, up to a second report, for patterns to run on; made when first asked for. */
  readonly squeezed: Squeezed
}

export interface Facts {
  /** The title with its organ and year, which may stand on two lines. */
  readonly title?: Span
  readonly organ?: string
  /** What the organ is, where that is certain. */
  readonly issuer?: Issuer
  /** How high the government is, where that is certain. */
  readonly level?: Level
  readonly year?: number
  /** The edition that the year calls for; null before the first edition or without a year. */
  readonly format: Format | null
  /** The title of a second report in the same text, which is not reviewed. */
  readonly secondTitle?: Span
  /** What the text states as its statistics period, as it is written; made when first asked for, as what follows. */
  readonly periods: readonly Period[]
  /** The numbers of the notices that it cites. */
  readonly notices: readonly CitedNotice[]
  /** The titles of the editions' notices, as it quotes them. */
  readonly noticeTitles: readonly CitedTitle[]
  /** Where it names the law that it fulfils. */
  readonly statutes: readonly Span[]
  /** The decrees that it cites with the statute. */
  readonly decrees: readonly CitedDecree[]
  /** When it was published or signed. */
  readonly dates: readonly PublishedDate[]
}

export interface Section {
  readonly id: string
  /** The heading's words with their numeral, without Markdown marks: the text at `title`. */
  readonly titleText: string
  readonly title: Span
  /** 1 for 一; undefined where the heading has no numeral. */
  readonly ordinal: number | undefined
  /** From the heading's line to the next heading's line. */
  readonly span: Span
}

export const LAYOUTS = ['tabs', 'pipes', 'bars', 'lines', 'tabbedLines', 'html', 'spaces', 'glued'] as const
export type LayoutName = (typeof LAYOUTS)[number]
/** Those in which nothing but blanks, or nothing at all, sets cells apart. */
export const UNSEPARATED: ReadonlySet<LayoutName> = new Set(['spaces', 'glued'])

export interface Table {
  readonly id: string
  /** The edition's table that this one is written in; of a mixed one, the edition of most of its rows. */
  readonly format: TableFormat
  /** The sums that ought to hold, over the rows that are there or ought to be. */
  readonly equations: readonly Equation[]
  /** The id of the edition, or `mixed`. */
  readonly edition: string
  readonly layout: LayoutName
  /** From the first label or heading row to the last figure. */
  readonly span: Span
  /** The rows that were found, in the order of the text; of one that comes twice, the first. */
  readonly rows: readonly Row[]
  /** Rows with figures of their own whose label has come before: they are not summed. */
  readonly again: readonly RepeatedRow[]
  /** By `row/column`; in reading order. The cells of an unaligned row are not here. */
  readonly cells: ReadonlyMap<string, Cell>
  /** Its labels and heads that stand whole in cells of their own; made when first asked for. */
  readonly labels: readonly WrittenLabel[]
}

export interface Row {
  /** As in an address, such as `refused.stateSecret`. */
  readonly id: string
  readonly format: RowFormat
  readonly columns: readonly ColumnFormat[]
  /** The edition whose columns (or, where they are the same, whose row) it has; null where all editions agree. */
  readonly edition: Format | null
  /** The label as printed, with its numbering; empty where the form gives the row no label of its own. */
  readonly label: Span
  /** From the label to the last figure. */
  readonly span: Span
  /** Empty when the row is unaligned. */
  readonly cells: readonly Cell[]
  /** The figures could not be told apart by column: the row is not judged. */
  readonly unaligned: boolean
  /** It is unaligned as the heads above it stand in another order than the form prints its columns in. */
  readonly reordered: boolean
  /** Figures beyond those of the columns, which the sums told apart. */
  readonly surplus: readonly Span[]
  /** The figures of a row that the form does not have stand behind it, and may be counted in where it is. */
  readonly followed: boolean
}

export interface RepeatedRow {
  readonly id: string
  readonly label: Span
}

/** A label that stands whole in a cell of its own, as it is written there. */
export interface WrittenLabel {
  /** `former`: worded as a former edition words it. `misspelt`: nearly the official words. */
  readonly standing: 'official' | 'former' | 'misspelt'
  readonly kind: 'row' | 'group' | 'column' | 'heading'
  /** Of the row, group or column. */
  readonly id: string
  /** As the edition of the table words it, with its numbering; undefined where it has no such row, group or column. */
  readonly official: string | undefined
  /** The id of the edition whose words they are, or nearly are. */
  readonly edition: string
  /** As it is written, without blanks. */
  readonly words: string
  /** Where it is written: with its numbering, without a note in brackets behind it. */
  readonly span: Span
  /** From its first letter after the numbering to its last. */
  readonly letters: Span
  /** All of its cell. */
  readonly cell: Span
}

export type CellState = 'number' | 'blank' | 'notApplicable' | 'unreadable'

export interface Cell {
  readonly row: string
  readonly column: string
  /** The text at `span`. */
  readonly raw: string
  /** Exact; null where the state is not `number`. */
  readonly value: Amount | null
  readonly state: CellState
  /** The figure; empty, where it would go, for a blank. */
  readonly span: Span
  /** What stands behind the figure in its cell, such as 万元, and where. */
  readonly unit?: string
  readonly unitSpan?: Span
}
