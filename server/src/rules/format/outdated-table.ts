import type { Finding, Rule } from '../rule.ts'
import { bringFix } from './bring-fix.ts'
import { outdatedTables } from './outdated.ts'

/** A table follows a former edition of the form. */
export const outdatedTable: Rule = {
  id: 'format/outdated-table',
  severity: 'error',
  *check(report): Iterable<Finding> {
    const { format, year } = report.facts
    for (const { table, whole } of outdatedTables(report)) {
      if (!whole) continue
      const lineEnd = /[\r\n]/.exec(report.text.slice(table.span.start, table.span.end))
      const end = lineEnd === null ? table.span.end : table.span.start + lineEnd.index
      yield {
        rule: 'format/outdated-table',
        span: { start: table.span.start, end },
        wording: {
          key: 'format/outdated-table',
          args: {
            table: table.format.title,
            edition: table.edition,
            year: year ?? '',
            current: format?.id ?? '',
            notice: format?.notice.number ?? '',
          },
        },
        related: [],
        fixes: bringFix(report, table),
        deprecated: true,
      }
    }
  },
}
