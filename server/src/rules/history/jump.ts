import * as z from 'zod'
import type { Cell, Report, Table } from '../../report/report.ts'
import { type Amount, compare, digitsOf, times } from '../../text/amount.ts'
import { namesOf } from '../arithmetic/findings.ts'
import type { Past } from '../beside.ts'
import { type Finding, withOptions } from '../rule.ts'
import { relatedTo, yearEquations, yearOf } from './equations.ts'

const OPTIONS = z.object({
  /** How many times the figure of the other year makes a leap. */
  factor: z.number().min(2).default(10),
  /** Where neither figure comes to so much, nothing is said. */
  least: z.number().min(1).default(10),
})

/** A figure is ten times what it was last year, a tenth of it, or gone: its scope or its unit may have changed. */
export const jump = withOptions(OPTIONS, {
  id: 'history/jump',
  severity: 'info',
  *check(report, { factor, least }, { past } = {}): Iterable<Finding> {
    if (past === undefined) return
    const told = cellsTold(report, past)
    for (const id of report.facts.format?.history.steady ?? []) {
      const table = report.tables.find((one) => one.id === id)
      const before = past.report.tables.find((one) => one.id === id)
      if (table === undefined || before === undefined) continue
      for (const [key, cell] of table.cells) {
        const last = before.cells.get(key)
        if (last === undefined || told.has(cell) || !isSteady(table, key)) continue
        // A unit of its own is said elsewhere, and would make a leap of nothing.
        if (cell.value === null || last.value === null || cell.unit !== last.unit) continue
        if (leaps(last.value, cell.value, factor, least)) yield finding(table, key, cell, before, last, past, factor)
      }
    }
  },
})

/** Figures that an equation between the years accounts for, or that it is said of that they do not agree. */
const cellsTold = (report: Report, past: Past): ReadonlySet<Cell> =>
  new Set(yearEquations(report, past).flatMap(({ left, right }) => [...left, ...right].map(({ cell }) => cell)))

/** Changes leap by their nature. */
function isSteady({ rows }: Table, key: string): boolean {
  const [rowId = '', columnId] = key.split('/')
  const column = rows.find(({ id }) => id === rowId)?.columns.find(({ id }) => id === columnId)
  return column !== undefined && column.kind !== 'change'
}

/** From nothing to something is no leap: what an organ is put in charge of begins so. */
function leaps(last: Amount, now: Amount, factor: number, least: number): boolean {
  const [less, more] = compare(last, now) < 0 ? [last, now] : [now, last]
  return compare(last, 0) > 0 && compare(more, least) >= 0 && compare(times(less, factor), more) <= 0
}

function finding(
  table: Table,
  key: string,
  cell: Cell,
  before: Table,
  last: Cell,
  past: Past,
  factor: number,
): Finding {
  const args = {
    ...namesOf(table, key),
    value: cell.value === null ? '' : digitsOf(cell.value),
    last: last.value === null ? '' : digitsOf(last.value),
    year: yearOf(past),
    factor,
  }
  return {
    rule: 'history/jump',
    span: cell.span,
    wording: { key: cell.value === 0 ? 'history/jump.zero' : 'history/jump', args },
    address: `${table.id}/${key}`,
    related: [{ ...relatedTo({ table: before, key, cell: last }, past), in: past }],
    fixes: [],
  }
}
