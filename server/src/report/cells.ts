import type { Figure } from '../text/figure.ts'
import type { Span } from '../text/span.ts'
import type { Cell } from './report.ts'

/** No figure, where one would go. */
export const nothingAt = (at: number): Figure => ({ state: 'blank', start: at, end: at })

/** The cell of a row and column that a figure was read in; `blankAt` says where a blank one begins in the source. */
export function cellOf(
  text: string,
  row: string,
  column: string,
  figure: Figure,
  blankAt: (at: number) => number,
): Cell {
  const { state } = figure
  const start = state === 'blank' ? blankAt(figure.start) : figure.start
  const span = { start, end: state === 'blank' ? start : figure.end }
  const value = state === 'number' ? figure.value : null
  const cell = { row, column, raw: text.slice(span.start, span.end), value, state, span }
  return state === 'number' && figure.unit !== ''
    ? { ...cell, unit: figure.unit, unitSpan: unitBehind(text, figure) }
    : cell
}

/** What may stand between a figure and its unit: blanks, tags and entities that write blanks. */
const BETWEEN = /(?:[\s\u200b]|<[^<>]*>|&#?\w{1,8};)*/y

/** Where the unit stands that was read behind a figure. */
function unitBehind(text: string, { end, unit }: Extract<Figure, { state: 'number' }>): Span {
  BETWEEN.lastIndex = end
  const start = end + (BETWEEN.exec(text)?.[0].length ?? 0)
  return { start, end: start + unit.length }
}
