import type { Format } from '../../formats/schema.ts'
import type { CitedTitle } from '../../report/facts/notice-titles.ts'
import type { CitedNotice } from '../../report/facts/notices.ts'
import type { Report } from '../../report/report.ts'
import { distance } from '../../text/distance.ts'
import { sliceOf } from '../../text/span.ts'
import type { Finding, Rule, Severity } from '../rule.ts'
import { type Citation, citationsOf } from './citations.ts'
import { exchange, isPreamble, officialTitle, rewordTitle, writeDecree, writeNumber } from './notice-fixes.ts'

/** The notice, or the decree of the statute, that the report cites is not the one for its year, or is misquoted. */
export const notice: Rule = {
  id: 'format/notice',
  severity: 'warning',
  *check(report): Iterable<Finding> {
    const { format } = report.facts
    if (format === null) return
    const citations = citationsOf(report)
    // What the report also cites beside the right notice is its own affair.
    const isRightCited = citations.some(
      ({ number, title }) => number?.edition === format || (number === undefined && title?.edition === format),
    )
    for (const citation of citations) {
      const finding = findingFor(report, format, citation, isRightCited)
      if (finding !== undefined) yield finding
    }
    yield* decreeFindings(report, format)
  },
}

function findingFor(report: Report, format: Format, citation: Citation, isRightCited: boolean): Finding | undefined {
  const { title, number } = citation
  if (title?.edition === format) {
    if (number !== undefined && number.edition !== format && isOfOffice(number, format)) {
      return made(report, format, number, 'number', writeNumber(report, format, number))
    }
    if (!title.isExact) return made(report, format, title, 'title', rewordTitle(report, format, title))
  } else if (title !== undefined && number?.edition === format) {
    return made(report, format, title, 'title', rewordTitle(report, format, title))
  }
  const other = number?.edition ?? title?.edition
  if (other !== undefined && other !== format) {
    if (isRightCited) return undefined
    const safe = isPreamble(report, (title ?? number)?.span.start ?? 0)
    return made(report, format, number ?? (title as CitedTitle), 'edition', exchange(report, format, citation, safe))
  }
  if (number?.flaw === undefined) return undefined
  const severity = number.flaw === 'marks' ? 'info' : undefined
  return made(report, format, number, number.flaw, writeNumber(report, format, number), severity)
}

/** Whether a number has the letters of the notice's office, or nearly those. */
function isOfOffice({ agency }: CitedNotice, { notice }: Format): boolean {
  const official = /^[^〔]*/.exec(notice.number)?.[0] ?? ''
  return distance(agency, official) * 3 <= official.length
}

function made(
  report: Report,
  format: Format,
  { span }: CitedNotice | CitedTitle,
  kind: 'number' | 'title' | 'edition' | 'letters' | 'marks',
  fixes: Finding['fixes'],
  severity?: Severity,
): Finding {
  const found = sliceOf(report.text, span)
    .replace(/<[^<>]*>/g, '')
    .replace(/\s+/g, '')
  const args = { found, number: format.notice.number, title: officialTitle(format), year: report.facts.year ?? '' }
  return {
    rule: 'format/notice',
    ...(severity !== undefined && { severity }),
    span,
    wording: { key: `format/notice.${kind}`, args },
    related: [],
    fixes,
  }
}

function* decreeFindings(report: Report, { statute }: Format): Iterable<Finding> {
  if (statute === undefined) return
  for (const { span, number } of report.facts.decrees) {
    if (number === statute.decree) continue
    yield {
      rule: 'format/notice',
      span,
      wording: { key: 'format/notice.decree', args: { found: number, decree: statute.decree, title: statute.title } },
      related: [],
      fixes: writeDecree(report, statute.decree, span),
    }
  }
}
