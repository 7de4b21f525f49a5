import type { Period } from '../../report/facts/periods.ts'
import type { StatedDate } from '../../report/facts/stated-dates.ts'
import { isWithin, passagesIn } from '../../report/prose/passages.ts'
import { wordsIn } from '../../report/words.ts'
import { narrowed, type SpanEdit, sliceOf } from '../../text/span.ts'
import type { Finding, Fix, Rule } from '../rule.ts'

/** The statistics period is not the report's year from its first day to its last. Information where it cannot be read. */
export const period: Rule = {
  id: 'narrative/period',
  severity: 'warning',
  *check(report): Iterable<Finding> {
    const { year, periods } = report.facts
    if (year === undefined) return
    const opening = passagesIn(report, undefined)
    for (const stated of periods) {
      const from = report.squeezed.offsetOf(stated.span.start)
      if (!stated.labelled && !isWithin(opening, { from })) continue
      const key = faultOf(stated, year)
      if (key === undefined) continue
      const words = wordsIn(sliceOf(report.text, stated.span)).replace(/\s+/g, '')
      yield {
        rule: 'narrative/period',
        ...(key === 'narrative/period.damaged' && { severity: 'info' as const }),
        span: stated.span,
        wording: { key, args: { period: words, year } },
        related: [],
        fixes: key === 'narrative/period.year' ? writeYear(report.text, datesOf(stated), year) : [],
      }
    }
  },
}

const datesOf = ({ start, end }: Period): StatedDate[] => [...(start ? [start] : []), ...(end ? [end] : [])]

/** Which wording says what is wrong. What was lost in the text is never a wrong period. */
function faultOf(stated: Period, year: number): string | undefined {
  const dates = datesOf(stated)
  if (dates.some(({ damaged }) => damaged)) return 'narrative/period.damaged'
  if (dates.some((date) => date.year !== undefined && date.year !== year)) return 'narrative/period.year'
  const { start, end } = stated
  const isFromFirst = start === undefined || (start.month === 1 && (start.day ?? 1) === 1)
  const isToLast = end === undefined || (end.month === 12 && (end.day ?? 31) === 31)
  return isFromFirst && isToLast ? undefined : 'narrative/period.days'
}

/** The report's year for every other one; not safe, for it may be the title that is wrong. */
function writeYear(text: string, dates: readonly StatedDate[], year: number): Fix[] {
  const wrong = dates.filter((date) => date.year !== undefined && date.year !== year)
  const edits = wrong.flatMap(({ span }): SpanEdit[] => {
    const digits = /^\d{4,8}/.exec(sliceOf(text, span))?.[0]
    if (digits === undefined) return []
    return [narrowed(text, { span: { start: span.start, end: span.start + digits.length }, newText: String(year) })]
  })
  if (edits.length < wrong.length) return []
  return [{ title: { key: 'fix/year', args: { year } }, edits, preferred: true, safe: false }]
}
