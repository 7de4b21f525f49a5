import type { TextDocument } from 'vscode-languageserver-textdocument'
import {
  type CodeAction,
  type CodeActionContext,
  CodeActionKind,
  type Range,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-types'
import { sayWording } from '../review/messages/index.ts'
import type { Review } from '../review/review.ts'
import type { Fix } from '../rules/rule.ts'
import { diagnosticOf, type Presentation } from './diagnostics.ts'
import { rangeOf, spanOf, touches } from './ranges.ts'

/** The kinds that are offered, for the server's capabilities. */
export const CODE_ACTION_KINDS = [CodeActionKind.QuickFix]

export interface EditForm extends Presentation {
  /** The client takes edits that name the document version they were computed for, and refuses stale ones. */
  readonly versionedEdits: boolean
}

/** The fixes of the findings that the range touches, preferred ones first. */
export function codeActions(
  review: Review,
  document: TextDocument,
  range: Range,
  context: Pick<CodeActionContext, 'only'>,
  form: EditForm,
): CodeAction[] {
  if (!wants(context, CodeActionKind.QuickFix)) return []
  const asked = spanOf(document, range)
  const actions = review.findings
    .filter((finding) => touches(finding.span, asked))
    .flatMap((finding) => finding.fixes.map((fix) => ({ finding, fix })))
    .map(
      ({ finding, fix }): CodeAction => ({
        title: sayWording(form.language, fix.title),
        kind: CodeActionKind.QuickFix,
        diagnostics: [diagnosticOf(finding, document, form)],
        ...(fix.preferred && { isPreferred: true }),
        edit: workspaceEdit(fix, document, form),
      }),
    )
  return actions.sort((a, b) => Number(b.isPreferred ?? false) - Number(a.isPreferred ?? false))
}

/** Kinds are a hierarchy: who asks for `a` gets `a` and `a.b`; who asks for `a.b` does not get `a`. */
const wants = ({ only }: Pick<CodeActionContext, 'only'>, kind: CodeActionKind): boolean =>
  only === undefined || only.some((asked) => asked === '' || kind === asked || kind.startsWith(`${asked}.`))

function workspaceEdit({ edits }: Fix, document: TextDocument, { versionedEdits }: EditForm): WorkspaceEdit {
  const { uri, version } = document
  const textEdits: TextEdit[] = edits.map(({ span, newText }) => ({ range: rangeOf(document, span), newText }))
  return versionedEdits
    ? { documentChanges: [{ textDocument: { uri, version }, edits: textEdits }] }
    : { changes: { [uri]: textEdits } }
}
