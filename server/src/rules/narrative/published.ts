import type { Content } from '../../formats/content-schema.ts'
import type { StatedDate } from '../../report/facts/stated-dates.ts'
import type { Report } from '../../report/report.ts'
import { wordsIn } from '../../report/words.ts'
import { sliceOf } from '../../text/span.ts'
import type { Finding, Rule } from '../rule.ts'

/** The report was published before its year was over; information where it was late. */
export const published: Rule = {
  id: 'narrative/published',
  severity: 'warning',
  *check(report): Iterable<Finding> {
    const { format, year, dates } = report.facts
    if (format === null || year === undefined) return
    const last = deadlineFor(report, format.content.deadlines)
    for (const { span, damaged, ...date } of dates) {
      if (damaged || date.year === undefined) continue
      const isEarly = isAfter({ year, month: 12, day: 31 }, date)
      const isLate = last !== undefined && isAfter(date, { year: year + 1, ...last })
      if (!isEarly && !isLate) continue
      yield {
        rule: 'narrative/published',
        ...(isLate && { severity: 'info' as const }),
        span,
        wording: {
          key: isEarly ? 'narrative/published' : 'narrative/published.late',
          args: {
            date: wordsIn(sliceOf(report.text, span)).replace(/\s+/g, ''),
            year,
            next: year + 1,
            month: last?.month ?? 0,
            day: last?.day ?? 0,
          },
        },
        related: [],
        fixes: [],
      }
    }
  },
}

type Deadline = Content['deadlines'][number]

function deadlineFor({ facts: { issuer, level } }: Report, deadlines: readonly Deadline[]): Deadline | undefined {
  return deadlines.find(
    (deadline) => deadline.issuer === issuer && (level === undefined || !deadline.exceptLevels.includes(level)),
  )
}

type Day = Pick<StatedDate, 'year' | 'month' | 'day'>

const isAfter = (date: Day, last: Day): boolean => dayNumber(date) > dayNumber(last)

const dayNumber = ({ year = 0, month = 1, day = 1 }: Day): number => year * 10_000 + month * 100 + day
