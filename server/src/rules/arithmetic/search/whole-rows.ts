import { type Amount, add, equal, subtract } from '../../../text/amount.ts'
import type { Change } from './effects.ts'
import type { Pattern } from './patterns.ts'
import { figureAt, figuresOf, isBalance, isSumDown, type RowOfCells, rewritten, SEVERAL } from './rows.ts'
import { type Residuals, type System, signed } from './system.ts'

/** Ways in which whole rows come to stand for one another, or to be counted once more than they should. */
export function* rowsMistaken(
  system: System,
  residuals: Residuals,
  row: RowOfCells,
  rows: readonly RowOfCells[],
): Iterable<Pattern | undefined> {
  for (const other of rows.slice(rows.indexOf(row) + 1)) yield swapped(system, row, other)
  yield* repeated(system, residuals, row, rows)
  yield* countedTwice(system, residuals, row, rows)
}

/** Both rows with each other's figures. Of a single differing figure and its total, an entry says more. */
function swapped(system: System, one: RowOfCells, other: RowOfCells): Pattern | undefined {
  if (one.cells.length !== other.cells.length) return undefined
  const differing = one.cells.filter(
    (cell, index) => !equal(figureAt(system, cell), figureAt(system, other.cells[index] as number)),
  )
  if (differing.length < SEVERAL) return undefined
  const take = (row: RowOfCells, from: RowOfCells) =>
    rewritten(system, row, (index) => figureAt(system, from.cells[index] as number)) ?? []
  return { form: 'swapped', changes: [...take(one, other), ...take(other, one)] }
}

/**
 * A row of zeros in place of one that repeats what other rows say, as a subtotal does that was written into a row of its
 * own, or what was dealt with and is said to be carried forward as well. The totals may have been computed with it.
 */
function* repeated(
  system: System,
  residuals: Residuals,
  row: RowOfCells,
  rows: readonly RowOfCells[],
): Iterable<Pattern | undefined> {
  const figures = figuresOf(system, row)
  const several = figures.filter((figure) => !equal(figure, 0)).length
  if (several < SEVERAL || residuals.failing < several || isDown(system, row, -1)) return
  const zeros = rewritten(system, row, () => 0)
  const isPart = isDown(system, row, 1)
  const isThere = rows.some((other) => other !== row && isAlike(figuresOf(system, other), figures))
  if (isPart || isThere) yield patternOf('repeated', zeros)
  if (!isPart || !isThere) return
  const totals = rows.filter((other) => isDown(system, other, -1))
  const lowered = totals.map((other) =>
    rewritten(system, other, (index, values) => subtract(values[index] ?? 0, figures[index] ?? 0)),
  )
  yield patternOf('repeated', joined([zeros, ...lowered]))
}

/** A row without what it has too much, where that is just what another row says, or as much again as it ought to say. */
function* countedTwice(
  system: System,
  residuals: Residuals,
  row: RowOfCells,
  rows: readonly RowOfCells[],
): Iterable<Pattern | undefined> {
  const surplus = row.cells.flatMap((cell) => surplusOf(system, residuals, cell) ?? [])
  if (surplus.length < row.cells.length || surplus.filter((amount) => !equal(amount, 0)).length < SEVERAL) return
  const rest = rewritten(system, row, (index, values) => subtract(values[index] ?? 0, surplus[index] ?? 0))
  const counted = rows.find((other) => other !== row && isAlike(figuresOf(system, other), surplus))
  if (counted !== undefined) {
    yield patternOf('countedTwice', rest, counted.id)
    yield patternOf(
      'repeated',
      rewritten(system, counted, () => 0),
    )
  } else if (
    row.cells.every((cell, index) => equal(figureAt(system, cell), add(surplus[index] ?? 0, surplus[index] ?? 0)))
  )
    yield patternOf('doubled', rest)
}

/** What a cell has too much by the sum that it is the total of, or else by the balance that it stands in. */
function surplusOf(system: System, residuals: Residuals, cell: number): Amount | undefined {
  const terms = system.touching[cell] ?? []
  const term = terms.find((one) => isSumDown(system, one, -1)) ?? terms.find((one) => isBalance(system, one))
  return term && signed(residuals.at(term.line), term.sign)
}

/** Whether the figures of a row are parts (1) or totals (-1) of the sums down their columns. */
const isDown = (system: System, { cells }: RowOfCells, side: 1 | -1): boolean =>
  cells.every((cell) => system.touching[cell]?.some((term) => isSumDown(system, term, side)))

const isAlike = (one: readonly Amount[], other: readonly Amount[]): boolean =>
  one.length === other.length && one.every((amount, index) => equal(amount, other[index] ?? 0))

const patternOf = (
  form: Pattern['form'],
  changes: readonly Change[] | undefined,
  other?: string,
): Pattern | undefined => changes && { form, changes, ...(other !== undefined && { other }) }

function joined(parts: readonly (readonly Change[] | undefined)[]): Change[] | undefined {
  return parts.includes(undefined) ? undefined : parts.flatMap((changes) => changes ?? [])
}
