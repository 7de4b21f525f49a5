import type { Finding, Rule } from '../rule.ts'
import { firstSections } from './place.ts'

/** A section comes a second time. */
export const duplicate: Rule = {
  id: 'section/duplicate',
  severity: 'warning',
  *check(report): Iterable<Finding> {
    const { format } = report.facts
    if (format === null) return
    const first = firstSections(report)
    for (const section of report.sections) {
      const before = first.get(section.id)
      if (before === undefined || before === section) continue
      const args = { found: section.titleText, title: before.titleText }
      yield {
        rule: 'section/duplicate',
        span: section.title,
        wording: { key: 'section/duplicate', args },
        related: [{ span: before.title, wording: { key: 'related/same-section', args: { title: before.titleText } } }],
        fixes: [],
      }
    }
  },
}
