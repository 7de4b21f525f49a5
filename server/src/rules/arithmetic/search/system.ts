import type { ColumnFormat } from '../../../formats/schema.ts'
import type { Cell, Table } from '../../../report/report.ts'
import { type Amount, add, compare, isCount, negate, subtract } from '../../../text/amount.ts'
import { type Checked, check } from '../check.ts'

/** The sums of a table as linear equations over the cells whose figures are known. */
export interface System {
  readonly table: Table
  readonly cells: readonly Cell[]
  /** What kind of figure each cell holds. */
  readonly kinds: readonly ColumnFormat['kind'][]
  readonly indexOf: ReadonlyMap<string, number>
  readonly lines: readonly Line[]
  /** For each cell, the lines that it stands in. */
  readonly touching: readonly (readonly Term[])[]
}

/** An equation of the table. Its residual is its left side less its right side, as far as they are known. */
export interface Line {
  readonly checked: Checked
  readonly residual: Amount
  readonly openLeft: boolean
  readonly openRight: boolean
  /** Both sides are known: a change of a cell has one amount that makes it hold. */
  readonly known: boolean
}

/** What a change by 1 adds to the residual of a line. */
export interface Term {
  readonly line: number
  readonly sign: Sign
}

export type Sign = 1 | -1

export function systemOf(table: Table): System {
  const cells: Cell[] = []
  const indexOf = new Map<string, number>()
  const touching: Term[][] = []
  const lines = table.equations.map((equation, line): Line => {
    const enter = (keys: readonly string[], sign: Sign): boolean => {
      let open = false
      for (const key of keys) {
        const cell = table.cells.get(key)
        if (cell === undefined || cell.value === null) {
          open = true
          continue
        }
        let index = indexOf.get(key)
        if (index === undefined) {
          index = cells.push(cell) - 1
          indexOf.set(key, index)
          touching.push([])
        }
        touching[index]?.push({ line, sign })
      }
      return open
    }
    const openLeft = enter(equation.left, 1) || equation.openLeft === true
    const openRight = enter(equation.right, -1)
    const checked = check(table, equation)
    const residual = subtract(checked.left, checked.right)
    return { checked, residual, openLeft, openRight, known: !openLeft && !openRight }
  })
  return { table, cells, kinds: kindsOf(table, cells), indexOf, lines, touching }
}

function kindsOf({ rows }: Table, cells: readonly Cell[]): ColumnFormat['kind'][] {
  const kinds = new Map(rows.flatMap(({ id, columns }) => columns.map((column) => [`${id}/${column.id}`, column.kind])))
  return cells.map(({ row, column }) => kinds.get(`${row}/${column}`) ?? 'count')
}

/** Whether a line fails with this residual: an unknown may make up for what its side lacks, not for what it has too much. */
export function failsWith({ openLeft, openRight }: Line, residual: Amount): boolean {
  const order = compare(residual, 0)
  if (openLeft && openRight) return false
  if (openLeft) return order > 0
  if (openRight) return order < 0
  return order !== 0
}

/** Whether a column of the form can hold a figure. */
export function canHold(kind: ColumnFormat['kind'], value: Amount): boolean {
  if (kind === 'change') return true
  return kind === 'count' ? isCount(value) : compare(value, 0) >= 0
}

export const signed = (amount: Amount, sign: Sign): Amount => (sign === 1 ? amount : negate(amount))

/** By how much to change, so that a line with this residual holds. */
export const amountFor = (residual: Amount, sign: Sign): Amount => signed(negate(residual), sign)

/** Residuals that are changed and changed back while explanations are tried. */
export class Residuals {
  readonly system: System
  readonly #values: Amount[]
  #failing = 0

  constructor(system: System) {
    this.system = system
    this.#values = system.lines.map(({ residual }) => residual)
    this.#failing = system.lines.filter((line) => failsWith(line, line.residual)).length
  }

  /** How many lines fail. */
  get failing(): number {
    return this.#failing
  }

  at(line: number): Amount {
    return this.#values[line] as Amount
  }

  fails(line: number): boolean {
    return failsWith(this.system.lines[line] as Line, this.at(line))
  }

  /** The lines that fail. */
  failingLines(): number[] {
    const failing: number[] = []
    for (let line = 0; line < this.#values.length; line++) if (this.fails(line)) failing.push(line)
    return failing
  }

  change(terms: readonly Term[], amount: Amount): void {
    for (const { line, sign } of terms) {
      if (this.fails(line)) this.#failing--
      this.#values[line] = add(this.at(line), signed(amount, sign))
      if (this.fails(line)) this.#failing++
    }
  }
}
