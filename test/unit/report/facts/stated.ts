import type { StatedDate } from '../../../../server/src/report/facts/stated-dates.ts'
import { readReport } from '../../../../server/src/report/read.ts'
import type { Facts } from '../../../../server/src/report/report.ts'
import type { Span } from '../../../../server/src/text/span.ts'
import { marked } from '../../../marked.ts'

const TITLE = '青禾县人民政府2021年政府信息公开工作年度报告\n'

/** The facts of a report that says this under its title, and the spans that it marks. */
export function stated(source: string): { facts: Facts; spans: readonly Span[] } {
  const { text, spans } = marked(TITLE + source)
  return { facts: readReport(text).facts, spans }
}

/** A date as `year-month-day`, `?` for what is not known, `!` where it is damaged. */
export const written = (date: StatedDate | undefined): string | undefined =>
  date && [date.year, date.month, date.day].map((part) => part ?? '?').join('-') + (date.damaged ? '!' : '')
