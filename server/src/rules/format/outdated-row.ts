import { rowIds, rowOf } from '../../formats/schema.ts'
import type { Report, Row } from '../../report/report.ts'
import type { Finding, Fix, Rule } from '../rule.ts'
import { bringFix, bringTitle } from './bring-fix.ts'
import { type Outdated, outdatedTables } from './outdated.ts'

/** A row of a former edition stands in a table that otherwise follows the edition in force. */
export const outdatedRow: Rule = {
  id: 'format/outdated-row',
  severity: 'error',
  *check(report): Iterable<Finding> {
    const { format, year } = report.facts
    for (const outdated of outdatedTables(report)) {
      if (outdated.whole) continue
      for (const row of outdated.rows) {
        const successors = successorsOf(outdated, row)
        const names = successors.map((id) => `“${rowOf(outdated.current, id)?.row.label}”`).join('、')
        yield {
          rule: 'format/outdated-row',
          span: row.label,
          wording: {
            key: successors.length > 0 ? 'format/outdated-row' : 'format/outdated-row.dropped',
            args: {
              row: row.format.label,
              edition: row.edition?.id ?? '',
              year: year ?? '',
              notice: format?.notice.number ?? '',
              successors: names,
            },
          },
          related: [],
          fixes: splitFix(report, outdated, row, successors),
          deprecated: true,
        }
      }
    }
  },
}

/** The rows of the current form that stand where the old row stood. */
const successorsOf = ({ current }: Outdated, row: Row): string[] =>
  rowIds(current).filter((id) => id.startsWith(`${row.id}.`))

/** Which of the rows the old figures belong to, only the author knows. For one row the table is not written anew. */
function splitFix(report: Report, { table, current }: Outdated, row: Row, successors: readonly string[]): Fix[] {
  const heir = successors.map((id) => rowOf(current, id)?.row).find((next) => next?.takesOver === row.id)
  return bringFix(report, table, (brought) => {
    if (heir === undefined || brought.old.length > 1) return bringTitle(brought)
    const args = { row: row.format.label, count: successors.length, heir: heir.label }
    return brought.scope === 'rows' ? { key: 'fix/split-row', args } : undefined
  })
}
