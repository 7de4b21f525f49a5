import type { Span } from '../server/src/text/span.ts'

/** A text that marks itself: what stands between `⟦` and `⟧` is what a test is about. Nobody counts columns. */
export interface Marked {
  /** Without the marks. */
  readonly text: string
  /** Of the marked pieces, in the order of their beginnings, in UTF-16 units of `text`. */
  readonly spans: readonly Span[]
  /** The first of them. */
  readonly span: Span
}

/** Reads the marks out of a text; a piece may lie within another. */
export function marked(source: string): Marked {
  const spans: { start: number; end: number }[] = []
  const open: { start: number; end: number }[] = []
  let text = ''
  for (const piece of source.split(/([⟦⟧])/)) {
    if (piece === '⟦') {
      const span = { start: text.length, end: text.length }
      spans.push(span)
      open.push(span)
    } else if (piece === '⟧') {
      const span = open.pop()
      if (span === undefined) throw new Error('⟧ without ⟦')
      span.end = text.length
    } else {
      text += piece
    }
  }
  const [span] = spans
  if (span === undefined || open.length > 0) throw new Error('⟦ without ⟧, or no mark at all')
  return { text, spans, span }
}
