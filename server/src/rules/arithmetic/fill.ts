import type { Cell, Table } from '../../report/report.ts'
import { type Amount, add, compare, equal, subtract } from '../../text/amount.ts'
import type { CellChange } from './causes.ts'

/**
 * What the sums say that blank cells hold: a single unknown of a sum is what is missing, and of several counts that lack
 * nothing each is 0. What is found is used in turn; where sums disagree nothing is said.
 */
export function determinedBlanks(table: Table): ReadonlyMap<string, Amount> {
  const known = new Map<string, Amount>()
  const disputed = new Set<string>()
  const kinds = new Map(table.rows.flatMap(({ id, columns }) => columns.map(({ id: c, kind }) => [`${id}/${c}`, kind])))
  const figureAt = (key: string): Amount | undefined => known.get(key) ?? table.cells.get(key)?.value ?? undefined
  const isFillable = (key: string) => table.cells.get(key)?.state === 'blank'
  const settle = (key: string, value: Amount): boolean => {
    if (kinds.get(key) === 'count' && compare(value, 0) < 0) disputed.add(key)
    known.set(key, value)
    return true
  }
  for (let found = true; found; ) {
    found = false
    for (const { left, right, openLeft } of table.equations) {
      if (openLeft) continue
      const unknown = [...left, ...right].filter((key) => figureAt(key) === undefined)
      if (unknown.length === 0) continue
      const lacking = subtract(sumOf(right, figureAt), sumOf(left, figureAt))
      const [only = ''] = unknown
      if (unknown.length === 1 && isFillable(only)) {
        found = settle(only, left.includes(only) ? lacking : subtract(0, lacking)) || found
      } else if (equal(lacking, 0) && isOneSide(unknown, left) && unknown.every((key) => kinds.get(key) === 'count')) {
        for (const key of unknown) if (isFillable(key)) found = settle(key, 0) || found
      }
    }
  }
  for (const { left, right, openLeft } of table.equations) {
    if (openLeft) continue
    const keys = [...left, ...right]
    const filled = keys.filter((key) => known.has(key))
    if (filled.length === 0 || keys.some((key) => figureAt(key) === undefined)) continue
    if (!equal(sumOf(left, figureAt), sumOf(right, figureAt))) for (const key of filled) disputed.add(key)
  }
  for (const key of disputed) known.delete(key)
  return known
}

/** All unknowns on one side: what they are together is then known. */
const isOneSide = (unknown: readonly string[], left: readonly string[]): boolean =>
  unknown.every((key) => left.includes(key)) || unknown.every((key) => !left.includes(key))

const sumOf = (keys: readonly string[], figureAt: (key: string) => Amount | undefined): Amount =>
  keys.reduce<Amount>((total, key) => add(total, figureAt(key) ?? 0), 0)

/** The changes that fill cells with what the sums determine; cells that stay open are left out. */
export function fillsFor(determined: ReadonlyMap<string, Amount>, cells: readonly Cell[]): CellChange[] {
  return cells.flatMap((cell) => {
    const expected = determined.get(`${cell.row}/${cell.column}`)
    return expected === undefined ? [] : [{ cell, expected }]
  })
}
