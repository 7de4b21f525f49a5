import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { Location, Range } from 'vscode-languageserver-types'
import type { Span } from '../text/span.ts'

/** Offsets become lines and characters here, at the edge, and nowhere else. */
export const rangeOf = (document: TextDocument, { start, end }: Span): Range => ({
  start: document.positionAt(start),
  end: document.positionAt(end),
})

export const locationOf = (document: TextDocument, span: Span): Location => ({
  uri: document.uri,
  range: rangeOf(document, span),
})

export const spanOf = (document: TextDocument, { start, end }: Range): Span => ({
  start: document.offsetAt(start),
  end: document.offsetAt(end),
})

/** Whether two spans share text or meet at an end, as a cursor does that stands right behind a figure. */
export const touches = (a: Span, b: Span): boolean => a.start <= b.end && b.start <= a.end
