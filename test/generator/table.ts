import type { BlockFormat, Format, TableFormat } from '../../server/src/formats/schema.ts'
import type { Figures } from './figures.ts'

/**
 * A table before it is written: lines of places. Damage rewrites it, layouts write it. It is made from the format data
 * alone, so that a mistake of the engine's own forms does not hide in it.
 */
export interface TableModel {
  readonly id: string
  readonly lines: readonly Line[]
  /** Rows that damage touched, by row id: what a reader can still be held to. The others are exact. */
  readonly held: ReadonlyMap<string, Held>
  /** The same for rows beside the damage, where the layout does not tell rows apart. */
  readonly beside: ReadonlyMap<string, Held>
}

/**
 * What a reader can be held to in a row.
 * `exact`: every cell with its value at its place.
 * `said`: the same, or the row is reported as unaligned.
 * `neverWrong`: any cells, or none; but none with a wrong value.
 */
export type Held = 'exact' | 'said' | 'neverWrong'

const STRENGTH: readonly Held[] = ['exact', 'said', 'neverWrong']
export const weaker = (a: Held, b: Held): Held => (STRENGTH.indexOf(a) > STRENGTH.indexOf(b) ? a : b)

/** A row of the table, or text that stands between two rows: '' is a blank line, other text page furniture. */
export type Line = readonly Place[] | string

/** A cell, or a place that the merged cell to the left or above covers. */
export type Place = Cell | 'left' | 'above'

export interface Cell {
  readonly kind: 'head' | 'group' | 'label' | 'figure' | 'stray'
  /** What is written; a line break in it is a wrapped label, which layouts write in their own way. */
  readonly text: string
  /** Row id of a label, group id of a group. */
  readonly of?: string
  /** `table/row/column` of a figure. */
  readonly address?: string
  /** Written after the figure, and no part of it. */
  readonly unit?: string
  /** What may be read, in plain digits; null is a cell without a value. By default what `text` says. */
  readonly reads?: readonly (string | null)[]
}

export const isCell = (place: Place | undefined): place is Cell => typeof place === 'object'
export const isRow = (line: Line | undefined): line is readonly Place[] => typeof line === 'object'

/** The tables of a report, sound and whole. */
export const tableModels = (format: Format, figures: Figures): TableModel[] =>
  format.tables.map((table) => tableModel(table, figures))

export function tableModel(table: TableFormat, figures: Figures): TableModel {
  const lines = table.shape === 'across' ? across(table, figures) : table.blocks.flatMap((b) => down(table, b, figures))
  return { id: table.id, lines, held: new Map(), beside: new Map() }
}

const head = (text: string): Cell => ({ kind: 'head', text })
const lefts = (count: number): Place[] => Array.from({ length: Math.max(0, count) }, () => 'left')

function figure(figures: Figures, address: string): Cell {
  const value = figures.get(address) ?? null
  return { kind: 'figure', text: value === null ? '' : String(value), address }
}

function down(table: TableFormat, { heading, stub = '', columns, rows }: BlockFormat, figures: Figures): Place[][] {
  const width = Math.max(...table.blocks.map((block) => block.columns.length))
  const depth = Math.max(...rows.map((row) => row.in.length)) + 1
  const filler = lefts(width - columns.length)
  const lines: Place[][] = []
  if (heading !== undefined) lines.push([head(heading), ...lefts(depth - 1 + width)])
  headLines(columns.map(({ under, label }) => [...under, label])).forEach((heads, index) => {
    const corner: Place[] = index === 0 ? [head(stub), ...lefts(depth - 1)] : Array(depth).fill('above')
    lines.push([...corner, ...heads, ...filler])
  })
  let open: readonly string[] = []
  for (const row of rows) {
    const groups = row.in.map((id, level): Place => {
      const text = table.groups.find((group) => group.id === id)?.label ?? id
      return open[level] === id ? 'above' : { kind: 'group', text, of: id }
    })
    const figuresOfRow = columns.map(({ id }) => figure(figures, `${table.id}/${row.id}/${id}`))
    const label: Cell = { kind: 'label', text: row.label, of: row.id }
    lines.push([...groups, label, ...lefts(depth - groups.length - 1), ...figuresOfRow, ...filler])
    open = row.in
  }
  return lines
}

function across(table: TableFormat, figures: Figures): Place[][] {
  const columns = table.blocks.flatMap((block) =>
    block.rows.flatMap((row) => {
      const groups = row.in.map((id) => table.groups.find((group) => group.id === id)?.label ?? id)
      return block.columns.map(({ id, label, under }) => ({
        // A row of one column may be printed as that column alone.
        path: [...groups, row.label, ...(label === row.label ? [] : [...under, label])],
        address: `${table.id}/${row.id}/${id}`,
        row: row.id,
        labelLevel: groups.length,
      }))
    }),
  )
  const heads = headLines(columns.map(({ path }) => path)).map((line, level) =>
    line.map((place, index): Place => {
      const column = columns[index]
      if (!isCell(place) || column === undefined || level !== column.labelLevel) return place
      return { ...place, kind: 'label', of: column.row }
    }),
  )
  return [...heads, columns.map(({ address }) => figure(figures, address))]
}

/** Rows of heads over columns: a head is merged over the columns that share it, and down to the figures if it is last. */
function headLines(paths: readonly (readonly string[])[]): Place[][] {
  const depth = Math.max(...paths.map((path) => path.length))
  return Array.from({ length: depth }, (_, level) =>
    paths.map((path, index): Place => {
      const text = path[level]
      if (text === undefined) return 'above'
      const before = paths[index - 1]
      const shared = level < path.length - 1 && before !== undefined && startAlike(path, before, level + 1)
      return shared ? 'left' : head(text)
    }),
  )
}

const startAlike = (a: readonly string[], b: readonly string[], length: number): boolean =>
  a.slice(0, length).join('/') === b.slice(0, length).join('/')

/** The ids of the rows whose figures stand in a line. */
export function rowsIn(line: Line | undefined): string[] {
  if (!isRow(line)) return []
  return [...new Set(line.flatMap((place) => (isCell(place) && place.address ? [rowOfAddress(place.address)] : [])))]
}

export const rowOfAddress = (address: string): string => address.split('/')[1] ?? ''

/** The cell that covers a place, or the cell itself; undefined where the merged cell was cut off. */
export function coverOf(lines: readonly Line[], at: number, column: number): Cell | undefined {
  let line = lines[at]
  let row = at
  let place = isRow(line) ? line[column] : undefined
  let x = column
  while (place === 'left' || place === 'above') {
    if (place === 'left') x--
    else row--
    line = lines[row]
    place = isRow(line) ? line[x] : undefined
  }
  return place
}
