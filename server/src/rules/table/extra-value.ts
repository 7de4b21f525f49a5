import type { Row } from '../../report/report.ts'
import type { Finding, Rule } from '../rule.ts'

/** Rows hold more figures than columns; the sums told the surplus apart. One finding a table: converters do it row by row. */
export const extraValue: Rule = {
  id: 'table/extra-value',
  severity: 'info',
  *check(report): Iterable<Finding> {
    for (const { rows } of report.tables) {
      for (const row of rows) if (row.followed) yield followedFinding(row)
      const [first, ...others] = rows.flatMap((row) =>
        row.followed ? [] : row.surplus.slice(0, 1).map((span) => ({ row, span })),
      )
      if (first === undefined) continue
      yield {
        rule: 'table/extra-value',
        span: first.span,
        wording: {
          key: 'table/extra-value',
          args: { row: first.row.format.label, columns: first.row.columns.length, count: others.length + 1 },
        },
        related: others.map(({ row, span }) => ({
          span,
          wording: { key: 'related/row', args: { row: row.format.label } },
        })),
        fixes: [],
      }
    }
  },
}

/** A row that the form does not have: whether a total counts it in, only the author knows. */
const followedFinding = ({ label, format }: Row): Finding => ({
  rule: 'table/extra-value',
  span: label,
  wording: { key: 'table/extra-value.row', args: { row: format.label } },
  related: [],
  fixes: [],
})
