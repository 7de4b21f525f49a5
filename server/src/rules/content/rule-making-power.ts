import { isLocalDepartment } from '../../report/facts/issuer.ts'
import { wordsOf } from '../../report/words.ts'
import { compare, digitsOf } from '../../text/amount.ts'
import { namesOf } from '../arithmetic/findings.ts'
import type { Finding, Rule } from '../rule.ts'

/** An organ that cannot make rules reports some of its own. Only where its name leaves no doubt that it cannot. */
export const ruleMakingPower: Rule = {
  id: 'content/rule-making-power',
  severity: 'warning',
  *check({ tables, facts: { format, organ, level } }): Iterable<Finding> {
    const rules = format?.content.ruleMaking
    if (rules === undefined) return
    const { levels, departments } = rules.withoutPower
    const isPowerless = (level !== undefined && levels.includes(level)) || (departments && isLocalDepartment(organ))
    const table = tables.find(({ id }) => id === rules.table)
    if (!isPowerless || table === undefined) return
    const cells = rules.columns
      .flatMap((column) => table.cells.get(`${rules.row}/${column}`) ?? [])
      .filter(({ value }) => value !== null && compare(value, 0) > 0)
    const [first, ...others] = cells
    if (first === undefined || first.value === null) return
    const args = { ...namesOf(table, `${first.row}/${first.column}`), organ: organ ?? '', value: digitsOf(first.value) }
    yield {
      rule: 'content/rule-making-power',
      span: first.span,
      wording: { key: 'content/rule-making-power', args },
      address: `${table.id}/${first.row}/${first.column}`,
      related: others.map((cell) => ({
        span: cell.span,
        wording: {
          key: 'related/cell',
          args: { ...namesOf(table, `${cell.row}/${cell.column}`), value: wordsOf(cell) },
        },
      })),
      fixes: [],
    }
  },
}
