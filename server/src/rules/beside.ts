import type { Report } from '../report/report.ts'
import { Lines } from '../text/lines.ts'

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
}
