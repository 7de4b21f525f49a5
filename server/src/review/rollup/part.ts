import type { ColumnFormat, Format } from '../../formats/schema.ts'
import type { Cell, Report, Row } from '../../report/report.ts'
import { causesOf } from '../../rules/arithmetic/causes.ts'
import { determinedBlanks } from '../../rules/arithmetic/fill.ts'
import type { Wording } from '../../rules/rule.ts'
import type { Amount } from '../../text/amount.ts'
import type { Span } from '../../text/span.ts'

/** Why a report cannot be added to others of an edition, if it cannot: a sum is no better than what it is made of. */
export function* obstaclesOf(report: Report, format: Format): Iterable<Wording> {
  for (const table of report.tables) {
    if (table.edition !== format.id) {
      yield { key: 'rollup/other-edition', args: { table: table.format.title, edition: table.edition } }
    }
    const unread = table.rows.filter(({ unaligned }) => unaligned).map((row) => `“${row.format.label}”`)
    if (unread.length > 0) {
      yield { key: 'rollup/unaligned', args: { table: table.format.title, rows: unread.join('、') } }
    }
  }
  const failing = causesOf(report).length
  if (failing > 0) yield { key: 'rollup/failing', args: { count: failing } }
}

/** A figure of a report by its address. */
export interface Addend {
  readonly address: string
  readonly value: Amount
  readonly span: Span
}

/** What a report adds to each cell of the form, and the cells that it does not say. */
export function addendsOf(report: Report, format: Format): { addends: Addend[]; missing: string[] } {
  const addends: Addend[] = []
  const missing: string[] = []
  for (const form of format.tables) {
    const table = report.tables.find(({ id }) => id === form.id)
    const blanks = table && determinedBlanks(table)
    for (const { rows, columns } of form.blocks) {
      for (const row of rows) {
        const found = table?.rows.find(({ id }) => id === row.id)
        for (const column of columns) {
          const key = `${row.id}/${column.id}`
          const cell = table?.cells.get(key)
          const value = cell === undefined ? undefined : figureOf(cell, columnOf(found, column), blanks?.get(key))
          if (cell === undefined || value === undefined) missing.push(`${form.id}/${key}`)
          else addends.push({ address: `${form.id}/${key}`, value, span: cell.span })
        }
      }
    }
  }
  return { addends, missing }
}

const columnOf = (row: Row | undefined, column: ColumnFormat): ColumnFormat =>
  row?.columns.find(({ id }) => id === column.id) ?? column

/** What does not apply adds nothing. An amount in another unit than the form's is not added up with the others. */
function figureOf(cell: Cell, { kind, unit }: ColumnFormat, determined: Amount | undefined): Amount | undefined {
  if (cell.state === 'notApplicable') return 0
  if (kind === 'amount' && cell.unit !== undefined && cell.unit !== unit) return undefined
  return cell.value ?? determined
}
