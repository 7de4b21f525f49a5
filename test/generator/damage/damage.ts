import type { Draw } from '../figures.ts'
import type { Style } from '../layouts/style.ts'
import { type Cell, type Held, isCell, isRow, type Line, rowsIn, type TableModel, weaker } from '../table.ts'

/** Something that happens to tables on their way into a text. */
export interface Damage {
  readonly name: string
  /** What a reader can still be held to in the rows that it touches. */
  readonly held: Held
  /** Rules that may rightly speak up, besides table/unaligned on rows that are not held to be exact. */
  readonly finds?: readonly string[]
  /** Where it could not be told from a sound table with other figures. */
  readonly untold?: (style: Style) => boolean
  /** The table with the damage; the same table where there is nothing that it could happen to. */
  readonly apply: (table: TableModel, draw: Draw) => TableModel
}

export const notSeparated = ({ separates }: Style): boolean => !separates

export function pick<T>(draw: Draw, from: readonly T[]): T | undefined {
  return from[draw(from.length - 1)]
}

/** The table with other lines, and its rows held to less. */
export function damaged(table: TableModel, lines: readonly Line[], held: Held, rows: readonly string[]): TableModel {
  return { ...table, lines, held: loosened(table.held, held, rows) }
}

/** Rows that suffer with their neighbour where the layout does not tell rows apart. */
export const besides = (table: TableModel, held: Held, rows: readonly string[]): TableModel => ({
  ...table,
  beside: loosened(table.beside, held, rows),
})

function loosened(known: ReadonlyMap<string, Held>, held: Held, rows: readonly string[]): Map<string, Held> {
  const result = new Map(known)
  for (const row of rows) result.set(row, weaker(held, known.get(row) ?? 'exact'))
  return result
}

export const replaced = (lines: readonly Line[], at: number, by: readonly Line[]): Line[] => [
  ...lines.slice(0, at),
  ...by,
  ...lines.slice(at + 1),
]

/** Every cell rewritten. */
export const mapCells = (lines: readonly Line[], change: (cell: Cell) => Cell): Line[] =>
  lines.map((line) => (isRow(line) ? line.map((place) => (isCell(place) ? change(place) : place)) : line))

/** The lines that hold figures, and nothing else was done to them. */
export function soundLines(table: TableModel): number[] {
  return table.lines.flatMap((line, index) => {
    const rows = rowsIn(line)
    const sound =
      rows.length > 0 &&
      rows.every((row) => (table.held.get(row) ?? 'exact') === 'exact') &&
      figuresIn(line).every(isFull)
    return sound ? [index] : []
  })
}

export const figuresIn = (line: Line | undefined): Cell[] =>
  isRow(line) ? line.filter(isCell).filter(({ kind }) => kind === 'figure') : []

const isFull = ({ text, reads }: Cell): boolean => text !== '' && !(reads?.includes(null) ?? false)

/** The rows whose figures stand in the nearest line above that has figures. */
export function rowsAbove(lines: readonly Line[], at: number): string[] {
  for (let index = at - 1; index >= 0; index--) {
    const rows = rowsIn(lines[index])
    if (rows.length > 0) return rows
  }
  return []
}
