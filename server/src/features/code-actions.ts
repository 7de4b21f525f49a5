import type { TextDocument } from 'vscode-languageserver-textdocument'
import { type CodeAction, type CodeActionContext, CodeActionKind, type Range } from 'vscode-languageserver-types'
import { sayWording } from '../review/messages/index.ts'
import type { Review } from '../review/review.ts'
import { diagnosticOf } from './diagnostics.ts'
import { type EditForm, workspaceEdit } from './edits.ts'
import { FIX_ALL_KIND, fixAllActions, fixAllOfRuleActions } from './fix-all.ts'
import { type ConfigTarget, ignoreActions } from './ignore-actions.ts'
import { spanOf, touches } from './ranges.ts'
import { totalsAction } from './totals-action.ts'

/** The kinds that are offered, for the server's capabilities. */
export const CODE_ACTION_KINDS = [CodeActionKind.QuickFix, FIX_ALL_KIND]

/**
 * The quick fixes of what the range touches, what has it ignored, and the totals of the figure there; and, when asked for by its kind, the fix of everything
 * that is safe.
 */
export function codeActions(
  review: Review,
  document: TextDocument,
  range: Range,
  { only }: Pick<CodeActionContext, 'only'>,
  form: EditForm,
  target?: ConfigTarget,
): CodeAction[] {
  const areFixes = only === undefined || covers(only, CodeActionKind.QuickFix)
  return [
    ...(areFixes ? quickFixes(review, document, range, form, target) : []),
    ...(areFixes ? totalsAction(review, document, spanOf(document, range), form) : []),
    ...(only !== undefined && covers(only, FIX_ALL_KIND) ? fixAllActions(review, document, form) : []),
  ]
}

/** Kinds are a hierarchy: who asks for `a` gets `a` and `a.b`; who asks for `a.b` does not get `a`. */
const covers = (only: readonly string[], kind: string): boolean =>
  only.some((asked) => asked === '' || kind === asked || kind.startsWith(`${asked}.`))

/** The fixes of the findings that the range touches, preferred ones first, then those that fix or ignore more. */
function quickFixes(
  review: Review,
  document: TextDocument,
  range: Range,
  form: EditForm,
  target: ConfigTarget | undefined,
): CodeAction[] {
  const asked = spanOf(document, range)
  const findings = review.findings.filter(({ span }) => touches(span, asked))
  const actions = findings
    .flatMap((finding) => finding.fixes.map((fix) => ({ finding, fix })))
    .map(
      ({ finding, fix }): CodeAction => ({
        title: sayWording(form.language, fix.title),
        kind: CodeActionKind.QuickFix,
        diagnostics: [diagnosticOf(finding, document, form)],
        ...(fix.preferred && { isPreferred: true }),
        edit: workspaceEdit(fix.edits, document, form),
      }),
    )
    .sort((a, b) => Number(b.isPreferred ?? false) - Number(a.isPreferred ?? false))
  return [
    ...actions,
    ...fixAllOfRuleActions(findings, review, document, form),
    ...ignoreActions(findings, document, form, target),
  ]
}
