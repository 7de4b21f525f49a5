import type { Format, SectionFormat } from '../formats/schema.ts'
import { isSpace } from '../text/figure.ts'
import { fold, foldUnit } from '../text/fold.ts'
import type { Span } from '../text/span.ts'
import { withoutNumbering } from './labels.ts'
import { realHeadings } from './real-headings.ts'
import type { Section } from './report.ts'
import type { Match, Scan } from './scan.ts'

const NUMERALS = '一二三四五六七八九十'
const LONGEST_HEADING = 60

/** A line that may head a section: it has a numeral, or its words are those of a section's title. */
interface Line {
  readonly lineStart: number
  readonly title: Span
  readonly ordinal: number | undefined
  /** The title folded, without its numeral and without the words in which titles commonly differ. */
  readonly words: string
}

/**
 * Finds the sections. Rows such as 四、结转下年度继续办理 look like headings, so words decide, not numerals; a numbered
 * line with unknown words is a heading only where a section would otherwise be missing at just that place.
 */
export function readSections(text: string, { sections: known, cells }: Scan, format: Format): Section[] {
  const tableRows = new Set(cells.map(({ start }) => start))
  const lines = headingLines(text, new Set(known.map(({ start }) => start))).filter(
    ({ title }) => !tableRows.has(title.start),
  )
  const sure: Heading[] = []
  for (const line of lines) {
    const section = format.sections.find((candidate) => titlesOf(candidate).includes(line.words))
    if (section !== undefined) sure.push({ ...line, id: section.id })
  }
  const inline = inlineHeadings(text, known, sure)
  const heads = realHeadings(text, [...sure, ...inline])
  // A text that lost its line ends shows headings of unknown wording in the midst of lines as well.
  const candidates = inline.length === 0 ? lines : [...lines, ...inlineLines(text)]
  const headings = heads.length === 0 ? [] : [...heads, ...fromPlace(candidates, heads, format)]
  headings.sort((a, b) => a.lineStart - b.lineStart)
  return headings.map(({ id, title, ordinal, lineStart }, index) => ({
    id,
    title,
    titleText: text.slice(title.start, title.end),
    ordinal,
    span: { start: lineStart, end: headings[index + 1]?.lineStart ?? text.length },
  }))
}

interface Heading extends Line {
  readonly id: string
}

/** Where line ends were lost: a section's numbered title in the midst of a line, unless a list goes on after it. */
function inlineHeadings(text: string, known: readonly Match[], sure: readonly Heading[]): Heading[] {
  const found: Heading[] = []
  const headed = new Set(sure.map(({ id }) => id))
  for (const { label, start, end } of known) {
    if (headed.has(label.id)) continue
    const ordinal = numeralBefore(text, start)
    if (ordinal === undefined || /^[、，；。,;和及]/.test(text.slice(end, end + 1))) continue
    const title = { start: ordinal.at, end }
    headed.add(label.id)
    found.push({ id: label.id, lineStart: ordinal.at, title, ordinal: ordinal.value, words: label.core })
  }
  return found
}

