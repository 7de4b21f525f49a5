import type { ProseFigure, ShareClaim } from '../../report/claims/claims.ts'
import type { Report } from '../../report/report.ts'
import { type Amount, compare, digitsOf, toNumber } from '../../text/amount.ts'
import type { Finding, Rule } from '../rule.ts'
import { measuredIn } from './measured.ts'

/** A share in prose is that of no whole that it could be of. */
export const percentage: Rule = {
  id: 'narrative/percentage',
  severity: 'warning',
  *check(report): Iterable<Finding> {
    for (const share of report.claims.shares) {
      const { part, percent } = share
      const wholes = share.wholes.map(({ value }) => value).filter((whole) => compare(whole, part.value) >= 0)
      const nearest = nearestTo(share, wholes)
      if (nearest === undefined || [...wholes, ...totalsOf(report, part)].some((whole) => isShare(share, whole)))
        continue
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

/** Of a figure that the tables hold, what else they hold may be the whole. */
function totalsOf(report: Report, { span }: ProseFigure): Amount[] {
  if (!report.claims.counts.some(({ figure }) => figure.span.start === span.start)) return []
  return (report.facts.format?.measures ?? []).flatMap((measure) =>
    (measuredIn(report, measure) ?? []).map(({ value }) => value),
  )
}
