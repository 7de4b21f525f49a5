import { type Amount, equal, negate, subtract } from '../../../text/amount.ts'
import type { Change } from './effects.ts'
import { figureAt, figuresOf, isSumDown, type Pattern, type RowOfCells, rewritten, SEVERAL } from './rows.ts'
import type { Residuals, System } from './system.ts'

/** Ways in which whole rows come to stand for one another, or to be counted once more than they should. */
export function* rowsMistaken(
  system: System,
  residuals: Residuals,
  row: RowOfCells,
  rows: readonly RowOfCells[],
): Iterable<Pattern | undefined> {
  for (const other of rows.slice(rows.indexOf(row) + 1)) yield swapped(system, row, other)
  yield repeated(system, residuals, row)
  yield countedTwice(system, residuals, row, rows)
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
 * A row of zeros in place of one that repeats what the other rows of its sums say, as a subtotal does that was written into a
 * row of its own: its figures are just what those sums are too much.
 */
function repeated(system: System, residuals: Residuals, row: RowOfCells): Pattern | undefined {
  const several = figuresOf(system, row).filter((figure) => !equal(figure, 0)).length
  if (several < SEVERAL || residuals.failing < several || !isDown(system, row, 1)) return undefined
  return patternOf(
    'repeated',
    rewritten(system, row, () => 0),
  )
}

/** A row of totals without what it has too much, where that is just what another row says, or as much again as it ought to say. */
function countedTwice(
  system: System,
  residuals: Residuals,
  totals: RowOfCells,
  rows: readonly RowOfCells[],
): Pattern | undefined {
  if (!isDown(system, totals, -1)) return undefined
  const surplus = totals.cells.map((cell): Amount => {
    const sum = system.touching[cell]?.find((term) => isSumDown(system, term, -1))
    return sum === undefined ? 0 : negate(residuals.at(sum.line))
  })
  if (surplus.filter((amount) => !equal(amount, 0)).length < SEVERAL) return undefined
  const rest = rewritten(system, totals, (index, values) => subtract(values[index] ?? 0, surplus[index] ?? 0))
  const isAlike = (figures: readonly Amount[]) => figures.every((figure, index) => equal(figure, surplus[index] ?? 0))
  const counted = rows.find((row) => row !== totals && isAlike(figuresOf(system, row)))
  if (counted !== undefined) return patternOf('countedTwice', rest, counted.id)
  const isDouble = isAlike(figuresOf(system, totals).map((figure, index) => subtract(figure, surplus[index] ?? 0)))
  return isDouble ? patternOf('doubled', rest) : undefined
}

/** Whether the figures of a row are parts (1) or totals (-1) of the sums down their columns. */
const isDown = (system: System, { cells }: RowOfCells, side: 1 | -1): boolean =>
  cells.every((cell) => system.touching[cell]?.some((term) => isSumDown(system, term, side)))

const patternOf = (
  form: Pattern['form'],
  changes: readonly Change[] | undefined,
  other?: string,
): Pattern | undefined => changes && { form, changes, ...(other !== undefined && { other }) }
