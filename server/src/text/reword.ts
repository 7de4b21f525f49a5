import { isBlank } from './figure.ts'
import { DROPPED, foldUnit } from './fold.ts'
import { type Span, type SpanEdit, sliceOf } from './span.ts'

/**
 * The smallest edit after which a stretch of a text has these words: what they do not differ in when folded (blanks,
 * brackets, widths, traditional characters) stays as it is written. Undefined where the words already say the same, or
 * where a line end, a cell's border or markup stands among those that differ.
 */
export function reworded(text: string, { start, end }: Span, words: string): SpanEdit | undefined {
  const old = letters(text, start, end)
  const now = letters(words, 0, words.length)
  const most = Math.min(old.length, now.length)
  let head = 0
  while (head < most && old[head]?.unit === now[head]?.unit) head++
  let tail = 0
  while (tail < most - head && old.at(-1 - tail)?.unit === now.at(-1 - tail)?.unit) tail++
  if (head === old.length && head === now.length) return undefined
  const [first, last] = [now[head], now[now.length - 1 - tail]]
  const newText = head + tail === now.length ? '' : words.slice(first?.at, (last?.at ?? 0) + 1)
  const span =
    head + tail === old.length
      ? gap(text, { start: old[head - 1]?.at ?? start - 1, end: old[head]?.at ?? end }, marksBefore(words, now, head))
      : { start: old[head]?.at ?? end, end: (old[old.length - 1 - tail]?.at ?? end) + 1 }
  return BORDER.test(sliceOf(text, span)) ? undefined : { span, newText }
}

/** How many brackets and the like stand in the words right before a letter. */
function marksBefore(words: string, letters: readonly Letter[], index: number): number {
  const from = (letters[index - 1]?.at ?? -1) + 1
  return words.slice(from, letters[index]?.at).length
}

/** Between two letters of a text, behind so many marks: where letters are put in. */
function gap(text: string, { start, end }: Span, marks: number): Span {
  let at = start + 1
  for (let left = marks; at < end && left > 0; at++) if (!isBlank(text.charCodeAt(at))) left--
  return { start: at, end: at }
}

const BORDER = /[\t\n\r|<>*]/

interface Letter {
  readonly unit: number
  readonly at: number
}

function letters(text: string, from: number, to: number): Letter[] {
  const found: Letter[] = []
  for (let at = from; at < to; at++) {
    const unit = foldUnit(text.charCodeAt(at))
    if (unit !== DROPPED) found.push({ unit, at })
  }
  return found
}
