import type { Cell } from '../../../report/report.ts'
import { type Amount, equal } from '../../../text/amount.ts'
import type { Change } from './effects.ts'
import { canHold, type Line, type Sign, type System, type Term } from './system.ts'

/** Ways in which figures of a row, or whole rows, go wrong when tables are pasted together. */
export interface Pattern {
  readonly form: 'rotated' | 'exchanged' | 'swapped' | 'repeated' | 'countedTwice' | 'doubled'
  readonly changes: readonly Change[]
  /** The id of the row that was counted twice. */
  readonly other?: string
}

/** A row that is wholly known. */
export interface RowOfCells {
  readonly id: string
  /** Indices of its cells in the order of the columns. */
  readonly cells: readonly number[]
}

/** A figure, another one and their total: enough to know a row by. */
export const SEVERAL = 3

export function rowsOf({ table, indexOf }: System): RowOfCells[] {
  return table.rows.flatMap(({ id, columns }) => {
    const cells = columns.flatMap((column) => indexOf.get(`${id}/${column.id}`) ?? [])
    return cells.length === columns.length && cells.length > 1 ? [{ id, cells }] : []
  })
}

export const figureAt = ({ cells }: System, index: number): Amount => (cells[index] as Cell).value as Amount

export const figuresOf = (system: System, { cells }: RowOfCells): Amount[] =>
  cells.map((cell) => figureAt(system, cell))

/** The changes that a row needs to have other values; undefined where a column cannot hold them. */
export function rewritten(
  system: System,
  row: RowOfCells,
  valueAt: (index: number, values: readonly Amount[]) => Amount | undefined,
): Change[] | undefined {
  const values = figuresOf(system, row)
  const changes: Change[] = []
  for (const [index, cell] of row.cells.entries()) {
    const expected = valueAt(index, values)
    if (expected === undefined || !canHold(system.kinds[cell] ?? 'count', expected)) return undefined
    if (!equal(expected, values[index] as Amount)) changes.push({ cell, expected })
  }
  return changes
}

/** Whether a cell is a part (1) or the total (-1) of a sum down its column. */
export function isSumDown(system: System, { line, sign }: Term, side: Sign): boolean {
  const { equation } = (system.lines[line] as Line).checked
  return sign === side && equation.right.length === 1 && equation.identity.each === 'column'
}
