import type { BreakdownClaim } from '../../report/claims/claims.ts'
import { type Amount, add, compare, digitsOf, equal, times } from '../../text/amount.ts'
import type { Finding, Rule } from '../rule.ts'

/** A list after 其中 does not add up to the figure before it. */
export const breakdown: Rule = {
  id: 'narrative/breakdown',
  severity: 'warning',
  *check(report): Iterable<Finding> {
    for (const claim of report.claims.breakdowns) {
      const sums = sumsUpTo(claim)
      const sum = sums.at(-1) ?? 0
      // What follows the list in the same sentence may be about something else.
      if (claim.isOpen || sums.some((partial) => equal(partial, claim.total.value))) continue
      const { total, parts } = claim
      yield {
        rule: 'narrative/breakdown',
        ...(isPartial(total.value, sum) && { severity: 'info' as const }),
        span: total.span,
        wording: {
          key: 'narrative/breakdown',
          args: {
            total: digitsOf(total.value),
            sum: digitsOf(sum),
            unit: total.unit,
            count: parts.length,
            parts: parts.map(({ value }) => digitsOf(value)).join(' + '),
          },
        },
        related: parts.map(({ span, value, unit }) => ({
          span,
          wording: { key: 'related/part', args: { value: digitsOf(value), unit } },
        })),
        fixes: [],
      }
    }
  },
}

/** A list of far less than the whole names but some of its parts, even where it does not say so. */
const isPartial = (total: Amount, sum: Amount): boolean => compare(times(sum, 3), times(total, 2)) < 0

/** The sums of the first part, the first two, and so on. */
function sumsUpTo({ parts }: BreakdownClaim): Amount[] {
  let sum: Amount = 0
  return parts.map(({ value }) => {
    sum = add(sum, value)
    return sum
  })
}
