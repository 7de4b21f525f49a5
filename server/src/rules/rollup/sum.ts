import type { Cell, Report, Table } from '../../report/report.ts'
import { type Amount, compare, digitsOf, equal, negate, subtract } from '../../text/amount.ts'
import { namesOf } from '../arithmetic/findings.ts'
import type { PartFigure, PartsSum, SummedCell } from '../beside.ts'
import type { Finding, Rule } from '../rule.ts'

/** So many parts are named with a difference; the largest figures come first. */
const MOST_NAMED = 20

/** A figure of a report is not what its parts come to. */
export const sum: Rule = {
  id: 'rollup/sum',
  severity: 'info',
  *check(report: Report, _, { sum: parts } = {}): Iterable<Finding> {
    if (parts === undefined) return
    for (const table of report.tables) {
      if (table.edition !== parts.edition) continue
      for (const [key, cell] of table.cells) {
        const summed = parts.cells.get(`${table.id}/${key}`)
        if (summed === undefined || cell.value === null) continue
        if (differs(cell.value, summed)) yield finding(table, key, cell, cell.value, summed, parts)
      }
    }
  },
}

/** What some parts do not say may be anything, but not less than nothing. */
const differs = (value: Amount, { value: sum, missing }: SummedCell): boolean =>
  missing.length === 0 ? !equal(value, sum) : compare(value, sum) < 0

function finding(
  table: Table,
  key: string,
  cell: Cell,
  value: Amount,
  { value: total, parts, missing }: SummedCell,
  { count }: PartsSum,
): Finding {
  const difference = subtract(value, total)
  const isMore = compare(difference, 0) > 0
  const amount = isMore ? difference : negate(difference)
  const alike = parts.filter((part) => equal(part.value, amount))
  const [likely] = alike.length === 1 ? alike : []
  const kind = missing.length > 0 ? '.atLeast' : isMore ? '.more' : '.less'
  return {
    rule: 'rollup/sum',
    span: cell.span,
    wording: {
      key: `rollup/sum${kind}${likely === undefined ? '' : '.likely'}`,
      args: {
        ...namesOf(table, key),
        value: digitsOf(value),
        sum: digitsOf(total),
        count,
        amount: digitsOf(amount),
        part: likely?.title ?? '',
      },
    },
    address: `${table.id}/${key}`,
    related: named(parts, alike).map(({ part, title, span, value: figure }) => ({
      span,
      wording: { key: 'related/addend', args: { title, value: digitsOf(figure) } },
      in: part,
    })),
    fixes: [],
  }
}

/** First those that come to the difference, then the others from the largest on. */
function named(parts: readonly PartFigure[], alike: readonly PartFigure[]): PartFigure[] {
  const others = parts.filter((part) => !alike.includes(part)).sort((a, b) => compare(b.value, a.value))
  return [...alike, ...others].slice(0, MOST_NAMED)
}
