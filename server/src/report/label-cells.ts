import { DROPPED, foldUnit } from '../text/fold.ts'
import type { Span } from '../text/span.ts'

/** A cell of words as it is written, for comparing with a label. */
export interface LabelCell {
  /** All of the cell, without blanks and marks around it. */
  readonly cell: Span
  /** Folded, without numbering. */
  readonly core: string
  /** Where these words stand. */
  readonly words: Span
  /** The same without a note in brackets at the end; the whole core where there is none. */
  readonly bare: string
  readonly bareWords: Span
}

/** No label is longer. */
const LONGEST_CORE = 60
/** With the blanks that markup within it leaves. */
const LONGEST_CELL = 1500

/** The cells between two offsets that hold words and no figure. Cells end at tabs, bars and line ends. */
export function labelCells(text: string, from: number, to: number): LabelCell[] {
  const cells: LabelCell[] = []
  let start = from
  for (let at = from; at <= to; at++) {
    if (at < to && !isBorder(text.charCodeAt(at))) continue
    const cell = at - start > LONGEST_CELL ? undefined : labelCell(text, start, at)
    if (cell !== undefined) cells.push(cell)
    start = at + 1
  }
  return cells
}

const isBorder = (unit: number): boolean => unit === 0x09 || unit === 0x0a || unit === 0x0d || unit === 0x7c

function labelCell(text: string, from: number, to: number): LabelCell | undefined {
  const places: number[] = []
  let core = ''
  for (let at = from; at < to; at++) {
    const unit = foldUnit(text.charCodeAt(at))
    if (unit === DROPPED) continue
    if (core === '' && (!isHan(unit) || NUMERALS.has(unit))) continue
    if (!isHan(unit) || core.length === LONGEST_CORE) return undefined
    core += String.fromCharCode(unit)
    places.push(at)
  }
  const [first] = places
  const last = places.at(-1)
  if (first === undefined || last === undefined) return undefined
  const words = { start: first, end: last + 1 }
  const cell = { start: trimmed(text, from, first), end: trimmedEnd(text, last + 1, to) }
  const note = noteStart(text, first, cell.end)
  const count = places.filter((at) => at < note).length
  if (count === 0 || count === core.length) return { cell, core, words, bare: core, bareWords: words }
  const bareWords = { start: first, end: (places[count - 1] as number) + 1 }
  return { cell, core, words, bare: core.slice(0, count), bareWords }
}

/** In front of a label, where no label has one of its own. */
const NUMERALS: ReadonlySet<number> = new Set([...'一二三四五六七八九十'].map((numeral) => numeral.charCodeAt(0)))

/** No label has digits, Latin letters or the marks of a sentence in it. */
const isHan = (unit: number): boolean => unit >= 0x4e00 && unit <= 0x9fff

/** The first character after `from` that is no blank and no mark of emphasis. */
function trimmed(text: string, from: number, to: number): number {
  let at = from
  while (at < to && /[\s*_#]/.test(text[at] as string)) at++
  return at
}

/** Behind the last character before `to` that is none. */
function trimmedEnd(text: string, from: number, to: number): number {
  let at = to
  while (at > from && /[\s*_#]/.test(text[at - 1] as string)) at--
  return at
}

/** Where a bracket opens that closes at the end, or not at all; the end without any. */
function noteStart(text: string, from: number, to: number): number {
  let at = to
  const closes = /[)）\]】]/.test(text[to - 1] as string)
  let depth = 0
  while (at > from) {
    at--
    const mark = text[at] as string
    if (/[)）\]】]/.test(mark)) {
      if (!closes) return to
      depth++
    } else if (/[(（[【]/.test(mark)) {
      depth--
      if (depth <= 0) return at
    }
  }
  return to
}
