import { isBlank, isSpace, readFigure } from '../text/figure.ts'
import { DROPPED, foldUnit } from '../text/fold.ts'
import type { Label, LabelTable } from './labels.ts'

/** An occurrence of a label. */
export interface Match {
  readonly label: Label
  /** With its numbering. */
  readonly start: number
  /** After as much of the label as is there. */
  readonly end: number
  /** Where the search key begins, after the numbering. */
  readonly keyStart: number
  /** The whole label is there. */
  readonly complete: boolean
  /** No other words follow it in its cell. */
  readonly alone: boolean
}

export interface Scan {
  /** Occurrences of table labels that stand as a cell of their own, in the order of the text. */
  readonly cells: readonly Match[]
  readonly titles: readonly Match[]
  readonly sections: readonly Match[]
}

/** A cell holds at most this much of a label beyond what was recognised. */
const LONGEST_REST = 60
const LONGEST_MISSPELT = 8
const LONGEST_NOTE = 30
const LONGEST_MARK = 3

/** One pass over the text for the title, the section headings and the labels of the tables. */
export function scan(text: string, { labels, matcher }: LabelTable): Scan {
  const titles: Match[] = []
  const sections: Match[] = []
  const candidates: Candidate[] = []
  // A label may follow directly on another, or on a heading.
  let glueAt = -1
  matcher.scan(text, (index, keyStart, keyEnd) => {
    const label = labels[index] as Label
    if (label.table === '') {
      const match = { label, start: keyStart, keyStart, end: keyEnd, complete: true, alone: true }
      pushLonger(label.kind === 'title' ? titles : sections, match)
      glueAt = keyEnd
      return
    }
    if (label.common && !isWritten(text, keyStart, keyEnd)) return
    const start = startWithNumbering(text, keyStart)
    const { end, missing } = extend(text, keyEnd, label.rest)
    const isNumbered = missing === 0 && isNumeral(text, start)
    const isAsBefore = candidates.at(-1)?.start === start
    if (!isCellStart(text, start) && !isNumbered && !isAsBefore && !isNear(text, glueAt, start)) return
    const after = afterOf(text, afterNote(text, end))
    const complete = missing === 0
    pushCandidate(candidates, { label, start, keyStart, end, complete, alone: after !== 'words', after, twins: [] })
    glueAt = end
  })
  const cells = candidates.flatMap((candidate, index) =>
    [candidate, ...candidate.twins].filter((one) => isCell(text, one, candidates[index + 1])),
  )
  return { cells: withoutHeadings(cells, sections), titles, sections }
}

/** Without labels that are but a part of a section's heading, such as 行政处罚 in 一、行政处罚实施情况. */
function withoutHeadings(cells: readonly Match[], sections: readonly Match[]): Match[] {
  let next = 0
  return cells.filter(({ keyStart, end }) => {
    while (next < sections.length && (sections[next] as Match).end < end) next++
    const heading = sections[next]
    return heading === undefined || heading.keyStart > keyStart || heading.end - heading.keyStart <= end - keyStart
  })
}

interface Candidate extends Match {
  /** `cell`: a separator or figure follows; `words`: more words up to a separator; `open`: neither. */
  readonly after: 'cell' | 'words' | 'open'
  /** The same words as a label of other tables. */
  readonly twins: Candidate[]
}

/** Whether a number and the label after it belong together: `3.其他` does, a figure before a cell 其他 does not. */
function isWritten(text: string, start: number, end: number): boolean {
  const written = text.slice(start, end)
  return !/[\t|]/.test(written) && (!/^[\d０-９]/.test(written) || /^.\s*[.．、]/.test(written))
}

/** Whether no more than a misspelt label stands between two offsets. */
function isNear(text: string, from: number, to: number): boolean {
  return from >= 0 && from <= to && to - from <= LONGEST_MISSPELT && !/[。；，、：]/.test(text.slice(from, to))
}

/** A label is a cell when a separator or a figure follows it, or the next label, blanks aside. */
function isCell(text: string, { end, after, label }: Candidate, next: Candidate | undefined): boolean {
  if (after === 'cell') return true
  const from = afterNote(text, end)
  if (next !== undefined && next.start - from < LONGEST_REST && blankBetween(text, from, next.start)) return true
  return after === 'words' && label.kind !== 'heading' && label.kind !== 'column'
}

/** Tables may share a label: its occurrence is one of each of them. */
function pushCandidate(candidates: Candidate[], candidate: Candidate): void {
  const last = candidates.at(-1)
  if (last === undefined || last.start !== candidate.start || last.end !== candidate.end) {
    pushLonger(candidates, candidate)
  } else if (last.complete !== candidate.complete) {
    if (candidate.complete) candidates[candidates.length - 1] = candidate
  } else if (![last, ...last.twins].some(({ label }) => label.table === candidate.label.table)) {
    last.twins.push(candidate)
  }
}

/** Of two occurrences one within the other, the longer one counts. */
function pushLonger<T extends Match>(matches: T[], match: T): void {
  for (let last = matches.at(-1); last !== undefined && last.end > match.start; last = matches.at(-1)) {
    if (last.start <= match.start && last.end >= match.end) return
    if (last.start < match.start && last.end > match.start) break
    matches.pop()
  }
  matches.push(match)
}

/** How far the rest of a label goes on from `at`: the offset after it, and how many of its letters are missing. */
function extend(text: string, at: number, rest: string): { end: number; missing: number } {
  let matched = 0
  let end = at
  for (let i = at; matched < rest.length && i < text.length && i - end < 8; i++) {
    const unit = foldUnit(text.charCodeAt(i))
    if (unit === DROPPED) continue
    if (unit !== rest.charCodeAt(matched)) break
    matched++
    end = i + 1
  }
  if (matched === rest.length) while (CLOSING.has(text.charCodeAt(end))) end++
  return { end, missing: rest.length - matched }
}

