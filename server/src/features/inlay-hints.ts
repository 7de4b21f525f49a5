import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { InlayHint, Range } from 'vscode-languageserver-types'
import { wordsIn } from '../report/words.ts'
import { writingOf } from '../review/form/marks.ts'
import { type Language, say, sayWording } from '../review/messages/index.ts'
import type { Review } from '../review/review.ts'
import { rangeOf, spanOf, touches } from './ranges.ts'

/** Behind each wrong figure in the range the one that ought to be there. A double click writes it, as the tooltip says. */
export function inlayHints(review: Review, document: TextDocument, range: Range, language: Language): InlayHint[] {
  const asked = spanOf(document, range)
  return review.findings.flatMap((finding) => {
    const writing = touches(finding.span, asked) ? writingOf(finding) : undefined
    if (writing === undefined) return []
    const { fix, edit } = writing
    const { span, newText } = edit
    return {
      position: document.positionAt(span.end),
      label: say(language, fix.preferred ? 'hint/figure' : 'hint/figure.possible', { expected: wordsIn(newText) }),
      tooltip: say(language, 'hint/tooltip', { title: sayWording(language, fix.title) }),
      textEdits: [{ range: rangeOf(document, span), newText }],
      paddingLeft: true,
    }
  })
}
