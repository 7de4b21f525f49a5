import type { Equation } from '../report/equations.ts'
import type { Cell, Table } from '../report/report.ts'

/** The sums of a table that a cell stands in, on either side. */
export const sumsWith = (table: Table, key: string): Equation[] =>
  table.equations.filter(({ left, right }) => left.includes(key) || right.includes(key))

/** The cells that add up to this one; of a balance, those on the other side of the cell that it is shown on. In reading order. */
export const partsOf = (table: Table, total: string): Cell[] =>
  cellsOf(
    table,
    sidesOf(table)
      .filter(({ totals }) => totals.includes(total))
      .flatMap(({ parts }) => parts),
  )

/** The cells that a cell adds to; in reading order. */
export const totalsOf = (table: Table, part: string): Cell[] =>
  cellsOf(
    table,
    sidesOf(table)
      .filter(({ parts }) => parts.includes(part))
      .flatMap(({ totals }) => totals),
  )

/** The cell that a failure is shown on is what the other side of the equation makes. */
const sidesOf = ({ equations }: Table) =>
  equations.map(({ left, right, holder }) => ({ totals: [holder], parts: right.includes(holder) ? left : right }))

/** Those that the text has. */
function cellsOf(table: Table, keys: readonly string[]): Cell[] {
  const wanted = new Set(keys)
  return [...table.cells].flatMap(([key, cell]) => (wanted.has(key) ? [cell] : []))
}
