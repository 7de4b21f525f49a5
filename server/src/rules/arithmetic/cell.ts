import { digitsOf } from '../../text/amount.ts'
import type { Finding, Rule } from '../rule.ts'
import { causesOf } from './check.ts'
import { equationText, namesOf, relatedCells, writeFigure } from './findings.ts'

/** One figure explains every sum that fails around it. */
export const cell: Rule = {
  id: 'arithmetic/cell',
  severity: 'error',
  *check(report): Iterable<Finding> {
    for (const { table, failing, cell: wrong } of causesOf(report)) {
      if (wrong === undefined) continue
      const { cell: found, expected } = wrong
      const key = `${found.row}/${found.column}`
      const sums = failing.map((checked) => equationText(table, checked)).join('；')
      yield {
        rule: 'arithmetic/cell',
        span: found.span,
        wording: {
          key: 'arithmetic/cell',
          args: { ...namesOf(table, key), found: found.raw, expected: digitsOf(expected), count: failing.length, sums },
        },
        address: `${table.id}/${key}`,
        related: relatedCells(table, failing, key),
        fixes: [writeFigure(table, key, found, digitsOf(expected), true)],
      }
    }
  },
}
