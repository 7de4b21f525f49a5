import type { Catalogue } from '../formats/catalogue.ts'
import { type ColumnFormat, type Format, type RowFormat, rowIds, rowOf, type TableFormat } from '../formats/schema.ts'
import { type Equation, equationsOf } from './equations.ts'

/** A table as one edition prints it. */
export interface Edition {
  readonly format: Format
  readonly table: TableFormat
}

/** A row as an edition prints it; `edition` is null where all editions agree on the row and its columns. */
export interface RowForm {
  readonly row: RowFormat
  readonly columns: readonly ColumnFormat[]
  readonly edition: Format | null
  /** The edition that it is taken from. */
  readonly source: Format
  /** The keys of its cells, `row/column`, in the order of the columns. */
  readonly keys: readonly string[]
  /** The same row, with the same columns, in each edition that has it so, this one included. */
  readonly alike: readonly RowForm[]
}

/** A table in all editions of a catalogue. */
export interface TableForms {
  readonly id: string
  readonly editions: readonly Edition[]
  /** All rows stand side by side. */
  readonly across: boolean
  /** The different ways in which a row is printed, by row id. */
  readonly rows: ReadonlyMap<string, readonly RowForm[]>
}

const compiled = new WeakMap<Catalogue, readonly TableForms[]>()

/** The tables of a catalogue; compiled at the first call. */
export function tableForms(catalogue: Catalogue): readonly TableForms[] {
  const known = compiled.get(catalogue)
  if (known !== undefined) return known
  const ids = [...new Set(catalogue.formats.flatMap(({ tables }) => tables.map(({ id }) => id)))]
  const made = ids.map((id): TableForms => {
    const editions = catalogue.formats.flatMap((format) => {
      const table = format.tables.find((candidate) => candidate.id === id)
      return table === undefined ? [] : [{ format, table }]
    })
    const rows = new Set(editions.flatMap(({ table }) => rowIds(table)))
    const across = editions.every(({ table }) => table.shape === 'across')
    return { id, editions, across, rows: new Map([...rows].map((row) => [row, formsOfRow(editions, row)])) }
  })
  compiled.set(catalogue, made)
  return made
}

function formsOfRow(editions: readonly Edition[], id: string): RowForm[] {
  const groups = new Map<string, RowForm[]>()
  for (const { format, table } of editions) {
    const found = rowOf(table, id)
    if (found === undefined) continue
    const { columns } = found.block
    const keys = columns.map((column) => `${id}/${column.id}`)
    const alike = groups.get(keys.join()) ?? []
    groups.set(keys.join(), alike)
    alike.push({ row: found.row, columns, edition: format, source: format, keys, alike })
  }
  return [...groups.values()].flatMap((alike) => {
    const last = alike.at(-1)
    if (last === undefined) return []
    return [alike.length === editions.length ? { ...last, edition: null } : last]
  })
}

/** Sets of rows whose sums are kept: reports mostly have the same. */
const MOST_KEPT = 64
const kept = new WeakMap<Edition, Map<string, readonly Equation[]>>()

/** The equations of a table with these rows: over the rows that are there and those that the edition expects. */
export function equationsFor(edition: Edition, forms: readonly RowForm[]): readonly Equation[] {
  const known = keptFor(edition)
  const name = forms.map(({ row, source }) => `${row.id}@${source.id}`).join()
  const equations = known.get(name) ?? makeEquations(edition, forms)
  known.set(name, equations)
  return equations
}

function keptFor(edition: Edition): Map<string, readonly Equation[]> {
  const known = kept.get(edition)
  if (known !== undefined && known.size < MOST_KEPT) return known
  const made = new Map<string, readonly Equation[]>()
  kept.set(edition, made)
  return made
}

function makeEquations({ format, table }: Edition, forms: readonly RowForm[]): readonly Equation[] {
  const present = forms.map(({ row }) => row.id)
  const expected = rowIds(table).filter((row) => !present.some((other) => standsFor(other, row)))
  const columnsOf = (id: string) =>
    forms.find(({ row }) => row.id === id)?.columns ?? rowOf(table, id)?.block.columns ?? []
  return equationsOf(format, table.id, [...present, ...expected], columnsOf)
}

/** The same row, or one of two that stand for each other in different editions (`other` and `other.…`). */
export const standsFor = (row: string, other: string): boolean =>
  row === other || row.startsWith(`${other}.`) || other.startsWith(`${row}.`)
