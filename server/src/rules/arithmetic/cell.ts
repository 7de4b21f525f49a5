import type { Table } from '../../report/report.ts'
import type { Finding, Fix, Rule } from '../rule.ts'
import { type CellCause, type CellChange, causesOf } from './causes.ts'
import {
  changeArgs,
  changesText,
  equationTexts,
  keyOf,
  MOST_FIXES,
  relatedCells,
  writeFigure,
  writeFigures,
} from './findings.ts'

/** One figure, or each of a few, explains every sum that fails around it. */
export const cell: Rule = {
  id: 'arithmetic/cell',
  severity: 'error',
  *check(report): Iterable<Finding> {
    for (const cause of causesOf(report)) if (cause.kind === 'cell') yield cellFinding(cause)
  },
}

function cellFinding({ table, failing, change, together, others, isCertain }: CellCause): Finding {
  const key = keyOf(change)
  const args = {
    ...changeArgs(table, change),
    count: failing.length,
    sums: equationTexts(table, failing),
    others: together.length - 1,
    readings: others.length,
  }
  return {
    rule: 'arithmetic/cell',
    span: change.cell.span,
    wording:
      others.length > 0
        ? { key: 'arithmetic/cell.likely', args }
        : { key: together.length > 1 ? 'arithmetic/cell.several' : 'arithmetic/cell', args },
    address: `${table.id}/${key}`,
    related: relatedCells(table, failing, key),
    fixes: [
      writeFigure(table, change, isCertain),
      ...(together.length > 1 ? [allOf(table, together, 'fix/together')] : []),
      ...others.map((changes) => allOf(table, changes, 'fix/otherwise')),
    ].slice(0, MOST_FIXES),
  }
}

const allOf = (table: Table, changes: readonly CellChange[], key: string): Fix =>
  writeFigures({ key, args: { count: changes.length, changes: changesText(table, changes) } }, changes, false)
