import type { TextDocument } from 'vscode-languageserver-textdocument'
import { type CodeAction, CodeActionKind } from 'vscode-languageserver-types'
import { say } from '../review/messages/index.ts'
import type { Review } from '../review/review.ts'
import { changesText, writeFigures } from '../rules/arithmetic/findings.ts'
import type { Span } from '../text/span.ts'
import { type EditForm, workspaceEdit } from './edits.ts'
import { cellAt } from './places.ts'
import { staleTotals } from './sums.ts'

/**
 * On a figure: the totals that it adds to, brought up to date with it. It is for whoever has just typed the figure to choose, and
 * never preferred: where the figure is the one that is wrong, a fix of its finding says so.
 */
export function totalsAction(
  { report }: Review,
  document: TextDocument,
  { start, end }: Span,
  form: EditForm,
): CodeAction[] {
  const place = cellAt(report, start)
  if (place === undefined || place.cell.value === null || end > place.span.end) return []
  const changes = staleTotals(place.table, place.key)
  if (changes.length === 0) return []
  const args = { changes: changesText(place.table, changes) }
  const { edits } = writeFigures({ key: 'fix/totals', args }, changes, false)
  return [
    {
      title: say(form.language, 'fix/totals', args),
      kind: CodeActionKind.QuickFix,
      edit: workspaceEdit(edits, document, form),
    },
  ]
}
