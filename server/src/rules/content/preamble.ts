import { withoutNumbering } from '../../report/labels.ts'
import type { Finding, Rule } from '../rule.ts'
import { listsIn } from './part-list.ts'

/**
 * A list of the report's parts, at its beginning, does not have as many as it says. Information where it says nothing of
 * their number, may name one in other words, or just leaves some out.
 */
export const preamble: Rule = {
  id: 'content/preamble',
  severity: 'warning',
  *check(report): Iterable<Finding> {
    const { format } = report.facts
    const parts = format?.content.parts
    if (format === null || parts === undefined) return
    for (const { from, to, named, count, isCertain } of listsIn(report, parts)) {
      const missing = format.sections.filter(({ id }) => !named.has(id))
      if (missing.length === 0 && (count === undefined || count >= named.size)) continue
      const isWrong = count !== undefined && count !== named.size && isCertain
      const key =
        count === undefined ? 'content/preamble' : `content/preamble.${missing.length === 0 ? 'count' : 'counted'}`
      const args = {
        count: count ?? 0,
        all: format.sections.length,
        missing: missing.map(({ title }) => `“${withoutNumbering(title)}”`).join('、'),
      }
      yield {
        rule: 'content/preamble',
        ...(!isWrong && { severity: 'info' as const }),
        span: report.squeezed.spanOf(from, to),
        wording: { key, args },
        related: [],
        fixes: [],
      }
    }
  },
}
