import { wordsIn } from '../../report/words.ts'
import { digitsOf } from '../../text/amount.ts'
import { sliceOf } from '../../text/span.ts'
import type { Finding, Rule } from '../rule.ts'
import { heldAgainst, nameOf, relatedTo } from './measured.ts'

/** The prose says that there was none, and the tables have some. */
export const zero: Rule = {
  id: 'narrative/zero',
  severity: 'warning',
  *check(report): Iterable<Finding> {
    for (const denial of report.claims.denials) {
      const meant = heldAgainst(report, denial)
      if (meant === undefined) continue
      const { span } = denial
      yield {
        rule: 'narrative/zero',
        span,
        wording: {
          key: 'narrative/zero',
          args: {
            said: wordsIn(sliceOf(report.text, span)),
            name: nameOf(meant),
            value: digitsOf(meant.value),
          },
        },
        related: relatedTo(meant),
        fixes: [],
      }
    }
  },
}
