import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { InlayHint, Range } from 'vscode-languageserver-types'
import { type Language, say, sayWording } from '../review/messages/index.ts'
import type { Review } from '../review/review.ts'
import type { Finding, Fix } from '../rules/rule.ts'
import type { SpanEdit } from '../text/span.ts'
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
      label: say(language, fix.preferred ? 'hint/figure' : 'hint/figure.possible', { expected: newText.trim() }),
      tooltip: say(language, 'hint/tooltip', { title: sayWording(language, fix.title) }),
      textEdits: [{ range: rangeOf(document, span), newText }],
      paddingLeft: true,
    }
  })
}

/** The fix of a finding on a cell that does no more than write another figure there. */
function writingOf({ address, span, fixes }: Finding): { fix: Fix; edit: SpanEdit } | undefined {
  if (address === undefined) return undefined
  const [writing, ...others] = fixes.flatMap((fix) => {
    const [edit, ...more] = fix.edits
    const isInPlace = edit?.span.start === span.start && edit.span.end === span.end && more.length === 0
    return isInPlace && edit.newText.trim() !== '' ? [{ fix, edit }] : []
  })
  return others.length === 0 ? writing : undefined
}
