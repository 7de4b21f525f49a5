import { digitsOf, equal } from '../../text/amount.ts'
import { namesOf } from '../arithmetic/findings.ts'
import type { Past } from '../beside.ts'
import type { Finding, Rule } from '../rule.ts'
import { relatedTerms, type YearEquation, yearEquations, yearOf } from './equations.ts'
import { isExplained } from './explained.ts'

/** What last year's report carried forward is not what this one begins with. */
export const carriedOver: Rule = {
  id: 'history/carried-over',
  severity: 'warning',
  *check(report, _, { past } = {}): Iterable<Finding> {
    if (past === undefined) return
    const equations = yearEquations(report, past).filter(({ identity }) => identity.rule === 'carried-over')
    for (const identity of new Set(equations.map((equation) => equation.identity))) {
      const own = equations.filter((equation) => equation.identity === identity)
      const failing = own.filter(
        (equation) => !equal(equation.holder.value, equation.expected) && !isExplained(report, past, equation),
      )
      const total = failing.find(isTotal)
      if (total !== undefined) yield finding(total, failing, past)
      else if (failing[0] !== undefined) yield splitFinding(failing[0], failing, past, own.some(isTotal))
    }
  },
}

/** It runs along a column (or row) that adds the others up. */
function isTotal({ identity, table, along, holder }: YearEquation): boolean {
  const row = table.rows.find(({ id }) => holder.key.startsWith(`${id}/`))
  if (identity.each === 'row') return row?.format.total === true
  return row?.columns.find(({ id }) => id === along)?.total === true
}

/** The total differs; the parts that do are said with it. */
function finding(total: YearEquation, failing: readonly YearEquation[], past: Past): Finding {
  const { table, holder, expected, identity } = total
  return {
    rule: 'history/carried-over',
    span: holder.cell.span,
    wording: {
      key: 'history/carried-over',
      args: {
        ...namesOf(table, holder.key),
        value: digitsOf(holder.value),
        year: yearOf(past),
        last: digitsOf(expected),
        lastRow: total.last.map((term) => namesOf(term.table, term.key).row).join(' + '),
        reason: identity.reason,
      },
    },
    address: `${table.id}/${holder.key}`,
    related: [total, ...failing.filter((other) => other !== total)].flatMap((each) => relatedTerms(each, past)),
    fixes: [],
  }
}

/** The totals agree, or nothing is known of them, and some parts do not. */
function splitFinding(
  first: YearEquation,
  failing: readonly YearEquation[],
  past: Past,
  totalAgrees: boolean,
): Finding {
  const { table, holder, identity } = first
  const differences = failing.map(
    (each) =>
      `${namesOf(table, each.holder.key)[identity.each === 'row' ? 'row' : 'column']} ${digitsOf(each.expected)}→${digitsOf(each.holder.value)}`,
  )
  return {
    rule: 'history/carried-over',
    ...(totalAgrees && { severity: 'info' as const }),
    span: holder.cell.span,
    wording: {
      key: totalAgrees ? 'history/carried-over.split' : 'history/carried-over.parts',
      args: {
        ...namesOf(table, holder.key),
        year: yearOf(past),
        differences: differences.join('、'),
        reason: identity.reason,
      },
    },
    address: `${table.id}/${holder.key}`,
    related: failing.flatMap((each) => relatedTerms(each, past)),
    fixes: [],
  }
}
