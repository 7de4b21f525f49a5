import type { TextDocument } from 'vscode-languageserver-textdocument'
import { type CodeAction, CodeActionKind } from 'vscode-languageserver-types'
import { fixAll, safeFixOf } from '../review/fix-all.ts'
import { say } from '../review/messages/index.ts'
import type { Review } from '../review/review.ts'
import type { Finding } from '../rules/rule.ts'
import { diagnosticOf } from './diagnostics.ts'
import { type EditForm, workspaceEdit } from './edits.ts'

/** For `editor.codeActionsOnSave`; who asks for `source.fixAll` gets this as well. */
export const FIX_ALL_KIND = `${CodeActionKind.SourceFixAll}.nianbao`

/** Everything that can safely be fixed, as one edit; nothing where there is no such thing. */
export function fixAllActions(review: Review, document: TextDocument, form: EditForm): CodeAction[] {
  const { edits } = fixAll(review)
  if (edits.length === 0) return []
  return [{ title: say(form.language, 'fix/all'), kind: FIX_ALL_KIND, edit: workspaceEdit(edits, document, form) }]
}

/** For each rule of these findings: its safe fixes in the whole document, where that is more than one. */
export function fixAllOfRuleActions(
  asked: readonly Finding[],
  review: Review,
  document: TextDocument,
  form: EditForm,
): CodeAction[] {
  const fixable = asked.filter((finding) => safeFixOf(finding) !== undefined)
  return [...new Set(fixable.map(({ rule }) => rule))].flatMap((id): CodeAction[] => {
    const alike = review.findings.filter((finding) => finding.rule === id && safeFixOf(finding) !== undefined)
    if (alike.length < 2) return []
    const { edits, count } = fixAll(review, [id])
    if (count < 2) return []
    return [
      {
        title: say(form.language, 'fix/all-of-rule', { rule: say(form.language, `rule:${id}`), count }),
        kind: CodeActionKind.QuickFix,
        diagnostics: fixable.filter(({ rule }) => rule === id).map((finding) => diagnosticOf(finding, document, form)),
        edit: workspaceEdit(edits, document, form),
      },
    ]
  })
}
