import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { Range, TextEdit } from 'vscode-languageserver-types'
import { alignTables } from '../report/writing/align.ts'
import type { Review } from '../review/review.ts'
import { rangeOf, spanOf, touches } from './ranges.ts'

/** Sets the bars of Markdown tables below one another; with a range, of the lines that it touches. Figures and words stay. */
export function formatting({ report }: Review, document: TextDocument, range?: Range): TextEdit[] {
  const asked = range && spanOf(document, range)
  return alignTables(report)
    .filter(({ span }) => asked === undefined || touches(span, asked))
    .map(({ span, newText }) => ({ range: rangeOf(document, span), newText }))
}
