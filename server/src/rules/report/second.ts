import type { Finding, Rule } from '../rule.ts'

/** A second report begins in the same text: the first alone is reviewed. */
export const second: Rule = {
  id: 'report/second',
  severity: 'info',
  *check({ text, facts: { secondTitle } }): Iterable<Finding> {
    if (secondTitle === undefined) return
    const title = text.slice(secondTitle.start, secondTitle.end).replace(/\s+/g, '')
    yield {
      rule: 'report/second',
      span: secondTitle,
      wording: { key: 'report/second', args: { title } },
      related: [],
      fixes: [],
    }
  },
}
