import type { Row, Table } from '../../report/report.ts'
import type { Finding, Rule } from '../rule.ts'

/** The figures of a row could not be told apart by column, so that it was not judged; rows in succession are one finding. */
export const unaligned: Rule = {
  id: 'table/unaligned',
  severity: 'warning',
  *check(report): Iterable<Finding> {
    for (const table of report.tables) for (const rows of stretches(table)) yield findingFor(table, rows)
  },
}

function stretches({ rows }: Table): Row[][] {
  const found: Row[][] = []
  rows.forEach((row, index) => {
    if (!row.unaligned) return
    const before = rows[index - 1]
    if (before?.unaligned && before.reordered === row.reordered) found.at(-1)?.push(row)
    else found.push([row])
  })
  return found
}

function findingFor(table: Table, rows: readonly Row[]): Finding {
  const [first] = rows
  const label = first?.label ?? table.span
  const columns = first?.columns ?? []
  const args = { rows: rows.map(({ format }) => `“${format.label}”`).join('、'), count: rows.length }
  return {
    rule: 'table/unaligned',
    span: label.start < label.end ? label : table.span,
    wording: first?.reordered
      ? { key: 'table/unaligned.order', args: { ...args, columns: columns.map(({ label }) => label).join('、') } }
      : { key: 'table/unaligned', args: { ...args, columns: columns.length } },
    related: rows
      .slice(1)
      .map(({ label, format }) => ({ span: label, wording: { key: 'related/row', args: { row: format.label } } })),
    fixes: [],
  }
}
