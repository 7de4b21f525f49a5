import { type Amount, digitsOf } from '../text/amount.ts'
import type { Report, Section } from './report.ts'
import { inPlaceOf, partsOf } from './words.ts'

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

/** How labels are spelled in a text: with its brackets, and with what it puts after the number of a row. */
export function spellingLike(example: string): (label: string) => string {
  const mark = /(?<=^|[^\d.．])\d([.．、][ \u3000]*)(?=\p{L})/mu.exec(example)?.[1]
  return (label) => {
    const numbered =
      mark === undefined ? label : label.replace(/^(\d+)[.．、]\s*/, (_, number: string) => number + mark)
    return bracketsLike(example, numbered)
  }
}

/** What stands around the title on a heading's line: indent, `##`, `**`. */
export function headingMarks({ text }: Report, { title }: Section): { before: string; after: string } {
  const lineStart = Math.max(text.lastIndexOf('\n', title.start - 1), text.lastIndexOf('\r', title.start - 1)) + 1
  const rest = /[\r\n]/.exec(text.slice(title.end))
  const lineEnd = rest === null ? text.length : title.end + rest.index
  return { before: text.slice(lineStart, title.start), after: text.slice(title.end, lineEnd).trimEnd() }
}

/** A figure written as another one is: in full-width digits, with separators, its sign in words, and with what stands around it. */
export function figureLike(raw: string, value: Amount): string {
  const plain = digitsOf(value)
  // Digits may be written as entities: only the whole can be replaced.
  if (raw.includes('&') && !raw.includes('<')) return plain
  const letters = raw.includes('<') ? partsOf(raw).letters : raw
  const found = /([-+\u2212－＋增减]*)([\d０-９](?:[\d０-９.,，．]*[\d０-９])?)/.exec(letters)
  if (found === null) return inPlaceOf(raw, plain)
  const [whole, mark = '', figure = ''] = found
  const isNegative = plain.startsWith('-')
  const size = isNegative ? plain.slice(1) : plain
  const grouped = /[,，]/.exec(figure)?.[0]
  const separated = grouped === undefined ? size : size.replace(/\B(?<!\.\d*)(?=(?:\d{3})+(?!\d))/g, grouped)
  const digits = /[０-９]/.test(figure)
    ? separated.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + FULL_WIDTH))
    : separated
  const words =
    letters.slice(0, found.index) + signLike(mark, isNegative) + digits + letters.slice(found.index + whole.length)
  return inPlaceOf(raw, words)
}

/** Of a change, in words where the other one has it so; a plus only where the other one has a plus. */
function signLike(mark: string, isNegative: boolean): string {
  if (/[增减]/.test(mark)) return isNegative ? '减' : '增'
  const [minus] = mark.match(/[-\u2212－]/) ?? []
  const [plus] = mark.match(/[+＋]/) ?? []
  return isNegative ? (minus ?? '-') : (plus ?? '')
}

const FULL_WIDTH = '０'.charCodeAt(0) - '0'.charCodeAt(0)
