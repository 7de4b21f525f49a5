import type { Report } from '../report/report.ts'
import type { Amount } from '../text/amount.ts'
import { Lines } from '../text/lines.ts'
import type { Span } from '../text/span.ts'

/** A text besides the one that is reviewed. */
export interface OtherText {
  /** As whoever asks for the review knows it: a path, a URI. */
  readonly name: string
  readonly lines: Lines
}

/** The report of the same organ for the year before. */
export interface Past extends OtherText {
  readonly report: Report
}

export const pastOf = (name: string, report: Report): Past => ({ name, report, lines: new Lines(report.text) })

/** What a report is held against besides its format, as far as it is there. */
export interface Beside {
  readonly past?: Past | undefined
  readonly sum?: PartsSum | undefined
}

/** What the tables of many reports come to together. */
export interface PartsSum {
  /** The id of the edition that all of them are written in. */
  readonly edition: string
  /** How many reports were added. */
  readonly count: number
  /** By `table/row/column`. */
  readonly cells: ReadonlyMap<string, SummedCell>
}

export interface SummedCell {
  readonly value: Amount
  /** Those that add something. */
  readonly parts: readonly PartFigure[]
  /** The names of the reports in which there is no figure: the sum is no less than this. */
  readonly missing: readonly string[]
}

export interface PartFigure {
  readonly part: OtherText
  /** What people call the report. */
  readonly title: string
  readonly span: Span
  readonly value: Amount
}
