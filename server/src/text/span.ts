/** A half-open stretch of a text, in UTF-16 units from its start. Lines and characters appear only at the edge. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** A replacement of `span` by `newText`, against the text the span was measured in. */
export interface SpanEdit {
  readonly span: Span
  readonly newText: string
}

/** The text of a span. */
export const sliceOf = (text: string, span: Span): string => text.slice(span.start, span.end)

/** In the order of the text. */
export const ordered = (edits: readonly SpanEdit[]): SpanEdit[] =>
  [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)

/** Applies edits that do not overlap; their order does not matter. */
export function applyEdits(text: string, edits: readonly SpanEdit[]): string {
  let result = ''
  let at = 0
  for (const { span, newText } of ordered(edits)) {
    result += text.slice(at, span.start) + newText
    at = span.end
  }
  return result + text.slice(at)
}

/** The same edit without what its old and new text begin and end with alike. Surrogate pairs stay whole. */
export function narrowed(text: string, { span, newText }: SpanEdit): SpanEdit {
  const old = sliceOf(text, span)
  const most = Math.min(old.length, newText.length)
  let head = 0
  while (head < most && old[head] === newText[head]) head++
  if (isHighSurrogate(old.charCodeAt(head - 1))) head--
  let tail = 0
  while (tail < most - head && old[old.length - 1 - tail] === newText[newText.length - 1 - tail]) tail++
  if (isLowSurrogate(old.charCodeAt(old.length - tail))) tail--
  return {
    span: { start: span.start + head, end: span.end - tail },
    newText: newText.slice(head, newText.length - tail),
  }
}

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff
const isLowSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff
