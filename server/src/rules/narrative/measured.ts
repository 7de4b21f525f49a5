import type { Measure } from '../../formats/schema.ts'
import type { DenialClaim, ProseFigure } from '../../report/claims/claims.ts'
import { readClaims } from '../../report/claims/read.ts'
import type { Cell, Report, Table } from '../../report/report.ts'
import { type Amount, add, compare, digitsOf, subtract, sum, times } from '../../text/amount.ts'
import { squeeze } from '../../text/squeeze.ts'
import { determinedBlanks } from '../arithmetic/fill.ts'
import { namesOf } from '../arithmetic/findings.ts'
import type { Related } from '../rule.ts'

/** What the tables say of a measure: a sum of cells with its value. */
export interface Measured {
  /** In what prose counts it in. */
  readonly value: Amount
  /** As the cells have it, which may be in 万元 where prose speaks of 元. */
  readonly inCells: Amount
  readonly cells: readonly MeasuredCell[]
}

export interface MeasuredCell {
  readonly table: Table
  readonly key: string
  readonly cell: Cell
  readonly value: Amount
}

const determined = new WeakMap<Table, ReadonlyMap<string, Amount>>()

function blanksOf(table: Table): ReadonlyMap<string, Amount> {
  const known = determined.get(table)
  if (known !== undefined) return known
  const made = determinedBlanks(table)
  determined.set(table, made)
  return made
}

/** What each of a measure's sums comes to, in its order; undefined where one is not known, so that nothing can be said. */
export function measuredIn(report: Report, measure: Measure): readonly Measured[] | undefined {
  const sums = measure.sums.map((addresses) => measured(report, addresses, measure.worth))
  return sums.every((sum) => sum !== undefined) ? sums : undefined
}

/** What the tables have of a measure of which a sentence says that there was none; undefined where they have none, or may have. */
export function heldAgainst(report: Report, { measure }: Pick<DenialClaim, 'measure'>): Measured | undefined {
  const [meant] = measuredIn(report, measure) ?? []
  return meant !== undefined && compare(meant.value, 0) > 0 ? meant : undefined
}

/** Whether words that are not in the report yet would deny what its tables have. */
export function isRefuted(report: Report, words: string): boolean {
  const { facts } = report
  if (facts.format === null) return false
  const { denials } = readClaims(squeeze(words), facts.format, facts, [], [])
  return denials.some((denial) => heldAgainst(report, denial) !== undefined)
}

function measured({ tables }: Report, addresses: readonly string[], worth: number): Measured | undefined {
  const cells: MeasuredCell[] = []
  for (const address of addresses) {
    const [tableId, rowId = '', column] = address.split('/')
    const table = tables.find(({ id }) => id === tableId)
    if (table === undefined) return undefined
    const rows = table.rows.filter(({ id }) => id === rowId || id.startsWith(`${rowId}.`))
    if (rows.length === 0 || !isComplete(table, rowId)) return undefined
    for (const row of rows) {
      const key = `${row.id}/${column}`
      const cell = table.cells.get(key)
      const value = cell?.value ?? blanksOf(table).get(key)
      if (cell === undefined || value === undefined) return undefined
      cells.push({ table, key, cell, value })
    }
  }
  const inCells = sum(cells.map(({ value }) => value))
  return { value: times(inCells, worth), inCells, cells }
}

/** Whether the table has every row that the form puts under this name. */
function isComplete(table: Table, name: string): boolean {
  const official = table.format.blocks.flatMap(({ rows }) => rows.map(({ id }) => id))
  return official
    .filter((id) => id.startsWith(`${name}.`))
    .every((id) => table.rows.some((row) => row.id === id || row.id === name))
}

/** Whether a figure in prose, as precise as it is, agrees with what the tables say of a measure. */
export function agrees({ value, below, above }: ProseFigure, { relation }: Measure, figure: Amount): boolean {
  const isEnough = compare(figure, subtract(value, below)) >= 0
  return relation === 'within' ? isEnough : isEnough && compare(figure, add(value, above)) <= 0
}

/** The cells of a sum that add something, or all of them where nothing does. */
export function relatedTo({ cells }: Measured): Related[] {
  const adding = cells.filter(({ value }) => compare(value, 0) !== 0)
  return (adding.length > 0 ? adding : cells).map(({ table, key, cell, value }) => ({
    span: cell.span,
    wording: { key: 'related/cell', args: { ...namesOf(table, key), value: digitsOf(value) } },
  }))
}

/** The sum in words: a group's label where its cells are those of one, else theirs. */
export function nameOf({ cells }: Measured): string {
  const names = cells.map(({ table, key }) => ({ table, ...namesOf(table, key), group: groupOf(table, key) }))
  const [first] = names
  if (first === undefined) return ''
  const group = first.table.format.groups.find(({ id }) => id === first.group)
  const isGroup = cells.length > 1 && group !== undefined && names.every((name) => name.group === first.group)
  if (isGroup && names.every(({ column }) => column === first.column)) return `${group.label}·${first.column}`
  return names
    .slice(0, MOST_NAMED)
    .map(({ row, column }) => `${row}·${column}`)
    .concat(names.length > MOST_NAMED ? ['…'] : [])
    .join(' + ')
}

const MOST_NAMED = 3

/** The innermost group that a cell's row stands in. */
const groupOf = ({ rows }: Table, key: string): string | undefined =>
  rows.find(({ id }) => key.startsWith(`${id}/`))?.format.in.at(-1)
