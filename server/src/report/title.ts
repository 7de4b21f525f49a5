import { isSpace } from '../text/figure.ts'
import type { Span } from '../text/span.ts'
import type { Match } from './scan.ts'

const LONGEST_TITLE = 80
/** With what HTML leaves blank around a title, or the bars of a page that is one table. */
const LONGEST_LINE = 500
const SENTENCE = /[。；！？，,《》〈〉]/

/** A title of a report: the words themselves, and all of its line or two lines; of a table, all of its cell. */
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
  const first = skipMarkup(text, cellStartBefore(text, start), start)
  const last = skipMarkupBack(text, cellEndAfter(text, end), end)
  const words = withoutMarkup(text.slice(first, last))
  if (words.length > LONGEST_TITLE || SENTENCE.test(words) || last - end > 12) return undefined
  const before = withoutMarkup(text.slice(first, start))
  const year = /20\d\d/.exec(before)
  const organ = before.replace(/20\d\d年?度?/g, '').replace(/^(?:关于)|[：:]|[-—]+$/g, '')
  return {
    span: { start: first, end: last },
    organ: organ === '' ? organAbove(text, first) : organ,
    year: year === null ? undefined : Number(year[0]),
  }
}

/** The organ on a line or in a cell of its own above the title. */
function organAbove(text: string, at: number): string | undefined {
  const end = skipMarkupBack(text, at, Math.max(0, at - LONGEST_LINE))
  const cell = withoutMarkup(text.slice(cellStartBefore(text, end), end))
  return /^[\u4e00-\u9fff]{2,28}(?:政府|局|委|厅|会|办公室|办事处|中心|县|市|区|镇|乡|省)$/.test(cell)
    ? cell
    : undefined
}

function cellStartBefore(text: string, at: number): number {
  const limit = Math.max(0, at - LONGEST_LINE)
  let start = at
  while (start > limit && !isBorder(text.charCodeAt(start - 1))) start--
  return start
}

function cellEndAfter(text: string, at: number): number {
  const limit = Math.min(text.length, at + LONGEST_LINE)
  let end = at
  while (end < limit && !isBorder(text.charCodeAt(end))) end++
  return end
}

function skipMarkup(text: string, from: number, to: number): number {
  let at = from
  while (at < to && isMarkup(text.charCodeAt(at))) at++
  return at
}

function skipMarkupBack(text: string, from: number, to: number): number {
  let at = from
  while (at > to && isMarkup(text.charCodeAt(at - 1))) at--
  return at
}

const withoutMarkup = (text: string): string => text.replace(/[\s#*_|\u2060]/g, '')

/** The end of a line or of a cell between bars. */
const isBorder = (unit: number): boolean => unit === 0x0a || unit === 0x0d || unit === 0x7c

const isMarkup = (unit: number): boolean =>
  isSpace(unit) || unit === 0x23 || unit === 0x2a || unit === 0x5f || unit === 0x7c
