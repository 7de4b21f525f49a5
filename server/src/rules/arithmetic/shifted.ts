import type { Table } from '../../report/report.ts'
import { digitsOf, subtract } from '../../text/amount.ts'
import type { Finding, Fix, Rule, Wording } from '../rule.ts'
import { type CellChange, causesOf, type ShiftCause } from './causes.ts'
import { changesText, equationTexts, keyOf, namesOf, relatedCells, writeFigures } from './findings.ts'

/** Figures stand in the wrong place: a column over, a row moved by a cell, two rows swapped, a row counted twice. */
export const shifted: Rule = {
  id: 'arithmetic/shifted',
  severity: 'error',
  *check(report): Iterable<Finding> {
    for (const cause of causesOf(report)) if (cause.kind === 'shifted') yield shiftFinding(cause)
  },
}

function shiftFinding({ table, failing, form, readings }: ShiftCause): Finding {
  const [likeliest = []] = readings
  const isOnly = readings.length === 1
  // Where it cannot be said which row it is, the failing total is what a person sees.
  const holder = failing[0]?.equation.holder ?? ''
  const first = isOnly ? likeliest[0]?.cell : (table.cells.get(holder) ?? likeliest[0]?.cell)
  const key = first === undefined ? holder : `${first.row}/${first.column}`
  return {
    rule: 'arithmetic/shifted',
    span: first?.span ?? table.span,
    wording: {
      key: isOnly ? `arithmetic/shifted.${form}` : `arithmetic/shifted.${form}.several`,
      args: { ...shiftArgs(table, likeliest), sums: equationTexts(table, failing), count: readings.length },
    },
    address: `${table.id}/${key}`,
    related: relatedCells(table, failing, key),
    fixes: readings.map((changes) => shiftFix(table, form, changes, isOnly)),
  }
}

/** The rows and columns that a shift is about, and the amount that it moves. */
function shiftArgs(table: Table, changes: readonly CellChange[]): Wording['args'] {
  const [first] = changes
  if (first === undefined) return {}
  const other = changes.find(({ cell }) => cell.row !== first.cell.row) ?? changes[1] ?? first
  const from = namesOf(table, keyOf(first))
  const to = namesOf(table, keyOf(other))
  return {
    row: from.row,
    other: to.row,
    from: from.column,
    to: to.column,
    amount: digitsOf(subtract(first.cell.value ?? 0, first.expected)),
  }
}

const shiftFix = (table: Table, form: ShiftCause['form'], changes: readonly CellChange[], preferred: boolean): Fix => {
  const args = { ...shiftArgs(table, changes), changes: changesText(table, changes), count: changes.length }
  return writeFigures({ key: form === 'move' ? 'fix/move' : `fix/${form}`, args }, changes, preferred)
}
