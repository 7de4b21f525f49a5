import type { Equation } from '../../report/equations.ts'
import type { Table } from '../../report/report.ts'
import { type Amount, add, compare, equal } from '../../text/amount.ts'

/** An equation held against the figures. */
export interface Checked {
  readonly equation: Equation
  /** The sums of what is known on either side. */
  readonly left: Amount
  readonly right: Amount
  /** `open`: a cell is unknown and the known ones do not exceed the other side. */
  readonly outcome: 'holds' | 'fails' | 'open'
}

/** Adds both sides up. What is not a number is unknown; known parts that exceed the other side fail all the same. */
export function check(table: Table, equation: Equation): Checked {
  const left = sideOf(table, equation.left)
  const right = sideOf(table, equation.right)
  return { equation, left: left.sum, right: right.sum, outcome: outcomeOf(equation, left, right) }
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

function outcomeOf({ openLeft }: Equation, left: Side, right: Side): Checked['outcome'] {
  if (left.known && right.known && equal(left.sum, right.sum)) return 'holds'
  if (left.known && right.known && !openLeft) return 'fails'
  if (right.known && compare(left.sum, right.sum) > 0) return 'fails'
  if (left.known && !openLeft && compare(right.sum, left.sum) > 0) return 'fails'
  return 'open'
}

export const cellsOf = ({ left, right }: Equation): string[] => [...left, ...right]
