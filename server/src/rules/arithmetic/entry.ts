import type { Table } from '../../report/report.ts'
import { wordsOf } from '../../report/words.ts'
import { compare, digitsOf, subtract } from '../../text/amount.ts'
import type { Finding, Fix, Rule } from '../rule.ts'
import { type CellChange, causesOf, type EntryCause } from './causes.ts'
import { changeArgs, equationTexts, MOST_FIXES, relatedCells, writeFigures } from './findings.ts'

/** A figure is off together with the totals that were computed from it; the sums alone rarely say which figure. */
export const entry: Rule = {
  id: 'arithmetic/entry',
  severity: 'error',
  *check(report): Iterable<Finding> {
    for (const cause of causesOf(report)) if (cause.kind === 'entry') yield entryFinding(cause)
  },
}

/** So many candidates are named in the message. */
const MOST_NAMED = 3

function entryFinding({ table, failing, readings }: EntryCause): Finding {
  const [likeliest] = readings[0] ?? []
  const column = likeliest?.cell.column
  // The failure is shown where a person looks first: the total of the entry's own column, before the balance.
  const shown = failing.find(({ equation }) => equation.along === column) ?? failing[0]
  const key = shown?.equation.holder ?? ''
  const named = readings
    .slice(0, MOST_NAMED)
    .flatMap(([change]) => (change === undefined ? [] : [changeArgs(table, change)]))
  const difference = shown === undefined ? 0 : subtract(shown.left, shown.right)
  return {
    rule: 'arithmetic/entry',
    span: (table.cells.get(key) ?? likeliest?.cell)?.span ?? table.span,
    wording: {
      key: readings.length > 1 ? 'arithmetic/entry' : 'arithmetic/entry.only',
      args: {
        column: likeliest === undefined ? '' : changeArgs(table, likeliest).column,
        amount: digitsOf(compare(difference, 0) < 0 ? subtract(0, difference) : difference),
        sums: equationTexts(table, failing),
        sentence: shown?.equation.identity.sentence ?? '',
        count: readings.length,
        candidates: named.map(({ row, found, expected }) => `“${row}”${found}→${expected}`).join('、'),
      },
    },
    address: `${table.id}/${key}`,
    related: relatedCells(table, failing, key),
    fixes: readings.slice(0, MOST_FIXES).map((changes) => entryFix(table, changes, readings.length === 1)),
  }
}

function entryFix(table: Table, changes: readonly CellChange[], preferred: boolean): Fix {
  const [first, ...totals] = changes
  const args = {
    ...(first !== undefined && changeArgs(table, first)),
    totals: totals.map((change) => `${wordsOf(change.cell)}→${changeArgs(table, change).expected}`).join('、'),
    count: totals.length,
  }
  return writeFigures({ key: 'fix/entry', args }, changes, preferred)
}
