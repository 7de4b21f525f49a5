import { isLocalDepartment } from '../../report/facts/issuer.ts'
import type { Report } from '../../report/report.ts'
import { type Amount, compare, digitsOf } from '../../text/amount.ts'
import { namesOf } from '../arithmetic/findings.ts'
import type { Finding, Rule } from '../rule.ts'

/** An amount is so large for the organ, or so round, that it is likely in a smaller unit than its head says. */
export const magnitude: Rule = {
  id: 'cell/magnitude',
  severity: 'info',
  *check(report): Iterable<Finding> {
    if (!isSmall(report)) return
    for (const table of report.tables) {
      for (const { id, cells, columns } of table.rows) {
        for (const [index, { value, span, column, unit }] of cells.entries()) {
          const { large, unit: expected } = columns[index] ?? {}
          if (large === undefined || expected === undefined || value === null || unit !== undefined) continue
          if (compare(value, large) < 0 && !isRound(value)) continue
          const key = `${id}/${column}`
          yield {
            rule: 'cell/magnitude',
            span,
            wording: {
              key: 'cell/magnitude',
              args: { ...namesOf(table, key), value: digitsOf(value), unit: expected },
            },
            address: `${table.id}/${key}`,
            related: [],
            fixes: [],
          }
        }
      }
    }
  },
}

/** Of a county, a town, or a department of any place but the country. */
const isSmall = ({ facts: { level, organ } }: Report): boolean =>
  level === 'county' || level === 'town' || isLocalDepartment(organ)

/** Whole ten thousands: 元 that were counted as 万元. */
const isRound = (value: Amount): boolean => /^[1-9]\d*0000$/.test(digitsOf(value))
