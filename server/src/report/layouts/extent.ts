import type { Span } from '../../text/span.ts'
import type { Insertion, Note } from './layout.ts'

/** Letters and digits: what may not be lost with a line. */
const WORDS = /[\p{L}\p{N}]/u

/**
 * The lines that a table stands on, with lines of nothing but separators below it. Undefined where words stand before its
 * first label or behind its last figure: they are not ours to move.
 */
export function wholeLines(text: string, { start, end }: Span): Span | undefined {
  const lineStart = startOfLine(text, start)
  let lineEnd = endOfLine(text, end)
  if (WORDS.test(text.slice(lineStart, start)) || WORDS.test(text.slice(end, lineEnd))) return undefined
  for (let next = nextLine(text, lineEnd); next !== undefined; next = nextLine(text, lineEnd)) lineEnd = next
  return { start: lineStart, end: lineEnd }
}

/** The end of the line after a line end, if it has nothing but separators, and some. */
function nextLine(text: string, at: number): number | undefined {
  const rest = /^(?:\r\n|\n|\r)([ \t|]*[\t|][ \t|]*)(?=[\r\n]|$)/.exec(text.slice(at, at + LONGEST))
  return rest === null ? undefined : at + rest[0].length
}

/** A line of separators is not longer. */
const LONGEST = 200

/** A paragraph of its own. */
export const paragraphBelow = (_: string, { end }: Span, { words, newline }: Note): Insertion => ({
  at: end,
  newText: newline + newline + words,
})

function startOfLine(text: string, at: number): number {
  let start = at
  while (start > 0 && !isLineEnd(text, start - 1)) start--
  return start
}

function endOfLine(text: string, at: number): number {
  let end = at
  while (end < text.length && !isLineEnd(text, end)) end++
  return end
}

const isLineEnd = (text: string, at: number): boolean => text[at] === '\n' || text[at] === '\r'
