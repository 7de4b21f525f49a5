import { type Amount, add, equal } from '../../../text/amount.ts'
import type { Change } from './effects.ts'
import { figuresOf, type Pattern, type RowOfCells, rewritten } from './rows.ts'
import { amountFor, type Line, type System, signed } from './system.ts'

/** Ways in which the figures of one row come to stand in each other's places. */
export function* placesIn(system: System, row: RowOfCells): Iterable<Pattern | undefined> {
  const last = row.cells.length - 1
  const moves = [
    rewritten(system, row, (index, all) => all[index === last ? 0 : index + 1]),
    rewritten(system, row, (index, all) => all[index === 0 ? last : index - 1]),
    movedBack(system, row, 1),
    movedBack(system, row, -1),
  ]
  for (const changes of moves) if (changes !== undefined) yield { form: 'rotated', changes }
  const totals = lineAlong(system, row)?.checked.equation.right ?? []
  for (const total of totals) {
    const place = row.cells.indexOf(system.indexOf.get(total) ?? -1)
    for (const from of row.cells.keys()) yield exchanged(system, row, from, place)
  }
}

/** Where a 0 came in at one end of the row, and what fell off at the other is what its sum now lacks. */
function movedBack(system: System, row: RowOfCells, by: 1 | -1): Change[] | undefined {
  const line = lineAlong(system, row)
  const values = figuresOf(system, row)
  const last = values.length - 1
  const [cameIn, fellOff] = by === 1 ? [0, last] : [last, 0]
  if (line === undefined || !equal(values[cameIn] ?? 1, 0)) return undefined
  const moved = values.map((_, index): Amount => (index === fellOff ? 0 : (values[index + by] ?? 0)))
  const signs = row.cells.map((cell) => system.touching[cell]?.find((term) => system.lines[term.line] === line)?.sign)
  const residual = moved.reduce<Amount>((sum, value, index) => {
    const sign = signs[index]
    return sign === undefined ? sum : add(sum, signed(value, sign))
  }, 0)
  const sign = signs[fellOff]
  if (sign === undefined) return undefined
  return rewritten(system, row, (index) => (index === fellOff ? amountFor(residual, sign) : moved[index]))
}

/** A part of the row and its total, each where the other belongs. */
function exchanged(system: System, row: RowOfCells, one: number, other: number): Pattern | undefined {
  const changes = rewritten(system, row, (index, all) => all[index === one ? other : index === other ? one : index])
  return changes?.length === 2 ? { form: 'exchanged', changes } : undefined
}

const lineAlong = ({ lines }: System, { id }: RowOfCells): Line | undefined =>
  lines.find(({ checked: { equation } }) => equation.identity.each === 'row' && equation.along === id)
