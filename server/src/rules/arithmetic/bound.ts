import { tableOf } from '../../formats/catalogue.ts'
import { type Bound, rowOf } from '../../formats/schema.ts'
import type { Cell, Row, Table } from '../../report/report.ts'
import { type Amount, compare, digitsOf, sum } from '../../text/amount.ts'
import type { Finding, Rule } from '../rule.ts'
import { namesOf } from './findings.ts'

/** An inequality of the form fails in a row, such as more documents issued than are in force or repealed. */
export const bound: Rule = {
  id: 'arithmetic/bound',
  severity: 'warning',
  *check(report): Iterable<Finding> {
    for (const table of report.tables) {
      for (const row of table.rows) for (const each of boundsOf(table, row)) yield* findingFor(table, row, each)
    }
  },
}

/** Those of the edition that the row is written in. */
function boundsOf(table: Table, row: Row): readonly Bound[] {
  const format = row.edition === null ? table.format : tableOf(row.edition, table.id)
  return (format && rowOf(format, row.id)?.block.bounds) ?? []
}

function* findingFor(table: Table, row: Row, { left, right, holder, reason }: Bound): Iterable<Finding> {
  const more = knownCells(row, left)
  const less = knownCells(row, right)
  const at = row.cells.find(({ column }) => column === holder)
  if (more === undefined || less === undefined || at === undefined) return
  if (compare(total(more), total(less)) >= 0) return
  yield {
    rule: 'arithmetic/bound',
    span: at.span,
    wording: {
      key: 'arithmetic/bound',
      args: { row: row.format.label, sum: `${sideText(table, more)} < ${sideText(table, less)}`, reason },
    },
    address: `${table.id}/${row.id}/${holder}`,
    related: [...more, ...less]
      .filter((cell) => cell !== at)
      .map((cell) => ({
        span: cell.span,
        wording: { key: 'related/cell', args: { ...namesOf(table, keyOf(cell)), value: digitsOf(cell.value) } },
      })),
    fixes: [],
  }
}

interface Known extends Cell {
  readonly value: Amount
}

/** The cells of a side; undefined where one of them is not there, or no figure. */
function knownCells({ cells }: Row, columns: readonly string[]): readonly Known[] | undefined {
  const found = columns.flatMap((column) => cells.find((cell) => cell.column === column) ?? []).filter(isKnown)
  return found.length === columns.length ? found : undefined
}

const isKnown = (cell: Cell): cell is Known => cell.value !== null
const keyOf = ({ row, column }: Cell): string => `${row}/${column}`
const total = (cells: readonly Known[]): Amount => sum(cells.map(({ value }) => value))

/** `现行有效件数 10 + 本年废止件数 0`; nothing at all is 0. */
function sideText(table: Table, cells: readonly Known[]): string {
  const terms = cells.map((cell) => {
    const digits = digitsOf(cell.value)
    return `${namesOf(table, keyOf(cell)).column} ${digits.startsWith('-') ? `(${digits})` : digits}`
  })
  return terms.length === 0 ? '0' : terms.join(' + ')
}
