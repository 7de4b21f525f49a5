import type { TextDocument } from 'vscode-languageserver-textdocument'
import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  InsertTextFormat,
  InsertTextMode,
  type Position,
} from 'vscode-languageserver-types'
import { isUnread } from '../report/unread.ts'
import { type Gapped, isNameGap, plainly } from '../report/writing/draft.ts'
import type { Language } from '../review/messages/index.ts'
import type { Review } from '../review/review.ts'
import { figures } from './completion/figures.ts'
import { caretAt, type Offer } from './completion/offer.ts'
import { missingParts } from './completion/parts.ts'
import { missingRows } from './completion/rows.ts'
import { wholeReports } from './completion/whole.ts'
import { rangeOf } from './ranges.ts'

export interface CompletionForm {
  readonly language: Language
  /** The client takes places to be filled in one after the other. */
  readonly snippets: boolean
  /** The client takes text without indenting it. */
  readonly asIs: boolean
  /** The year that is mostly reported on. */
  readonly reportYear: number
}

/**
 * What may be written at a position: the whole form in an empty text; sections, tables, rows and statements that are missing
 * there; the figure of a total; nothing in comments and code. What was typed is weighed here, not by the client, which knows no Chinese words.
 */
export function completion(
  { report }: Review,
  document: TextDocument,
  position: Position,
  form: CompletionForm,
): CompletionList {
  const offset = document.offsetAt(position)
  if (isUnread(report.text, offset)) return { isIncomplete: true, items: [] }
  const caret = caretAt(report, offset)
  const { languageId } = document
  const whole = wholeReports(report, caret, { ...form, languageId })
  const offers =
    whole.length > 0
      ? whole
      : [
          ...figures(report, caret, form.language),
          ...missingRows(report, caret, form.language),
          ...missingParts(report, caret, languageId, form.language),
        ]
  return { isIncomplete: true, items: offers.map((offer, index) => itemOf(offer, index, document, form)) }
}

function itemOf(
  { label, detail, text, replace, edits = [], preferred = false }: Offer,
  index: number,
  document: TextDocument,
  { snippets, asIs }: CompletionForm,
): CompletionItem {
  const isSnippet = snippets && text.length > 1
  return {
    label,
    kind: isSnippet ? CompletionItemKind.Snippet : CompletionItemKind.Text,
    ...(detail !== undefined && { detail }),
    sortText: String(index).padStart(4, '0'),
    filterText: document.getText(rangeOf(document, replace)) || label,
    ...(preferred && { preselect: true }),
    insertTextFormat: isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    ...(asIs && { insertTextMode: InsertTextMode.asIs }),
    textEdit: { range: rangeOf(document, replace), newText: isSnippet ? snippetOf(text) : plainly(text) },
    ...(edits.length > 0 && {
      additionalTextEdits: edits.map(({ span, newText }) => ({ range: rangeOf(document, span), newText })),
    }),
  }
}

/** A name that is asked for in several places is asked for once. */
function snippetOf(text: Gapped): string {
  const numbers = new Map<string, number>()
  let last = 0
  const numberOf = (words: string): number => {
    const known = isNameGap(words) ? numbers.get(words) : undefined
    if (known !== undefined) return known
    numbers.set(words, ++last)
    return last
  }
  return text
    .map((piece, index) => {
      const words = piece.replace(/[\\$}]/g, '\\$&')
      if (index % 2 === 0) return words
      const number = numberOf(piece)
      return words === '' ? `$${number}` : `\${${number}:${words}}`
    })
    .join('')
}
