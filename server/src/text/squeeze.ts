import { isSpace } from './figure.ts'
import { halfWidth, JOINER } from './fold.ts'
import type { Span } from './span.ts'

/**
 * A text for patterns to run on: each run of white space is one character, `\n` where it has a line end, else a space;
 * full-width digits, letters and marks are half-width. What HTML leaves blank is thus no wider than a space, and what joins the
 * digits of a figure is left out.
 */
export interface Squeezed {
  readonly text: string
  /** Where a stretch of it, which is not empty, stands in the source. */
  readonly spanOf: (start: number, end: number) => Span
  /** The offset in it of the first character that stands at or after a place in the source. */
  readonly offsetOf: (place: number) => number
}

const LF = 0x0a
const CR = 0x0d
const SPACE = 0x20
/** Half of a surrogate pair becomes a replacement character, which is as long. */
const UTF_16 = new TextDecoder('utf-16le', { ignoreBOM: true })

/** What is kept of each unit: a space of white space, else the half-width form. */
const KEPT = Uint16Array.from({ length: 0x10000 }, (_, unit) => (isSpace(unit) ? SPACE : halfWidth(unit)))

export function squeeze(source: string): Squeezed {
  const units = new Uint16Array(source.length)
  const places = new Uint32Array(source.length)
  let length = 0
  let isInSpace = false
  for (let at = 0; at < source.length; at++) {
    const unit = source.charCodeAt(at)
    if (unit === JOINER) continue
    const kept = KEPT[unit] as number
    if (kept !== SPACE) {
      places[length] = at
      units[length++] = kept
      isInSpace = false
      continue
    }
    if (!isInSpace) {
      places[length] = at
      units[length++] = SPACE
      isInSpace = true
    }
    if (unit === LF || unit === CR) units[length - 1] = LF
  }
  return {
    text: UTF_16.decode(units.subarray(0, length)),
    spanOf: (start, end) => ({ start: places[start] as number, end: (places[end - 1] as number) + 1 }),
    offsetOf: (place) => firstAtOrAfter(places, length, place),
  }
}

/** The index of the first of `length` rising numbers that is not below another one. */
function firstAtOrAfter(rising: Uint32Array, length: number, least: number): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((rising[middle] as number) < least) low = middle + 1
    else high = middle
  }
  return low
}
