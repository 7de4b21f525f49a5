import { isSpace } from '../text/figure.ts'
import type { Span } from '../text/span.ts'
import type { Match } from './scan.ts'

const LONGEST_TITLE = 80
/** With what HTML leaves blank around a title. */
const LONGEST_LINE = 500
const SENTENCE = /[。；！？，,《》〈〉]/

/** A title of a report: the words themselves, and all of its line or two lines. */
export interface Title {
  readonly span: Span
  readonly organ: string | undefined
  readonly year: number | undefined
}

/** The occurrences of title words that stand outside a sentence, with the organ and year before them. */
export function readTitles(text: string, matches: readonly Match[]): Title[] {
  const titles: Title[] = []
  for (const match of matches) {
    const title = readTitle(text, match)
    if (title !== undefined) titles.push(title)
  }
  return titles
}

function readTitle(text: string, { start, end }: Match): Title | undefined {
  const from = lineStartBefore(text, start)
  const to = lineEndAfter(text, end)
  let first = from
  while (first < start && isMarkup(text.charCodeAt(first))) first++
  let last = to
  while (last > end && isMarkup(text.charCodeAt(last - 1))) last--
  if (last - first > LONGEST_TITLE) return undefined
  const after = text.slice(end, last)
  if (SENTENCE.test(text.slice(first, last)) || after.length > 12) return undefined
  const before = text.slice(first, start)
  const year = /20\d\d/.exec(before.replace(/\s/g, ''))
  const organ = before
    .replace(/\s/g, '')
    .replace(/20\d\d\s*年?度?/g, '')
    .replace(/^(?:关于)|[*#_：:]|[-—]+$/g, '')
  return {
    span: { start: first, end: last },
    organ: organ === '' ? organAbove(text, from) : organ,
    year: year === null ? undefined : Number(year[0]),
  }
}

/** The organ on a line of its own above the title. */
function organAbove(text: string, at: number): string | undefined {
  const above = text.slice(Math.max(0, at - 60), at).trimEnd()
  const line = above.slice(Math.max(above.lastIndexOf('\n'), above.lastIndexOf('\r')) + 1).replace(/[\s#*|]/g, '')
  return /^[\u4e00-\u9fff]{2,28}(?:政府|局|委|厅|会|办公室|办事处|中心|县|市|区|镇|乡|省)$/.test(line)
    ? line
    : undefined
}

function lineStartBefore(text: string, at: number): number {
  const limit = Math.max(0, at - LONGEST_LINE)
  let start = at
  while (start > limit && text[start - 1] !== '\n' && text[start - 1] !== '\r') start--
  return start
}

function lineEndAfter(text: string, at: number): number {
  const limit = Math.min(text.length, at + LONGEST_LINE)
  let end = at
  while (end < limit && text[end] !== '\n' && text[end] !== '\r') end++
  return end
}

const isMarkup = (unit: number): boolean =>
  isSpace(unit) || unit === 0x23 || unit === 0x2a || unit === 0x5f || unit === 0x7c
