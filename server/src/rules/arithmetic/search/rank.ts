import { type Amount, digitsOf, equal } from '../../../text/amount.ts'
import type { Change } from './effects.ts'
import type { Prose } from './prose.ts'
import type { System } from './system.ts'

/** One way in which a group of failing sums could have come about: all cells that it changes. */
export interface Reading {
  readonly kind: 'cell' | 'entry' | 'move'
  /** The mistaken cell first, then the totals that follow it. */
  readonly changes: readonly Change[]
}

/**
 * How likely a reading is, the more the higher: what the prose says, then a figure counted twice or written whole in the
 * wrong place, then a slip of the keyboard, then a row that has figures at all, then totals before parts.
 */
export function likelihood(system: System, { kind, changes }: Reading, prose: Prose): number {
  const [first] = changes
  if (first === undefined) return 0
  const found = figureOf(system, first)
  const whole = kind !== 'cell' && equal(first.expected, 0) && !equal(found, 0)
  const slip = isSlip(digitsOf(found), digitsOf(first.expected))
  return (
    10_000 * supportOf(system, changes, prose) +
    1000 * Number(whole) +
    100 * slip +
    10 * Number(!equal(found, 0)) +
    Number(isTotal(system, first)) +
    (kind === 'move' ? Number(equal(figureOf(system, changes[1] ?? first), 0)) : 0)
  )
}

const figureOf = (system: System, { cell }: Change): Amount => system.cells[cell]?.value ?? 0

/** How many more of the figures that would stand there the prose has than of those that do. */
function supportOf({ table, cells }: System, changes: readonly Change[], prose: Prose): number {
  let support = 0
  for (const { cell, expected } of changes) {
    const found = cells[cell]
    if (found?.value == null) continue
    const says = (figure: Amount) => Number(prose(table.id, `${found.row}/${found.column}`, figure))
    support += says(expected) - says(found.value)
  }
  return support
}

function isTotal({ table, cells }: System, { cell }: Change): boolean {
  const found = cells[cell]
  const row = table.rows.find(({ id }) => id === found?.row)
  return row?.format.total === true || (row?.columns.find(({ id }) => id === found?.column)?.total ?? false)
}

/** Whether one figure is another one mistyped: 2 for a dropped, doubled or swapped digit, 1 for a wrong one, 0 for neither. */
export function isSlip(typed: string, meant: string): 0 | 1 | 2 {
  if (typed.length === meant.length) {
    const wrong = [...meant].flatMap((digit, index) => (digit === typed[index] ? [] : [index]))
    const [first = 0, second = 0] = wrong
    if (wrong.length === 1) return meant.length > 1 ? 1 : 0
    return wrong.length === 2 &&
      second === first + 1 &&
      typed[first] === meant[second] &&
      typed[second] === meant[first]
      ? 2
      : 0
  }
  const [short, long] = typed.length < meant.length ? [typed, meant] : [meant, typed]
  if (long.length - short.length !== 1) return 0
  return [...long].some((_, index) => long.slice(0, index) + long.slice(index + 1) === short) ? 2 : 0
}
