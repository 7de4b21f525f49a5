import { digitsOf, equal } from '../../text/amount.ts'
import { namesOf } from '../arithmetic/findings.ts'
import type { Past } from '../beside.ts'
import type { Finding, Rule } from '../rule.ts'
import { relatedTerms, type Term, type YearEquation, yearEquations, yearOf } from './equations.ts'

/** A stock is not what it was last year with what was added and taken away since. There are good reasons for that. */
export const balance: Rule = {
  id: 'history/balance',
  severity: 'info',
  *check(report, _, { past } = {}): Iterable<Finding> {
    if (past === undefined) return
    for (const equation of yearEquations(report, past)) {
      const { identity, holder, expected } = equation
      if (identity.rule === 'balance' && !equal(holder.value, expected)) yield finding(equation, past)
    }
  },
}

function finding(equation: YearEquation, past: Past): Finding {
  const { identity, table, holder, expected, left, last, right } = equation
  const less = left.filter((term) => term !== holder)
  const sum = [
    `${yearOf(past)} 年${last.map(termText).join(' + ')}`,
    ...right.map((term) => ` + ${termText(term)}`),
    ...less.map((term) => ` − ${termText(term)}`),
  ]
  return {
    rule: 'history/balance',
    span: holder.cell.span,
    wording: {
      key: 'history/balance',
      args: {
        ...namesOf(table, holder.key),
        value: digitsOf(holder.value),
        expected: digitsOf(expected),
        year: yearOf(past),
        sum: sum.join(''),
        reason: identity.reason,
      },
    },
    address: `${table.id}/${holder.key}`,
    related: relatedTerms(equation, past),
    fixes: [],
  }
}

/** `现行有效件数 698`; what is negative stands in brackets. */
function termText({ table, key, value }: Term): string {
  const digits = digitsOf(value)
  return `${namesOf(table, key).column} ${digits.startsWith('-') ? `(${digits})` : digits}`
}
