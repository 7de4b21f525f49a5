import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver-types'
import type { SpanEdit } from '../text/span.ts'
import type { Presentation } from './diagnostics.ts'
import { rangeOf } from './ranges.ts'

export interface EditForm extends Presentation {
  /** The client takes edits that name the document version they were computed for, and refuses stale ones. */
  readonly versionedEdits: boolean
}

export function workspaceEdit(
  edits: readonly SpanEdit[],
  document: TextDocument,
  { versionedEdits }: EditForm,
): WorkspaceEdit {
  const { uri, version } = document
  const textEdits: TextEdit[] = edits.map(({ span, newText }) => ({ range: rangeOf(document, span), newText }))
  return versionedEdits
    ? { documentChanges: [{ textDocument: { uri, version }, edits: textEdits }] }
    : { changes: { [uri]: textEdits } }
}
