import { type Figure, readFigure } from '../../text/figure.ts'
import { paragraphBelow, wholeLines } from './extent.ts'
import { type Layout, type Slot, wordsAt } from './layout.ts'

/**
 * Text with no separators but spaces and line ends, as a PDF's text layer has it, or with none at all, as web archives
 * keep it. Each run of digits is a cell or, where cells stand glued, several: the reader splits it if the sums leave just
 * one way.
 */

export const spaces: Layout = {
  name: 'spaces',
  keepsBlanks: false,
  slots: runSlots,
  write: (grid, newline) => grid.map((row) => nonEmpty(row.map(wordsAt)).join(' ') + newline).join(''),
  extent: wholeLines,
  below: paragraphBelow,
}

export const glued: Layout = {
  name: 'glued',
  keepsBlanks: false,
  slots: runSlots,
  write: (grid, newline) => grid.map((row) => row.map(wordsAt).join('') + newline).join(''),
  extent: wholeLines,
  below: paragraphBelow,
}

const nonEmpty = (texts: readonly string[]): string[] => texts.filter((text) => text !== '')

const DIGIT = /[\d０-９]/
const RUN = /[^\s\u3000]+/g
/** Page numbers between the rows; a figure may stand right before one. */
const FURNITURE =
  /[-—–]\s?\d{1,4}\s?[-—–](?!\d)|第\s?\d+\s?页|共\s?\d+\s?页|(?<![a-z])Page\s?\d+[^\n\r]*|(?<![a-z])P\.\s?\d+/gi

/** A text with blanks in place of its page numbers. */
export const withoutFurniture = (text: string): string => text.replace(FURNITURE, (page) => ' '.repeat(page.length))

/** What a run of characters says, if it is a figure: a lone 无 or 一 is a letter of a label written downwards. */
export function figureOfRun(text: string, start: number, end: number): Figure | undefined {
  const figure = readFigure(text, start, end)
  const run = text.slice(start, end)
  return DIGIT.test(run) || (figure.state === 'notApplicable' && run !== '无') ? figure : undefined
}

function runSlots(text: string, from: number, to: number): Slot[] {
  const slots: Slot[] = []
  const stretch = withoutFurniture(text.slice(from, to))
  for (const { index, 0: run } of stretch.matchAll(RUN)) {
    const figure = figureOfRun(text, from + index, from + index + run.length)
    if (figure?.state === 'notApplicable' && isBelow(text, slots.at(-1), figure.start)) continue
    if (figure !== undefined && !isSentence(run)) slots.push({ figure, line: -1, column: 0 })
    else if (slots.length > 0 && run.length > LONGEST_WORD) break
  }
  return slots
}

/** On a line below the figures before it, a mark is rather one of a head written downwards, such as 增/减. */
const isBelow = (text: string, last: Slot | undefined, at: number): boolean =>
  last !== undefined && /[\n\r]/.test(text.slice(last.figure.end, at))

/** Words with a figure in them, which end no row. */
const isSentence = (run: string): boolean => run.length > LONGEST_WORD && !DIGIT.test(run.slice(0, 2))

/** Letters of labels written downwards may stand between figures; longer words begin what follows the table. */
const LONGEST_WORD = 12
