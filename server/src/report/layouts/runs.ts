import { readFigure } from '../../text/figure.ts'
import type { Layout, Slot } from './layout.ts'

/**
 * Text with no separators but spaces and line ends, as a PDF's text layer has it, or with none at all, as web archives
 * keep it. Each run of digits is a cell or, where cells stand glued, several: the reader splits it if the sums leave just
 * one way.
 */

export const spaces: Layout = {
  name: 'spaces',
  slots: runSlots,
  write: (grid, newline) =>
    grid.map((row) => row.filter((cell) => cell !== null && cell !== '').join(' ') + newline).join(''),
}

export const glued: Layout = {
  name: 'glued',
  slots: runSlots,
  write: (grid, newline) => grid.map((row) => row.filter((cell) => cell !== null).join('') + newline).join(''),
}

const DIGIT = /[\d０-９]/
const RUN = /[^\s\u3000]+/g
/** Page numbers between the rows. */
const FURNITURE = /[-—–]\s?\d{1,4}\s?[-—–](?!\d)|第\s?\d+\s?页|共\s?\d+\s?页|\bPage\s?\d+[^\n\r]*|\bP\.\s?\d+/gi

function runSlots(text: string, from: number, to: number): Slot[] {
  const slots: Slot[] = []
  const stretch = text.slice(from, to).replace(FURNITURE, (page) => ' '.repeat(page.length))
  for (const { index, 0: run } of stretch.matchAll(RUN)) {
    const figure = readFigure(text, from + index, from + index + run.length)
    // A lone 无 or 一 is a letter of a label written downwards.
    const isFigure = DIGIT.test(run) || (figure.state === 'notApplicable' && run !== '无')
    if (isFigure) slots.push({ figure, line: -1, column: 0 })
    else if (slots.length > 0 && run.length > LONGEST_WORD) break
  }
  return slots
}

/** Letters of labels written downwards may stand between figures; longer words begin what follows the table. */
const LONGEST_WORD = 12
