import { type Brought, bringTable } from '../../report/edition/bring.ts'
import type { Report, Table } from '../../report/report.ts'
import type { Fix, Wording } from '../rule.ts'

/**
 * Writes a table in the form that the report's year calls for, if `titleOf` has words for it. Not safe: figures move, and
 * cells are left for a person.
 */
export function bringFix(
  report: Report,
  table: Table,
  titleOf: (brought: Brought) => Wording | undefined = bringTitle,
): Fix[] {
  const { format } = report.facts
  const brought = format === null ? undefined : bringTable(report, table, format)
  if (brought === undefined || brought.edits.length === 0) return []
  const title = titleOf(brought)
  return title === undefined ? [] : [{ title, edits: brought.edits, preferred: true, safe: false }]
}

/** What becomes of the figures. */
export const bringTitle = ({ format, moved, kept, open }: Brought): Wording => ({
  key: 'fix/bring-table',
  args: { edition: format.id, moved: moved.length, kept: kept.length, open: open.length },
})
