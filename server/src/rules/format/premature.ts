import { rowIds } from '../../formats/schema.ts'
import type { Report, Row, Table } from '../../report/report.ts'
import type { Finding, Fix, Rule } from '../rule.ts'
import { bringFix } from './bring-fix.ts'
import { type Outdated, prematureTables } from './outdated.ts'

/** A table, or rows, of a later edition stand in the report for an earlier year. Rows in succession are one finding. */
export const premature: Rule = {
  id: 'format/premature',
  severity: 'warning',
  *check(report): Iterable<Finding> {
    for (const foreign of prematureTables(report)) {
      if (foreign.whole) yield tableFinding(report, foreign)
      else for (const rows of stretches(foreign)) yield rowsFinding(report, foreign.table, rows)
    }
  },
}

function tableFinding(report: Report, { table }: Outdated): Finding {
  const { format, year } = report.facts
  const { text } = report
  const { span, format: form, edition } = table
  const lineEnd = /[\r\n]/.exec(text.slice(span.start, span.end))
  const args = {
    table: form.title,
    edition,
    year: year ?? '',
    current: format?.id ?? '',
    notice: format?.notice.number ?? '',
  }
  return {
    rule: 'format/premature',
    span: { start: span.start, end: lineEnd === null ? span.end : span.start + lineEnd.index },
    wording: { key: 'format/premature', args },
    related: [],
    fixes: backFix(report, table),
  }
}

function stretches({ table, rows }: Outdated): Row[][] {
  const order = rowIds(table.format)
  const found: Row[][] = []
  for (const row of rows) {
    const before = found.at(-1)?.at(-1)
    if (before !== undefined && order.indexOf(row.id) === order.indexOf(before.id) + 1) found.at(-1)?.push(row)
    else found.push([row])
  }
  return found
}

function rowsFinding(report: Report, table: Table, rows: readonly Row[]): Finding {
  const { format, year } = report.facts
  const [first, ...others] = rows as readonly [Row, ...Row[]]
  const args = {
    rows: rows.map(({ format }) => `“${format.label}”`).join('、'),
    count: rows.length,
    edition: first.edition?.id ?? '',
    year: year ?? '',
    notice: format?.notice.number ?? '',
  }
  return {
    rule: 'format/premature',
    span: first.label,
    wording: { key: 'format/premature.rows', args },
    related: others.map(({ label, format }) => ({
      span: label,
      wording: { key: 'related/row', args: { row: format.label } },
    })),
    fixes: backFix(report, table),
  }
}

/** The form of the report's year; never preferred, as it may be the year that is wrong. */
const backFix = (report: Report, table: Table): Fix[] =>
  bringFix(report, table).map((fix) => ({ ...fix, preferred: false }))
