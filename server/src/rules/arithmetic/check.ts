import type { Equation } from '../../report/equations.ts'
import type { Cell, Report, Table } from '../../report/report.ts'
import { type Amount, add, compare, equal, isCount, subtract } from '../../text/amount.ts'

/** An equation held against the figures. */
export interface Checked {
  readonly equation: Equation
  readonly left: Amount
  readonly right: Amount
  /** `open`: a cell is unknown and the known ones do not exceed the other side. */
  readonly outcome: 'holds' | 'fails' | 'open'
}

/** A mistake in a table: the equations that fail together, and the one cell that explains them, if one does. */
export interface Cause {
  readonly table: Table
  readonly failing: readonly Checked[]
  readonly cell?: { readonly cell: Cell; readonly expected: Amount }
}

const causes = new WeakMap<Report, readonly Cause[]>()

/** What fails in the tables of a report, by cause; worked out once for a report. */
export function causesOf(report: Report): readonly Cause[] {
  let known = causes.get(report)
  if (known === undefined) {
    known = report.tables.flatMap(causesIn)
    causes.set(report, known)
  }
  return known
}

function causesIn(table: Table): Cause[] {
  const checked = table.equations.map((equation) => check(table, equation))
  const failing = checked.filter(({ outcome }) => outcome === 'fails')
  if (failing.length === 0) return []
  const holding = checked.filter(({ outcome }) => outcome === 'holds')
  return groupsOf(failing).map((group) => {
    const cell = onlyCell(table, group, holding)
    return cell === undefined ? { table, failing: group } : { table, failing: group, cell }
  })
}

/** Adds both sides up. What is not a number is unknown; known parts that exceed the other side fail all the same. */
export function check(table: Table, equation: Equation): Checked {
  const left = sideOf(table, equation.left)
  const right = sideOf(table, equation.right)
  return { equation, left: left.sum, right: right.sum, outcome: outcomeOf(left, right) }
}

interface Side {
  readonly sum: Amount
  readonly known: boolean
}

function sideOf(table: Table, keys: readonly string[]): Side {
  let total: Amount = 0
  let known = true
  for (const key of keys) {
    const value = table.cells.get(key)?.value ?? null
    if (value === null) known = false
    else total = add(total, value)
  }
  return { sum: total, known }
}

function outcomeOf(left: Side, right: Side): Checked['outcome'] {
  if (left.known && right.known) return equal(left.sum, right.sum) ? 'holds' : 'fails'
  if (right.known && compare(left.sum, right.sum) > 0) return 'fails'
  if (left.known && compare(right.sum, left.sum) > 0) return 'fails'
  return 'open'
}

export const cellsOf = ({ left, right }: Equation): string[] => [...left, ...right]

/** Equations that share cells, directly or through others, belong together. */
function groupsOf(failing: readonly Checked[]): Checked[][] {
  const groups: { cells: Set<string>; members: Checked[] }[] = []
  for (const checked of failing) {
    const cells = cellsOf(checked.equation)
    const joined = groups.filter((group) => cells.some((key) => group.cells.has(key)))
    const merged = {
      cells: new Set([...joined.flatMap((group) => [...group.cells]), ...cells]),
      members: [...joined.flatMap(({ members }) => members), checked],
    }
    for (const group of joined) groups.splice(groups.indexOf(group), 1)
    groups.push(merged)
  }
  return groups.map(({ members }) => members)
}

/** The cell whose change repairs every failing equation and breaks none; undefined unless there is exactly one. */
function onlyCell(table: Table, group: readonly Checked[], holding: readonly Checked[]): Cause['cell'] {
  const [first] = group
  if (first === undefined || !group.every(({ equation }) => isKnown(table, equation))) return undefined
  const explaining = cellsOf(first.equation).flatMap((key) => {
    const cell = table.cells.get(key)
    if (cell?.value == null) return []
    const changes = group.map((checked) => changeOf(checked, key))
    const [change] = changes
    if (change == null || !changes.every((other) => other !== undefined && equal(other, change))) return []
    if (holding.some(({ equation }) => cellsOf(equation).includes(key))) return []
    const expected = add(cell.value, change)
    return isCount(expected) ? [{ cell, expected }] : []
  })
  return explaining.length === 1 ? explaining[0] : undefined
}

const isKnown = (table: Table, equation: Equation): boolean =>
  cellsOf(equation).every((key) => table.cells.get(key)?.value != null)

/** What a cell has to change by for the equation to hold; undefined when it is not in it. */
export function changeOf({ equation, left, right }: Checked, key: string): Amount | undefined {
  if (equation.left.includes(key)) return subtract(right, left)
  return equation.right.includes(key) ? subtract(left, right) : undefined
}
