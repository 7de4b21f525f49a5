import type { Cell, Report, Table } from '../../report/report.ts'
import { type Amount, add } from '../../text/amount.ts'
import { onDemand } from '../../text/on-demand.ts'
import type { Checked } from './check.ts'
import type { Change } from './search/effects.ts'
import { type Explained, type Explanation, explain } from './search/explain.ts'
import { proseOf } from './search/prose.ts'
import type { Pattern } from './search/rows.ts'
import { canHold, failsWith, type Line, type System, signed } from './search/system.ts'

/** A mistake in a table, with the equations that fail by it. */
export type Cause = CellCause | EntryCause | ShiftCause | SumCause

interface Failure {
  readonly table: Table
  readonly failing: readonly Checked[]
}

/** One cell. */
export interface CellCause extends Failure {
  readonly kind: 'cell'
  readonly change: CellChange
  /** All cells that are wrong along with it, itself included; just itself where it explains all it touches. */
  readonly together: readonly CellChange[]
  /** Other cells that would explain the same failures, likeliest first. */
  readonly others: readonly (readonly CellChange[])[]
  /** No other reading remains, and everything that fails in the table is explained. */
  readonly isCertain: boolean
}

/** A figure together with the totals that were computed from it; what it may be, likeliest first. */
export interface EntryCause extends Failure {
  readonly kind: 'entry'
  readonly readings: readonly (readonly CellChange[])[]
}

/** Figures in the wrong place: an amount in a row, or whole rows. What it may be, likeliest first. */
export interface ShiftCause extends Failure {
  readonly kind: 'shifted'
  readonly shifts: readonly Shift[]
  readonly readings: readonly (readonly CellChange[])[]
}

export interface Shift {
  readonly form: 'move' | Pattern['form']
  readonly changes: readonly CellChange[]
  /** The id of the row that was counted twice. */
  readonly other?: string
}

/** Sums that fail without a cause that could be named; changes that would repair them, likeliest first. */
export interface SumCause extends Failure {
  readonly kind: 'sum'
  readonly readings: readonly (readonly CellChange[])[]
}

export interface CellChange {
  readonly cell: Cell
  readonly expected: Amount
}

const causes = new WeakMap<Report, readonly Cause[]>()

/** What fails in the tables of a report, by cause; worked out once for a report. */
export function causesOf(report: Report): readonly Cause[] {
  const known = causes.get(report)
  if (known !== undefined) return known
  const prose = onDemand(() => proseOf(report))
  const made = report.tables.flatMap((table) => {
    const explained = explain(table, prose)
    return explained === undefined ? [] : causesIn(table, explained)
  })
  causes.set(report, made)
  return made
}

function causesIn(table: Table, explained: Explained): Cause[] {
  const { system, explanations, others, unexplained } = explained
  const together = explanations.flatMap((explanation) => firstChanges(system, explanation))
  const alternatives = others.map((readings) => readings.flatMap(({ changes }) => named(system, changes)))
  const failingOf = (lines: readonly number[]) => lines.flatMap((line) => system.lines[line]?.checked ?? [])
  return [
    ...explanations.map((explanation): Cause => {
      const failure = { table, failing: failingOf(explanation.lines) }
      if (explanation.kind === 'pattern') {
        return shiftOf(
          failure,
          explanation.patterns.map((pattern) => ({ ...pattern, changes: named(system, pattern.changes) })),
        )
      }
      const readings = explanation.readings.map(({ changes }) => named(system, changes))
      if (explanation.kind === 'entry') return { ...failure, kind: 'entry', readings }
      if (explanation.kind === 'move') {
        return shiftOf(
          failure,
          readings.map((changes) => ({ form: 'move', changes })),
        )
      }
      const [change] = readings[0] ?? []
      if (change === undefined || readings.length > 1) return { ...failure, kind: 'sum', readings }
      const isCertain = others.length === 0 && unexplained.length === 0
      return { ...failure, kind: 'cell', change, together, others: alternatives, isCertain }
    }),
    ...unexplained.map((index): Cause => {
      const line = system.lines[index] as Line
      return { table, failing: [line.checked], kind: 'sum', readings: repairedTotal(system, line) }
    }),
  ]
}

const shiftOf = (failure: Failure, shifts: readonly Shift[]): ShiftCause => ({
  ...failure,
  kind: 'shifted',
  shifts,
  readings: shifts.map(({ changes }) => changes),
})

function firstChanges(system: System, explanation: Explanation): CellChange[] {
  if (explanation.kind === 'pattern') return []
  return named(system, explanation.readings[0]?.changes ?? [])
}

const named = ({ cells }: System, changes: readonly Change[]): CellChange[] =>
  changes.flatMap(({ cell, expected }) => {
    const found = cells[cell]
    return found === undefined ? [] : [{ cell: found, expected }]
  })

/** The total that the parts make, where no other sum would break by it. A balance has no total of its own. */
function repairedTotal({ cells, kinds, lines, indexOf, touching }: System, { checked, residual, known }: Line) {
  const { right } = checked.equation
  const index = indexOf.get(right[0] ?? '')
  const cell = index === undefined ? undefined : cells[index]
  if (right.length !== 1 || !known || cell?.value == null || index === undefined) return []
  const expected = add(cell.value, residual)
  const breaks = (touching[index] ?? []).some(({ line, sign }) => {
    const other = lines[line] as Line
    return failsWith(other, add(other.residual, signed(residual, sign)))
  })
  return breaks || !canHold(kinds[index] ?? 'count', expected) ? [] : [[{ cell, expected }]]
}
