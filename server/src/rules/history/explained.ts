import type { Report } from '../../report/report.ts'
import { equal } from '../../text/amount.ts'
import { type CellChange, causesOf } from '../arithmetic/causes.ts'
import type { Past } from '../beside.ts'
import type { YearEquation } from './equations.ts'

/**
 * A sum of this year's or last year's table fails already, and what repairs it makes the years agree as well: that is said
 * where the sum is.
 */
export function isExplained(report: Report, past: Past, { holder, last, expected }: YearEquation): boolean {
  const [only, ...more] = last
  const isRepaired = changesIn(report).some(
    ({ cell, expected: value }) => cell === holder.cell && equal(value, expected),
  )
  if (isRepaired || only === undefined || more.length > 0) return isRepaired
  return changesIn(past.report).some(({ cell, expected: value }) => cell === only.cell && equal(value, holder.value))
}

const changesIn = (report: Report): readonly CellChange[] =>
  causesOf(report).flatMap((cause) => (cause.kind === 'cell' ? [cause.change] : cause.readings.flat()))