const unitsOf = (letters: string): ReadonlySet<number> => new Set([...letters].map((letter) => letter.charCodeAt(0)))
const CLOSING = unitsOf('”"’）)］]】》〉*')
const OPENING = unitsOf('“"‘（(［[【《〈*')
const NUMERALS = unitsOf('一二三四五六七八九十')
const POINTS = unitsOf('、.．，,')

/** The start of a label with its numbering, such as `（三）`, `2. ` or `三、（一）`, before `at`. */
function startWithNumbering(text: string, at: number): number {
  let start = at
  for (let mark = lastBefore(text, start); OPENING.has(text.charCodeAt(mark)); mark = lastBefore(text, start))
    start = mark
  for (let level = 0; level < 2; level++) {
    const before = numberingBefore(text, start)
    if (before === undefined) break
    start = before
  }
  return start
}

/** The offset of the last character before an offset that is no blank; -1 without any. */
function lastBefore(text: string, at: number): number {
  let last = at - 1
  while (last >= 0 && isBlank(text.charCodeAt(last))) last--
  return last
}

/** The start of one numbering that ends at `at`, blanks between aside. */
function numberingBefore(text: string, at: number): number | undefined {
  let end = at
  while (end > 0 && isBlank(text.charCodeAt(end - 1))) end--
  const mark = text.charCodeAt(end - 1)
  if (mark === 0xff09 || mark === 0x29) {
    let open = end - 2
    while (open > 0 && (isNumeral(text, open) || isBlank(text.charCodeAt(open)))) open--
    return open < end - 2 && (text[open] === '（' || text[open] === '(') ? open : undefined
  }
  if (!POINTS.has(mark)) return undefined
  let digit = end - 2
  while (digit >= 0 && isBlank(text.charCodeAt(digit))) digit--
  return digit >= 0 && (isNumeral(text, digit) || (text[digit] !== '0' && isDigit(text.charCodeAt(digit))))
    ? digit
    : undefined
}

const isNumeral = (text: string, at: number): boolean => NUMERALS.has(foldUnit(text.charCodeAt(at)))

function isCellStart(text: string, start: number): boolean {
  if (start === 0) return true
  const unit = text.charCodeAt(start - 1)
  return (
    isSpace(unit) ||
    unit === BAR ||
    unit === GREATER ||
    isDigit(unit) ||
    unit === STAR ||
    unit === HASH ||
    unit === FULL_STOP ||
    unit === COLON
  )
}

/** The offset after a note in brackets that follows a label in its cell; without any, the label's end. */
function afterNote(text: string, end: number): number {
  let at = end
  while (isBlank(text.charCodeAt(at))) at++
  if (!isOpeningBracket(text.charCodeAt(at))) return end
  for (const limit = at + LONGEST_NOTE; at < limit; at++) {
    const unit = text.charCodeAt(at)
    if (isClosingBracket(unit)) return at + 1
    if (unit === TAB || unit === BAR || unit === LF || unit === CR || unit === FULL_STOP) break
  }
  return end
}

function afterOf(text: string, end: number): Candidate['after'] {
  // HTML leaves long blanks behind, which are no words.
  let from = end
  while (from < text.length && isBlank(text.charCodeAt(from))) from++
  if (isMark(text, from)) return 'cell'
  const limit = Math.min(text.length, from + LONGEST_REST)
  for (let at = from; at < limit; at++) {
    const unit = text.charCodeAt(at)
    if (unit === TAB || unit === BAR || unit === LF || unit === CR || unit === LESS) {
      return blankBetween(text, from, at) ? 'cell' : 'words'
    }
    if (isDigit(unit) || unit === PLUS || unit === MINUS || unit === SLASH)
      return blankBetween(text, from, at) ? 'cell' : 'open'
    if (unit === FULL_STOP || unit === SEMICOLON) return 'open'
  }
  if (limit < text.length) return 'open'
  return blankBetween(text, from, limit) ? 'cell' : 'words'
}

/** Whether a mark for "does not apply" stands at an offset, set apart from what follows. */
function isMark(text: string, at: number): boolean {
  let end = at
  while (end < at + LONGEST_MARK && end < text.length && !isSpace(text.charCodeAt(end)) && text[end] !== '|') end++
  const isApart = end === text.length || isSpace(text.charCodeAt(end)) || text[end] === '|'
  return isApart && readFigure(text, at, end).state === 'notApplicable'
}

function blankBetween(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (!isSpace(text.charCodeAt(at)) && text.charCodeAt(at) !== STAR) return false
  return true
}

const isOpeningBracket = (unit: number): boolean => unit === 0x28 || unit === 0xff08
const isClosingBracket = (unit: number): boolean => unit === 0x29 || unit === 0xff09
const isDigit = (unit: number): boolean => (unit >= 0x30 && unit <= 0x39) || (unit >= 0xff10 && unit <= 0xff19)

const TAB = 0x09
const LF = 0x0a
const CR = 0x0d
const BAR = 0x7c
const LESS = 0x3c
const GREATER = 0x3e
const STAR = 0x2a
const HASH = 0x23
const PLUS = 0x2b
const MINUS = 0x2d
const SLASH = 0x2f
const FULL_STOP = 0x3002
const SEMICOLON = 0xff1b
const COLON = 0xff1a
