import type { Format } from '../../formats/schema.ts'
import type { Span } from '../../text/span.ts'
import type { Squeezed } from '../../text/squeeze.ts'

/** Where a text names the law that its report fulfils. */
export function readStatutes({ text, spanOf }: Squeezed, { statute }: Format): Span[] {
  if (statute === undefined) return []
  const { title } = statute
  const spans: Span[] = []
  for (let at = text.indexOf(title); at !== -1; at = text.indexOf(title, at + title.length)) {
    spans.push(spanOf(at, at + title.length))
  }
  return spans
}
