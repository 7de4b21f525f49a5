import type { Table } from '../../report/report.ts'
import { digitsOf, subtract } from '../../text/amount.ts'
import type { Finding, Fix, Rule, Wording } from '../rule.ts'
import { causesOf, type Shift, type ShiftCause } from './causes.ts'
import { changesText, equationTexts, keyOf, namesOf, relatedCells, writeFigures } from './findings.ts'

/** Figures stand in the wrong place: a column over, a row moved by a cell, two rows swapped, a row counted twice, a figure and its total. */
export const shifted: Rule = {
  id: 'arithmetic/shifted',
  severity: 'error',
  *check(report): Iterable<Finding> {
    for (const cause of causesOf(report)) if (cause.kind === 'shifted') yield shiftFinding(cause)
  },
}

function shiftFinding({ table, failing, shifts }: ShiftCause): Finding {
  const [likeliest] = shifts
  const isOnly = shifts.length === 1
  // Where it cannot be said which row it is, the failing total is what a person sees.
  const holder = failing[0]?.equation.holder ?? ''
  const cell = likeliest?.changes[0]?.cell
  const first = isOnly ? cell : (table.cells.get(holder) ?? cell)
  const key = first === undefined ? holder : `${first.row}/${first.column}`
  return {
    rule: 'arithmetic/shifted',
    span: first?.span ?? table.span,
    wording: {
      key: `arithmetic/shifted.${likeliest?.form}${isOnly ? '' : '.several'}`,
      args: {
        ...(likeliest && shiftArgs(table, likeliest)),
        sums: equationTexts(table, failing),
        count: shifts.length,
      },
    },
    address: `${table.id}/${key}`,
    related: relatedCells(table, failing, key),
    fixes: shifts.map((shift) => shiftFix(table, shift, isOnly)),
  }
}

/** The rows and columns that a shift is about, and the amount that it moves. */
function shiftArgs(table: Table, { changes, other: counted }: Shift): Wording['args'] {
  const [first] = changes
  if (first === undefined) return {}
  const other = changes.find(({ cell }) => cell.row !== first.cell.row) ?? changes[1] ?? first
  const from = namesOf(table, keyOf(first))
  const to = namesOf(table, keyOf(other))
  return {
    row: from.row,
    other: counted === undefined ? to.row : namesOf(table, counted).row,
    from: from.column,
    to: to.column,
    amount: digitsOf(subtract(first.cell.value ?? 0, first.expected)),
  }
}

function shiftFix(table: Table, shift: Shift, preferred: boolean): Fix {
  const { form, changes } = shift
  const args = { ...shiftArgs(table, shift), changes: changesText(table, changes), count: changes.length }
  return writeFigures({ key: `fix/${form}`, args }, changes, preferred)
}
