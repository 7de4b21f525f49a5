import type { Cell, Report, Table } from '../../report/report.ts'
import { wordsOf } from '../../report/words.ts'
import { compare, digitsOf } from '../../text/amount.ts'
import { namesOf } from '../arithmetic/findings.ts'
import type { Finding, Rule } from '../rule.ts'

/** Figures that hardly go together, as far as the format says so. */
export const unlikelyFigures: Rule = {
  id: 'content/unlikely-figures',
  severity: 'hint',
  *check(report): Iterable<Finding> {
    const { format, year } = report.facts
    if (format === null || year === undefined) return
    for (const { from, some, none, reason } of format.content.unlikely) {
      if (year < from) continue
      const found = some.map((addresses) => addresses.flatMap((address) => cellsAt(report, address)))
      const nothing = none.map((address) => cellsAt(report, address))
      if (!found.every((cells) => cells.some(isPositive))) continue
      // What is not known is not nothing.
      if (!nothing.every((cells) => cells.length > 0 && cells.every(({ cell }) => cell.value === 0))) continue
      const [first, ...others] = found.flat().filter(isPositive)
      if (first === undefined) continue
      const { table, cell } = first
      const args = { ...namesOf(table, keyOf(cell)), value: figureOf(cell), reason }
      yield {
        rule: 'content/unlikely-figures',
        span: cell.span,
        wording: { key: 'content/unlikely-figures', args },
        address: `${table.id}/${keyOf(cell)}`,
        related: others.map((other) => ({
          span: other.cell.span,
          wording: {
            key: 'related/cell',
            args: { ...namesOf(other.table, keyOf(other.cell)), value: figureOf(other.cell) },
          },
        })),
        fixes: [],
      }
    }
  },
}

interface Placed {
  readonly table: Table
  readonly cell: Cell
}

/** The cells at an address `table/row/column`, whose row may be the beginning of several. */
function cellsAt({ tables }: Report, address: string): Placed[] {
  const [tableId, rowId = '', column] = address.split('/')
  const table = tables.find(({ id }) => id === tableId)
  const rows = table?.rows.filter(({ id }) => id === rowId || id.startsWith(`${rowId}.`)) ?? []
  return rows.flatMap(({ cells }) =>
    cells.flatMap((cell) => (table !== undefined && cell.column === column ? [{ table, cell }] : [])),
  )
}

const isPositive = ({ cell: { value } }: Placed): boolean => value !== null && compare(value, 0) > 0

const keyOf = ({ row, column }: Cell): string => `${row}/${column}`
const figureOf = (cell: Cell): string => (cell.value === null ? wordsOf(cell) : digitsOf(cell.value))
