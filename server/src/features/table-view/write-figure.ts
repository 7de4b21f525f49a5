import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { WorkspaceEdit } from 'vscode-languageserver-types'
import { type FigureEdit, figureEdit } from '../../report/figure-edit.ts'
import type { Review } from '../../review/review.ts'
import { narrowed } from '../../text/span.ts'
import { type EditForm, workspaceEdit } from '../edits.ts'

export interface Writing {
  /** Undefined: nothing is to be changed, or it cannot be. */
  readonly edit: WorkspaceEdit | undefined
  readonly refusal: Extract<FigureEdit, { refused: string }>['refused'] | undefined
}

/** What a person typed in a cell of the view, as an edit of the text. @param address `table/row/column` */
export function writeFigure(
  { report }: Review,
  document: TextDocument,
  address: string,
  typed: string,
  form: EditForm,
): Writing {
  const made = figureEdit(report, address, typed)
  if ('refused' in made) return { edit: undefined, refusal: made.refused }
  const edits = made.edits.map((edit) => narrowed(report.text, edit))
  return { edit: edits.length === 0 ? undefined : workspaceEdit(edits, document, form), refusal: undefined }
}