/** What a title ends with, whatever its other words. */
const INLINE_TITLE = /([一二三四五六七八九十])、([^\s。；，（(|\d]{2,40}?(?:情况|事项|计划|措施))/g

function inlineLines(text: string): Line[] {
  return [...text.matchAll(INLINE_TITLE)].map((found) => {
    const [whole, numeral = '', words = ''] = found
    const title = { start: found.index, end: found.index + whole.length }
    return { lineStart: title.start, title, ordinal: NUMERALS.indexOf(numeral) + 1, words: titleWords(words) }
  })
}

/** What stands between a numeral and a title; after the second kind of marks a sentence may as well go on. */
const MARKS = '、.．'
const MARKS_OF_PROSE = '，,:：是'

/** The numeral of `三、` right before an offset; of `三，` or `三是` only where a sentence or a figure ends before it. */
function numeralBefore(text: string, at: number): { at: number; value: number } | undefined {
  let mark = at - 1
  while (mark > 0 && text[mark] === ' ') mark--
  const value = NUMERALS.indexOf(foldedUnit(text, mark - 1)) + 1
  if (value === 0) return undefined
  const goesOn = /[\p{L}，、]/u.test(text[mark - 2] ?? '')
  const isMark = MARKS.includes(text[mark] as string) || (MARKS_OF_PROSE.includes(text[mark] as string) && !goesOn)
  return isMark ? { at: mark - 1, value } : undefined
}

const foldedUnit = (text: string, at: number): string => String.fromCharCode(foldUnit(text.charCodeAt(at)))

/** For each section without a heading: the one line with its numeral between the sections before and after it. */
function fromPlace(lines: readonly Line[], sure: readonly Heading[], format: Format): Heading[] {
  const found: Heading[] = []
  format.sections.forEach(({ id, title }, index) => {
    const ordinal = ordinalOf(title)
    if (ordinal === undefined || sure.some((heading) => heading.id === id)) return
    const before = format.sections
      .slice(0, index)
      .flatMap((section) => sure.filter((heading) => heading.id === section.id))
    const after = format.sections
      .slice(index + 1)
      .flatMap((section) => sure.filter((heading) => heading.id === section.id))
    const from = before.reduce((last, { lineStart }) => Math.max(last, lineStart), -1)
    const to = after.reduce((first, { lineStart }) => Math.min(first, lineStart), Number.POSITIVE_INFINITY)
    const candidates = lines.filter(
      (line) =>
        line.ordinal === ordinal && line.lineStart > from && line.lineStart < to && shareWords(line.words, title),
    )
    const [only] = candidates
    if (only !== undefined && candidates.length === 1) found.push({ ...only, id })
  })
  return found
}

/** Whether a title of unknown wording has at least half of the official title's letters. */
function shareWords(words: string, title: string): boolean {
  const official = titleWords(title)
  const shared = [...official].filter((letter) => words.includes(letter)).length
  return shared * 2 >= official.length
}

function headingLines(text: string, knownStarts: ReadonlySet<number>): Line[] {
  const lines: Line[] = []
  const newline = text.includes('\n') ? '\n' : '\r'
  for (let lineStart = 0; lineStart <= text.length; ) {
    const found = text.indexOf(newline, lineStart)
    const lineEnd = found === -1 ? text.length : found
    const line = readLine(text, lineStart, lineEnd, knownStarts)
    if (line !== undefined) lines.push(line)
    lineStart = lineEnd + 1
  }
  return lines
}

function readLine(
  text: string,
  lineStart: number,
  lineEnd: number,
  knownStarts: ReadonlySet<number>,
): Line | undefined {
  let start = lineStart
  while (start < lineEnd && isMarkup(text.charCodeAt(start))) start++
  if (start === lineEnd) return undefined
  const isKnown = knownStarts.has(start)
  const startsWithNumeral = NUMERALS.includes(foldedUnit(text, start))
  if (!startsWithNumeral && !isKnown) return undefined
  let end = lineEnd
  while (end > start && isMarkup(text.charCodeAt(end - 1))) end--
  if (end - start > LONGEST_HEADING) return undefined
  const titleText = text.slice(start, end)
  // No title of a section has figures: a row of a table has.
  if (/[\t|。；\d]/.test(titleText)) return undefined
  const ordinal = ordinalOf(titleText)
  if (ordinal === undefined && startsWithNumeral && !isKnown) return undefined
  return { lineStart, title: { start, end }, ordinal, words: headingWords(titleText, ordinal !== undefined) }
}

/** The number of a heading: 3 for `三、` and what is written for it. The words of a title may begin with a numeral, too. */
function ordinalOf(titleText: string): number | undefined {
  const value = NUMERALS.indexOf(foldedUnit(titleText, 0)) + 1
  return value > 0 && /^.(?:\s*[、.．，,:：]|是)/.test(titleText) ? value : undefined
}

const isMarkup = (unit: number): boolean =>
  isSpace(unit) || unit === 0x23 || unit === 0x2a || unit === 0x5f || unit === 0x3e || unit === 0x7c

/** What remains of a title without numeral, punctuation and the words in which titles commonly differ. */
export const titleWords = (title: string): string => fold(withoutNumbering(title)).replace(/[的和及与]/g, '')

/** The words of a heading as it is written, whatever follows its numeral. */
export const headingWords = (titleText: string, isNumbered: boolean): string =>
  titleWords(isNumbered ? titleText.replace(/^.[\s、:：，,.．是]*/, '') : titleText)

const accepted = new WeakMap<SectionFormat, string[]>()

/** The wordings of a section's title that say the same, as `titleWords`. */
export function titlesOf(section: SectionFormat): string[] {
  let words = accepted.get(section)
  if (words === undefined) {
    words = [section.title, ...(section.accepted ?? [])].map(titleWords)
    accepted.set(section, words)
  }
  return words
}
