import { type ColumnFormat, rowIds, rowOf, type TableFormat } from '../../formats/schema.ts'
import { compare } from '../../text/amount.ts'
import type { FigureAt } from '../layouts/form.ts'
import { writtenIn } from '../layouts/write.ts'
import type { Cell, Row, Table } from '../report.ts'

/** A cell of a table in words. */
export interface Place {
  /** `table/row/column`. */
  readonly address: string
  /** The official labels of its row and column. */
  readonly row: string
  readonly column: string
}

/** A figure of the old table that stands in the new one. */
export interface Moved {
  readonly from: Place
  readonly to: Place
  readonly figure: string
}

/** A figure of the old table that has no place in the new one. */
export interface Kept {
  readonly from: Place
  /** The edition whose table it stood in. */
  readonly edition: string
  readonly figure: string
}

/** What becomes of the figures of a table in another edition: none is lost, and none is made up. */
export interface Carried {
  /** Rows of the old table that the new one has not, or not with these columns. */
  readonly old: readonly Row[]
  /** What stands in the cells of the new table, units included. */
  readonly figureAt: FigureAt
  /** Of the old rows alone: the others stay as they are. */
  readonly moved: readonly Moved[]
  readonly kept: readonly Kept[]
  /** Cells for which there is no figure: a person fills them in. */
  readonly open: readonly Place[]
  /** Cells with a 0 that holds as long as the old figure belongs whole where it was moved to: a person confirms them. */
  readonly presumed: readonly Place[]
}

/**
 * Finds a place in a table of another edition for every figure that was read. Where the text will not show blanks, rows
 * are filled whole or not at all.
 */
export function carryOver(table: Table, target: TableFormat, keepsBlanks: boolean): Carried {
  const old = table.rows.filter((row) => !isSame(row, target))
  const written = new Map<string, string>()
  const taken = new Set<Cell>()
  const moved: Moved[] = []
  const open: Place[] = []
  const presumed: Place[] = []
  for (const id of rowIds(target)) {
    const columns = columnsIn(target, id)
    const found = sourcesOf(table, target, id)
    const isWhole = columns.every((column) => found.some((row) => cellIn(row, column)))
    const sources = keepsBlanks || isWhole ? found : []
    const whole = sources.length === 0 ? dividedInto(table, target, id) : undefined
    for (const column of columns) {
      const to = placeIn(target, id, column)
      const [first, ...zeros] = sources.map((row) => cellIn(row, column))
      if (first !== undefined) written.set(to.address, writtenIn(first))
      else if (whole !== undefined && cellIn(whole, column)?.state === 'number') {
        written.set(to.address, '0')
        if (!isZero(cellIn(whole, column))) presumed.push(to)
      } else open.push(to)
      for (const cell of [first, ...zeros]) {
        if (cell === undefined) continue
        taken.add(cell)
        if (cell.state !== 'blank' && old.some(({ cells }) => cells.includes(cell)))
          moved.push({ from: placeOf(table, cell), to, figure: writtenIn(cell) })
      }
    }
  }
  const kept = old.flatMap(({ cells, edition }) =>
    cells
      .filter((cell) => !taken.has(cell) && cell.state !== 'blank')
      .map((cell): Kept => ({ from: placeOf(table, cell), edition: edition?.id ?? '', figure: writtenIn(cell) })),
  )
  const figureAt: FigureAt = (row, column) => written.get(`${target.id}/${row}/${column}`) ?? ''
  return { old, figureAt, moved, kept, open, presumed }
}

/**
 * The rows of the old table whose figures belong in a row of the new one: itself, the one that it takes over from, or
 * those that it puts together, if all but the first are 0. To add figures up is for a person.
 */
function sourcesOf(table: Table, target: TableFormat, id: string): readonly Row[] {
  const itself = rowNamed(table, id) ?? rowNamed(table, rowOf(target, id)?.row.takesOver)
  if (itself !== undefined) return [itself]
  const parts = partsOf(table, id)
  const filled = parts.filter(({ cells }) => !cells.every(isZero))
  return filled.length > 1 ? [] : [...filled, ...parts.filter((part) => !filled.includes(part))]
}

/** Whether the row stands in the other table with the same columns. */
function isSame({ id, columns }: Row, target: TableFormat): boolean {
  const place = rowOf(target, id)
  return place !== undefined && namesOf(place.block.columns) === namesOf(columns)
}

const namesOf = (columns: readonly ColumnFormat[]): string => columns.map(({ id }) => id).join()

/** The rows of which the other edition makes one; none where one of them was not read. */
function partsOf(table: Table, id: string): readonly Row[] {
  const ids = rowIds(table.format).filter((part) => part.startsWith(`${id}.`))
  const parts = ids.flatMap((part) => rowNamed(table, part) ?? [])
  return parts.length === ids.length && !parts.some(({ unaligned }) => unaligned) ? parts : []
}

/** The row that the other edition divides, if its figures go to another part than this one: then this one is 0. */
function dividedInto(table: Table, target: TableFormat, id: string): Row | undefined {
  const whole = rowNamed(table, id.slice(0, Math.max(0, id.lastIndexOf('.'))))
  const hasHeir = rowIds(target).some((other) => rowOf(target, other)?.row.takesOver === whole?.id)
  return hasHeir ? whole : undefined
}

const rowNamed = ({ rows }: Table, id: string | undefined): Row | undefined => rows.find((row) => row.id === id)

const cellIn = ({ cells }: Row, { id }: ColumnFormat): Cell | undefined => cells.find(({ column }) => column === id)

const columnsIn = (table: TableFormat, row: string): readonly ColumnFormat[] => rowOf(table, row)?.block.columns ?? []

const isZero = (cell: Cell | undefined): boolean => cell?.value != null && compare(cell.value, 0) === 0

function placeOf(table: Table, { row, column }: Cell): Place {
  const found = rowNamed(table, row)
  return {
    address: `${table.id}/${row}/${column}`,
    row: found?.format.label ?? row,
    column: found?.columns.find(({ id }) => id === column)?.label ?? column,
  }
}

const placeIn = (table: TableFormat, row: string, { id, label }: ColumnFormat): Place => ({
  address: `${table.id}/${row}/${id}`,
  row: rowOf(table, row)?.row.label ?? row,
  column: label,
})
