import type { Finding, Rule } from '../rule.ts'
import { firstSections, insertSection, neighbours } from './place.ts'

/** A section that the format asks for is not there. A text without any heading is not judged: it was not read. */
export const missing: Rule = {
  id: 'section/missing',
  severity: 'error',
  *check(report): Iterable<Finding> {
    const { format } = report.facts
    if (format === null || report.sections.length === 0) return
    const present = firstSections(report)
    for (const section of format.sections) {
      if (present.has(section.id)) continue
      const { before, after } = neighbours(report, format, section.id)
      const edit = insertSection(report, format, section)
      const args = {
        title: section.title,
        count: format.sections.length,
        basis: format.basis ?? format.notice.number,
      }
      yield {
        rule: 'section/missing',
        span: (before ?? after)?.title ?? { start: 0, end: 0 },
        wording: { key: before === undefined ? 'section/missing.last' : 'section/missing', args },
        related: [],
        fixes:
          edit === undefined
            ? []
            : [{ title: { key: 'fix/insert-section', args }, edits: [edit], preferred: true, safe: false }],
      }
    }
  },
}
