import type { ShareClaim } from '../../report/claims/claims.ts'
import type { Report } from '../../report/report.ts'
import { type Amount, compare, digitsOf, toNumber } from '../../text/amount.ts'
import type { Finding, Rule } from '../rule.ts'
import { measuredIn } from './measured.ts'

/** A share in prose is that of no whole that it could be of, or a rate is of more than all. */
export const percentage: Rule = {
  id: 'narrative/percentage',
  severity: 'warning',
  *check(report): Iterable<Finding> {
    for (const { span, percent } of report.claims.rates) {
      if (compare(percent, 100) <= 0) continue
      const wording = { key: 'narrative/percentage.over', args: { percent: digitsOf(percent) } }
      yield { rule: 'narrative/percentage', severity: 'error', span, wording, related: [], fixes: [] }
    }
    for (const share of report.claims.shares) {
      const { part, percent } = share
      const wholes = share.wholes.map(({ value }) => value).filter((whole) => compare(whole, part.value) >= 0)
      const nearest = nearestTo(share, wholes)
      const isRight = (whole: Amount) => isShare(share, whole)
      if (nearest === undefined || wholes.some(isRight) || totalsOf(report, share).some(isRight)) continue
      yield {
        rule: 'narrative/percentage',
        span: share.span,
        wording: {
          key: 'narrative/percentage',
          args: {
            percent: digitsOf(percent),
            part: digitsOf(part.value),
            whole: digitsOf(nearest),
            expected: (percentOf(part.value, nearest) ?? 0).toFixed(decimalsOf(percent)),
          },
        },
        related: [
          { span: part.span, wording: { key: 'related/part', args: { value: digitsOf(part.value), unit: part.unit } } },
        ],
        fixes: [],
      }
    }
  },
}

/** A percentage is no sum: a rounded quotient of two figures will do. */
const percentOf = (part: Amount, whole: Amount): number | undefined =>
  toNumber(whole) === 0 ? undefined : (100 * toNumber(part)) / toNumber(whole)

const EPSILON = 1e-9

function isShare({ part, percent, tolerance }: ShareClaim, whole: Amount): boolean {
  const share = percentOf(part.value, whole)
  return share !== undefined && Math.abs(share - toNumber(percent)) <= toNumber(tolerance) + EPSILON
}

/** The whole whose share comes nearest: what to quote. */
const nearestTo = ({ part, percent }: ShareClaim, wholes: readonly Amount[]): Amount | undefined =>
  [...wholes].sort(
    (a, b) =>
      Math.abs((percentOf(part.value, a) ?? 0) - toNumber(percent)) -
      Math.abs((percentOf(part.value, b) ?? 0) - toNumber(percent)),
  )[0]

const decimalsOf = (percent: Amount): number => /\.(\d+)/.exec(digitsOf(percent))?.[1]?.length ?? 0

/** What the tables hold may be the whole as well, where no sentence before says it. */
const totalsOf = (report: Report, { measures }: ShareClaim): Amount[] =>
  measures.flatMap((measure) => (measuredIn(report, measure) ?? []).map(({ value }) => value))
