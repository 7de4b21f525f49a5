import { newlineOf } from '../../report/dialect.ts'
import type { Finding } from '../../rules/rule.ts'
import type { SpanEdit } from '../../text/span.ts'
import type { Kind } from './directives.ts'

/** The languages that have comments nobody sees. */
export const COMMENTED = ['markdown', 'html'] as const
export type Commented = (typeof COMMENTED)[number]

/** In a longer line an ignore would cover more than anybody means: it may be a whole page. */
const LONGEST_LINE = 1000

const comment = (kind: Kind, rule: string): string => `<!-- nianbao-${kind} ${rule} -->`

/**
 * Has a finding ignored by a comment at its line: above it, or where that would break a table, a list or a paragraph of
 * Markdown, at its end. Undefined where there is no place for a comment.
 */
export function ignoreLine(text: string, language: Commented, { rule, span }: Finding): SpanEdit | undefined {
  const start = lineStart(text, span.start)
  const end = lineEnd(text, span.start)
  if (end - start > LONGEST_LINE) return undefined
  const line = text.slice(start, end)
  if (language === 'markdown' && INDENTED_CODE.test(line)) return undefined
  if (language === 'html' || mayStandAbove(text, start, line)) {
    const indent = /^[ \t]*/.exec(line)?.[0] ?? ''
    return insertion(text, start, indent + comment('disable-next-line', rule) + newlineOf(text))
  }
  const words = line.replace(CLOSING_BAR, '').trimEnd()
  return insertion(text, start + words.length, `${words === '' ? '' : ' '}${comment('disable-line', rule)}`)
}

/** Has a rule ignored in all of a text, by a comment at its end, where it is in nobody's way. */
export function ignoreFile(text: string, rule: string): SpanEdit {
  const newline = newlineOf(text)
  const isEnded = text === '' || /[\r\n]$/.test(text)
  const newText = (isEnded ? '' : newline) + comment('disable-file', rule) + newline
  return { span: { start: text.length, end: text.length }, newText }
}

/** The bar that ends a row of a table, if it is not written as text. */
const CLOSING_BAR = /(?<!\\)\|\s*$/
/** Markdown shows such a line as it is, comments and all. Indented HTML is another matter. */
const INDENTED_CODE = /^(?: {4}| {0,3}\t)[ \t]*[^<\s]/
const HEADING = /^ {0,3}#{1,6}\s/
const ITEM = /^\s*(?:>|[-*+]\s|\d+[.)]\s)/

/** In Markdown a comment on a line of its own ends whatever it stands in. */
function mayStandAbove(text: string, start: number, line: string): boolean {
  if (HEADING.test(line)) return true
  if (line.includes('|') || ITEM.test(line)) return false
  const end = start - (text.startsWith('\r\n', start - 2) ? 2 : 1)
  const before = text.slice(lineStart(text, end), Math.max(0, end))
  return before.trim() === '' || HEADING.test(before)
}

/** Nothing goes into a tag whose attributes stand on several lines. */
function insertion(text: string, at: number, newText: string): SpanEdit | undefined {
  const before = text.slice(Math.max(0, at - LONGEST_TAG), at)
  const open = before.lastIndexOf('<')
  const isInTag = open > before.lastIndexOf('>') && /[a-z/!]/i.test(before[open + 1] ?? '')
  return isInTag ? undefined : { span: { start: at, end: at }, newText }
}

const LONGEST_TAG = 2000

/** Of the line that an offset is in. */
function lineStart(text: string, offset: number): number {
  let start = offset
  while (start > 0 && !isLineEnd(text[start - 1])) start--
  return start
}

function lineEnd(text: string, offset: number): number {
  let end = offset
  while (end < text.length && !isLineEnd(text[end])) end++
  return end
}

const isLineEnd = (character: string | undefined): boolean => character === '\n' || character === '\r'
