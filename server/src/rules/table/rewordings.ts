import { withoutNumbering } from '../../report/labels.ts'
import type { Report, WrittenLabel } from '../../report/report.ts'
import { reworded } from '../../text/reword.ts'
import type { Fix } from '../rule.ts'

/** The official words, as far as they differ, in every copy; none where one of them cannot be written. */
export function rewordings({ text }: Report, same: readonly WrittenLabel[], safe: boolean): Fix[] {
  const official = same[0]?.official ?? ''
  const edits = same.flatMap(({ letters }) => reworded(text, letters, withoutNumbering(official)) ?? [])
  if (edits.length < same.length || edits.length === 0) return []
  return [{ title: { key: 'fix/label', args: { official } }, edits, preferred: true, safe }]
}
