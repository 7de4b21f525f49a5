import { rowIds } from '../../formats/schema.ts'
import type { RepeatedRow, Table } from '../../report/report.ts'
import type { Finding, Rule } from '../rule.ts'

/** A row comes again, with figures of its own; only the first is summed. Rows that follow one another are one finding. */
export const rowDuplicate: Rule = {
  id: 'table/row-duplicate',
  severity: 'warning',
  *check(report): Iterable<Finding> {
    for (const table of report.tables) for (const rows of stretches(table)) yield findingFor(table, rows)
  },
}

/** What was pasted again repeats its rows in their order; one row may come several times. */
function stretches({ again, format }: Table): RepeatedRow[][] {
  const order = rowIds(format)
  const found: RepeatedRow[][] = []
  for (const row of again) {
    const before = found.at(-1)?.at(-1)
    const step = before === undefined ? -1 : order.indexOf(row.id) - order.indexOf(before.id)
    if (step === 0 || step === 1) found.at(-1)?.push(row)
    else found.push([row])
  }
  return found
}

function findingFor(table: Table, again: readonly RepeatedRow[]): Finding {
  const [first] = again as readonly [RepeatedRow, ...RepeatedRow[]]
  const ids = new Set(again.map(({ id }) => id))
  const rows = table.rows.filter(({ id }) => ids.has(id))
  const args = { rows: rows.map(({ format }) => `“${format.label}”`).join('、'), count: again.length }
  return {
    rule: 'table/row-duplicate',
    span: first.label,
    wording: { key: 'table/row-duplicate', args },
    related: rows
      .filter(({ label }) => label.start < label.end)
      .map(({ label, format }) => ({ span: label, wording: { key: 'related/row', args: { row: format.label } } })),
    fixes: [],
  }
}
