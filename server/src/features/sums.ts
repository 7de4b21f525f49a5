import type { Equation } from '../report/equations.ts'
import type { Cell, Table } from '../report/report.ts'
import { type Language, say } from '../review/messages/index.ts'
import type { CellChange } from '../rules/arithmetic/causes.ts'
import type { Checked } from '../rules/arithmetic/check.ts'
import { type Amount, add, equal } from '../text/amount.ts'

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

/**
 * What a total is by the figures that it adds up; undefined for a cell that is no total, where a part is not known, and where the
 * sums down and across are not the same.
 */
export function totalOf(
  table: Table,
  total: string,
  figureAt: (key: string) => Amount | undefined,
): Amount | undefined {
  const sums = table.equations
    .filter(
      ({ identity, holder, left, right }) =>
        holder === total && identity.rule !== 'balance' && [left, right].some((side) => side.length === 1),
    )
    .map(({ holder, left, right }) => (right.includes(holder) ? left : right).map(figureAt))
  const [first, ...others] = sums.map((figures) =>
    figures.every((figure) => figure !== undefined) ? figures.reduce(add, 0) : undefined,
  )
  return first !== undefined && others.every((other) => other === undefined || equal(other, first)) ? first : undefined
}

/**
 * The totals that a cell adds to, at first or second hand, as far as they are not what their figures add up to. A total that
 * could not be read stays, and so does one whose sums down and across are not the same even then.
 */
export function staleTotals(table: Table, part: string): CellChange[] {
  const changed = new Map<string, Amount>()
  const figureAt = (key: string) => changed.get(key) ?? table.cells.get(key)?.value ?? undefined
  const due = totalsBeyond(table, part)
  // Those at second hand wait for those at first hand: each round settles one more.
  for (let round = 0; round < due.length; round++) {
    const before = changed.size
    for (const cell of due) {
      const key = `${cell.row}/${cell.column}`
      const sum = totalOf(table, key, figureAt)
      const known = figureAt(key)
      if (sum !== undefined && (known === undefined || !equal(known, sum))) changed.set(key, sum)
    }
    if (changed.size === before) break
  }
  return due.flatMap((cell) => {
    const expected = changed.get(`${cell.row}/${cell.column}`)
    return expected === undefined ? [] : [{ cell, expected }]
  })
}

/** In reading order. */
function totalsBeyond(table: Table, part: string): Cell[] {
  const found = new Set([part])
  for (const key of found) for (const { row, column } of totalsOf(table, key)) found.add(`${row}/${column}`)
  found.delete(part)
  return cellsOf(table, [...found]).filter(({ state }) => state === 'number' || state === 'blank')
}

/** How many sums there are, and how many of them hold. */
export function summaryOf(checked: readonly Checked[], language: Language): string {
  const count = (outcome: Checked['outcome']) => checked.filter((one) => one.outcome === outcome).length
  const [holding, failing, open] = [count('holds'), count('fails'), count('open')]
  const key = `lens/sums${failing > 0 ? '.failing' : ''}${open > 0 ? '.open' : ''}`
  return say(language, key, { count: checked.length, holding, failing, open })
}
