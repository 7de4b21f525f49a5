import { type Amount, amountOf } from '../text/amount.ts'
import type { Figure } from '../text/figure.ts'
import { halfWidth } from '../text/fold.ts'

/** Ways that are looked at before a row of glued figures is given up. */
const MOST_STEPS = 4000

/**
 * The ways to split runs of digits into `width` figures, none of them with a leading zero, such that `holds` is true of
 * the values. Two ways with the same values cannot be: the digits are the same. Gives up, with none, beyond a bound.
 */
export function splitRuns(
  text: string,
  runs: readonly Figure[],
  width: number,
  holds: (values: readonly Amount[]) => boolean,
): (readonly Figure[])[] {
  const found: (readonly Figure[])[] = []
  let steps = 0
  const digits = runs.reduce((total, { start, end }) => total + end - start, 0)
  const visit = (run: number, at: number, figures: readonly Figure[], left: number) => {
    if (++steps > MOST_STEPS) return
    const current = runs[run]
    if (current === undefined) {
      if (figures.length === width && holds(figures.map((figure) => (figure.state === 'number' ? figure.value : 0)))) {
        found.push(figures)
      }
      return
    }
    const room = width - figures.length
    if (room <= 0 || left < room) return
    const longest = digitAt(text, at) === 0 ? 1 : Math.min(current.end - at, left - room + 1)
    for (let length = 1; length <= longest; length++) {
      const end = at + length
      const figure: Figure = { state: 'number', start: at, end, value: digitsFrom(text, at, end), unit: '' }
      const isDone = end === current.end
      visit(isDone ? run + 1 : run, isDone ? (runs[run + 1]?.start ?? 0) : end, [...figures, figure], left - length)
    }
  }
  if (runs.every(({ start, end }) => /^[\d０-９]+$/.test(text.slice(start, end))))
    visit(0, runs[0]?.start ?? 0, [], digits)
  return steps > MOST_STEPS ? [] : found
}

/** The value of a half-width or full-width digit. */
const digitAt = (text: string, at: number): number => halfWidth(text.charCodeAt(at)) - 0x30

function digitsFrom(text: string, from: number, to: number): Amount {
  let digits = ''
  for (let at = from; at < to; at++) digits += digitAt(text, at)
  return amountOf(digits)
}
