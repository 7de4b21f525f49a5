import { isWithin, passagesOf } from '../../report/prose/passages.ts'
import { occurrencesOf } from '../../report/prose/wordings.ts'
import type { Finding, Rule } from '../rule.ts'
import { saySomething } from './leftovers.ts'

/** A government's report does not say what a government has to report of itself. Where it says so is left to it. */
export const governmentDuties: Rule = {
  id: 'content/government-duties',
  severity: 'warning',
  *check(report): Iterable<Finding> {
    const { format, issuer } = report.facts
    const duties = format?.content.duties
    const section = report.sections.find(({ id }) => id === duties?.section)
    if (duties === undefined || duties.issuer !== issuer || section === undefined) return
    const passages = passagesOf(report)
    const own = passages.filter((passage) => passage.section === section.id)
    if (!saySomething(report, own)) return
    const missing = duties.subjects.filter(
      ({ names }) => !occurrencesOf(report, names).some((occurrence) => isWithin(passages, occurrence)),
    )
    if (missing.length === 0) return
    yield {
      rule: 'content/government-duties',
      span: section.title,
      wording: {
        key: 'content/government-duties',
        args: {
          duties: duties.subjects.map(({ title }) => title).join('、'),
          missing: missing.map(({ title }) => `“${title}”`).join('、'),
        },
      },
      related: [],
      fixes: [],
    }
  },
}
