import type { Cell } from '../../../report/report.ts'
import { type Amount, equal, negate, subtract } from '../../../text/amount.ts'
import type { Change } from './effects.ts'
import { canHold, type Line, type Residuals, type Sign, type System, type Term } from './system.ts'

/** Ways in which whole rows go wrong when tables are pasted together. */
export interface Pattern {
  readonly form: 'rotated' | 'swapped' | 'repeated' | 'countedTwice'
  readonly changes: readonly Change[]
}

/** The patterns that make every failing line hold and break none. */
export function patternsExplaining(system: System, residuals: Residuals): Pattern[] {
  const rows = rowsOf(system)
  const found: Pattern[] = []
  const tryOut = (form: Pattern['form'], changes: readonly Change[] | undefined) => {
    if (changes !== undefined && changes.length > 0 && explains(system, residuals, changes))
      found.push({ form, changes })
  }
  const failing = residuals.failingLines().map((line) => system.lines[line]?.checked.equation)
  const failsAlongRow = new Set(failing.filter((line) => line?.identity.each === 'row').map((line) => line?.along))
  if (failsAlongRow.size > 1) return []
  for (const row of rows) {
    if (failsAlongRow.size === 1) {
      if (!failsAlongRow.has(row.id)) continue
      tryOut(
        'rotated',
        rewritten(system, row, (index, all) => all[(index + 1) % all.length]),
      )
      tryOut(
        'rotated',
        rewritten(system, row, (index, all) => all[(index + all.length - 1) % all.length]),
      )
    } else {
      for (const other of rows.slice(rows.indexOf(row) + 1)) tryOut('swapped', swapped(system, row, other))
      tryOut('repeated', withoutRow(system, row, residuals))
      tryOut('countedTwice', withoutSurplus(system, row, residuals, rows))
    }
  }
  return found
}

interface RowOfCells {
  readonly id: string
  /** Indices of its cells in the order of the columns, all of them known. */
  readonly cells: readonly number[]
}

/** The rows that are wholly known. */
function rowsOf({ table, indexOf }: System): RowOfCells[] {
  return table.rows.flatMap(({ id, columns }) => {
    const cells = columns.flatMap((column) => indexOf.get(`${id}/${column.id}`) ?? [])
    return cells.length === columns.length && cells.length > 1 ? [{ id, cells }] : []
  })
}

const figureAt = ({ cells }: System, index: number): Amount => (cells[index] as Cell).value as Amount

/** The changes that a row needs to have other values; undefined where a column cannot hold them. */
function rewritten(
  system: System,
  { cells }: RowOfCells,
  valueAt: (index: number, values: readonly Amount[]) => Amount | undefined,
): Change[] | undefined {
  const values = cells.map((cell) => figureAt(system, cell))
  const changes: Change[] = []
  for (const [index, cell] of cells.entries()) {
    const expected = valueAt(index, values)
    if (expected === undefined || !canHold(system.kinds[cell] ?? 'count', expected)) return undefined
    if (!equal(expected, values[index] as Amount)) changes.push({ cell, expected })
  }
  return changes
}

/** Both rows with each other's figures. Of a single differing figure and its total, an entry says more. */
function swapped(system: System, one: RowOfCells, other: RowOfCells): Change[] | undefined {
  if (one.cells.length !== other.cells.length) return undefined
  const differing = one.cells.filter(
    (cell, index) => !equal(figureAt(system, cell), figureAt(system, other.cells[index] as number)),
  )
  if (differing.length < SEVERAL) return undefined
  const take = (row: RowOfCells, from: RowOfCells) =>
    rewritten(system, row, (index) => figureAt(system, from.cells[index] as number)) ?? []
  return [...take(one, other), ...take(other, one)]
}

/** A figure, another one and their total: enough to know a row by. */
const SEVERAL = 3

/**
 * What remains where a row repeats what the other rows of its sums say, as a subtotal does that was written into a row of
 * its own: its figures are just what those sums are too much.
 */
function withoutRow(system: System, row: RowOfCells, residuals: Residuals): Change[] | undefined {
  const figures = row.cells.filter((cell) => !equal(figureAt(system, cell), 0))
  const isPart = figures.every((cell) => (system.touching[cell] ?? []).some((term) => isSumDown(system, term, 1)))
  if (figures.length < SEVERAL || residuals.failing < figures.length || !isPart) return undefined
  return rewritten(system, row, () => 0)
}

/** A row of totals without what it has too much, where that is just what another row says: it was added in once more. */
function withoutSurplus(
  system: System,
  totals: RowOfCells,
  residuals: Residuals,
  rows: readonly RowOfCells[],
): Change[] | undefined {
  const surplus = totals.cells.map((cell) => {
    const sum = (system.touching[cell] ?? []).find((term) => isSumDown(system, term, -1))
    return sum === undefined ? undefined : negate(residuals.at(sum.line))
  })
  if (surplus.filter((amount) => amount !== undefined && !equal(amount, 0)).length < SEVERAL) return undefined
  const isThere = rows.some(
    ({ id, cells }) =>
      id !== totals.id && cells.every((cell, index) => equal(figureAt(system, cell), surplus[index] ?? -1)),
  )
  return isThere
    ? rewritten(system, totals, (index, values) => subtract(values[index] ?? 0, surplus[index] ?? 0))
    : undefined
}

/** Whether a cell is a part (1) or the total (-1) of a sum down its column. */
function isSumDown(system: System, { line, sign }: Term, side: Sign): boolean {
  const { equation } = (system.lines[line] as Line).checked
  return sign === side && equation.right.length === 1 && equation.identity.each === 'column'
}

function explains(system: System, residuals: Residuals, changes: readonly Change[]): boolean {
  const apply = (turn: (value: Amount, expected: Amount) => Amount) => {
    for (const { cell, expected } of changes) {
      residuals.change(system.touching[cell] ?? [], turn(figureAt(system, cell), expected))
    }
  }
  apply((value, expected) => subtract(expected, value))
  const holds = residuals.failing === 0
  apply((value, expected) => subtract(value, expected))
  return holds
}
