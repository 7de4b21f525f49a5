import { headingWords, titlesOf } from '../../report/headings.ts'
import type { Report, Section } from '../../report/report.ts'
import type { Finding, Rule } from '../rule.ts'
import { firstSections } from './place.ts'

/** A section has a heading and nothing below it. Of a section with a table, `table/missing` says so. */
export const empty: Rule = {
  id: 'section/empty',
  severity: 'warning',
  *check(report): Iterable<Finding> {
    const { format } = report.facts
    if (format === null) return
    const withTables = new Set(format.tables.map(({ section }) => section))
    const last = new Map(report.sections.map((section) => [section.id, section]))
    const first = firstSections(report)
    for (const section of report.sections) {
      const { id, title, titleText } = section
      const comesOnce = first.get(id) === last.get(id)
      if (withTables.has(id) || !comesOnce || hasWords(report, section)) continue
      const official = format.sections.find((candidate) => candidate.id === id)
      // A heading of other words may hold what the section says: 其他事项：无.
      const isTitle =
        official !== undefined && titlesOf(official).includes(headingWords(titleText, section.ordinal !== undefined))
      if (!isTitle && /[\s：:，,；;][^\s：:，,；;]/.test(titleText)) continue
      yield {
        rule: 'section/empty',
        span: title,
        wording: { key: 'section/empty', args: { title: titleText } },
        related: [],
        fixes: [],
      }
    }
  },
}

/** Whether letters, figures or a picture stand below the heading; tags and entities do not count. */
function hasWords({ text }: Report, { title, span }: Section): boolean {
  const body = text.slice(title.end, span.end)
  return /<img|!\[/i.test(body) || /[\p{L}\p{N}]/u.test(body.replace(/<[^<>]*>|&[#\w]{1,8};/g, ''))
}
