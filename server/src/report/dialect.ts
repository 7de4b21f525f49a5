import type { Report, Section } from './report.ts'

/** The habits of a text that what is written into it has to follow. */

/** The line ending that a text uses, by its first one. */
export function newlineOf(text: string): '\r\n' | '\n' | '\r' {
  const at = text.search(/[\r\n]/)
  if (at === -1 || text[at] === '\n') return '\n'
  return text[at + 1] === '\n' ? '\r\n' : '\r'
}

/** Round brackets as in the text given: half-width where it uses more of those. */
export function bracketsLike(example: string, text: string): string {
  const half = example.split('(').length
  const full = example.split('（').length
  return half > full ? text.replaceAll('（', '(').replaceAll('）', ')') : text
}

/** What stands around the title on a heading's line: indent, `##`, `**`. */
export function headingMarks({ text }: Report, { title }: Section): { before: string; after: string } {
  const lineStart = Math.max(text.lastIndexOf('\n', title.start - 1), text.lastIndexOf('\r', title.start - 1)) + 1
  const rest = /[\r\n]/.exec(text.slice(title.end))
  const lineEnd = rest === null ? text.length : title.end + rest.index
  return { before: text.slice(lineStart, title.start), after: text.slice(title.end, lineEnd).trimEnd() }
}
