import { type Amount, amountOf, negate } from './amount.ts'
import { halfWidth, JOINER } from './fold.ts'
import { readNumerals } from './numerals.ts'

/** What a cell says: a figure with its span (without the unit), a mark for "does not apply", nothing, or other text. */
export type Figure =
  | {
      readonly state: 'number'
      readonly start: number
      readonly end: number
      readonly value: Amount
      readonly unit: string
    }
  | { readonly state: 'blank' | 'notApplicable' | 'unreadable'; readonly start: number; readonly end: number }

const FIGURE = /^([+-]{0,2}|[增减])(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?\s*(\D{0,4})$/
const UNIT = /^[万亿千百十]*(?:[件条人]次|[元件条项个宗次份人起%])?$/
const NOT_APPLICABLE = /^(?:[/\-—–]{1,3}|无|不适用)$/

/**
 * Reads the cell between two offsets; spaces, emphasis and quotes around it do not belong to the figure. Spans are offsets
 * in `text`.
 */
export function readFigure(text: string, from: number, to: number): Figure {
  let start = from
  let end = to
  while (start < end && isSpace(text.charCodeAt(start))) start++
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--
  if (start === end) {
    // Where a figure would be written: after one space, if the cell has any.
    const at = text[from] === ' ' && from + 1 < to ? from + 1 : from
    return { state: 'blank', start: at, end: at }
  }
  const plain = readPlain(text, start, end)
  if (plain >= 0) return { state: 'number', start, end, value: plain, unit: '' }
  if (isLong(text, start, end)) return { state: 'unreadable', start, end }
  return isEmphasised(text, start, end) ? readFigure(text, start + 1, end - 1) : readWritten(text, start, end)
}

/** No figure has more letters. */
const MOST_LETTERS = 40

/** What joins the digits is none of them. */
function isLong(text: string, start: number, end: number): boolean {
  if (end - start <= MOST_LETTERS) return false
  let letters = 0
  for (let at = start; at < end && letters <= MOST_LETTERS; at++) if (text.charCodeAt(at) !== JOINER) letters++
  return letters > MOST_LETTERS
}

/** Whether the same mark of Markdown stands at both ends of something, or the quote of a spreadsheet at those of a cell. */
const isEmphasised = (text: string, start: number, end: number): boolean =>
  text[start] === text[end - 1] &&
  ((end - start > 2 && '*_~`'.includes(text[start] as string)) || isQuoted(text, start, end))

const isQuoted = (text: string, start: number, end: number): boolean => end - start > 1 && text[start] === '"'

/** The quick way: up to fifteen half-width digits. -1 when it is anything else. */
function readPlain(text: string, start: number, end: number): number {
  if (end - start > 15) return -1
  let value = 0
  for (let at = start; at < end; at++) {
    const digit = text.charCodeAt(at) - 0x30
    if (digit < 0 || digit > 9) return -1
    value = value * 10 + digit
  }
  return value
}

function readWritten(text: string, start: number, end: number): Figure {
  let written = ''
  // Converters to Markdown write a sign as \-.
  for (let at = text[start] === '\\' ? start + 1 : start; at < end; at++) {
    const unit = halfWidth(text.charCodeAt(at))
    if (unit === JOINER) continue
    written += unit === 0x2212 ? '-' : String.fromCharCode(unit)
  }
  if (NOT_APPLICABLE.test(written)) return { state: 'notApplicable', start, end }
  const numerals = readNumerals(written)
  if (numerals !== undefined) return { state: 'number', start, end, value: numerals, unit: '' }
  const parts = FIGURE.exec(written)
  const unit = parts?.[4] ?? ''
  if (parts === null || !UNIT.test(unit)) return { state: 'unreadable', start, end }
  const [, sign = '', whole = '', fraction = ''] = parts
  const amount = amountOf(whole.replaceAll(',', '') + fraction)
  const value = sign.startsWith('-') || sign === '减' ? negate(amount) : amount
  const blanks = /\s*$/.exec(written.slice(0, written.length - unit.length))?.[0].length ?? 0
  return { state: 'number', start, end: end - unit.length - blanks, value, unit }
}

/** Spaces as they occur in copied tables, of any width, and line breaks. */
export const isSpace = (unit: number): boolean => (unit <= 0x0d ? unit >= 0x09 : isBlank(unit))

/** Spaces that do not end a line. */
export const isBlank = (unit: number): boolean =>
  unit === 0x20 ||
  unit === 0xa0 ||
  unit === 0x3000 ||
  (unit >= 0x2000 && unit <= 0x200b) ||
  unit === 0xfeff ||
  unit === 0x202f ||
  unit === 0x205f
