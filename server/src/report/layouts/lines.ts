import { readFigure } from '../../text/figure.ts'
import { readNumerals } from '../../text/numerals.ts'
import { paragraphBelow, wholeLines } from './extent.ts'
import { type Layout, type Slot, wordsAt } from './layout.ts'

/** Layouts with one cell a line: plain lines, and lines that begin with a tab, whose rows end with a blank line. */

export const lines: Layout = {
  name: 'lines',
  keepsBlanks: false,
  slots: (text, from, to) => {
    const slots: Slot[] = []
    let isOver = false
    eachLine(text, from, to, (start, end, first) => {
      // What sets rows apart in a wiki: `|-`.
      if (first || isOver || text.startsWith('|-', start)) return
      const figure = readFigure(text, ...withoutBars(text, start, end))
      isOver = figure.state === 'unreadable' && figure.end - figure.start > LONGEST_CELL
      if (isOver) return
      // A numeral on a line of its own is rather a letter of a label written downwards.
      const isLetter = figure.state === 'number' && readNumerals(text.slice(figure.start, figure.end)) !== undefined
      if (figure.state !== 'blank' && !isLetter) slots.push({ figure, line: -1, column: 0 })
    })
    return slots
  },
  write: (grid, newline, model) => {
    const isDense = model !== undefined && !/\n[ \t]*\r?\n/.test(model.text.slice(model.extent.start, model.extent.end))
    return grid
      .flatMap((row) => row.map(wordsAt))
      .filter((words) => words !== '')
      .map((words) => words + newline + (isDense ? '' : newline))
      .join('')
  },
  extent: wholeLines,
  below: paragraphBelow,
}

/** A longer line is a paragraph below the table. */
const LONGEST_CELL = 40

/** A bar may end the cell, or stand on a line of its own. */
function withoutBars(text: string, start: number, end: number): [number, number] {
  let from = start
  let to = end
  while (from < to && (text[from] === '|' || text[from] === ' ')) from++
  while (to > from && (text[to - 1] === '|' || text[to - 1] === ' ')) to--
  return [from, to]
}

export const tabbedLines: Layout = {
  name: 'tabbedLines',
  keepsBlanks: true,
  slots: (text, from, to) => {
    const slots: Slot[] = []
    let line = 0
    let column = columnAt(text, from)
    let blank = false
    let cell: { start: number; end: number } | undefined
    const flush = () => {
      if (cell !== undefined) slots.push({ figure: readFigure(text, cell.start, cell.end), line, column })
      cell = undefined
    }
    eachLine(text, from, to, (start, end, first) => {
      if (first) return
      if (text[start] === '\t') {
        flush()
        column++
        if (blank) {
          line++
          column = 0
        }
        cell = { start: start + 1, end }
      } else if (
        start < end &&
        !blank &&
        cell !== undefined &&
        readFigure(text, cell.start, cell.end).state !== 'number'
      ) {
        cell.end = end
      }
      blank = start === end
    })
    flush()
    return slots
  },
  write: (grid, newline) =>
    grid.map((row) => row.map((place) => `\t${wordsAt(place)}${newline}`).join('') + newline).join(''),
  extent: wholeLines,
  below: paragraphBelow,
}

/** How many cells begin before an offset in its row: lines with a tab since the last blank line before such a one. */
function columnAt(text: string, offset: number): number {
  let column = 0
  let end = offset
  for (let start = text.lastIndexOf('\n', end - 1); start > 0; start = text.lastIndexOf('\n', end - 1)) {
    if (text[start + 1] === '\t') {
      column++
      if (text[start - 1] === '\n' || text.startsWith('\n\r', start - 2)) return column - 1
    }
    end = start
    if (offset - start > LONGEST_ROW) break
  }
  return column
}

/** A row with wrapped labels is not longer than this. */
const LONGEST_ROW = 400

/** The lines between two offsets; the first is what remains of the label's line. Ends are without their line ends. */
function eachLine(text: string, from: number, to: number, visit: (start: number, end: number, first: boolean) => void) {
  let start = from
  while (start < to) {
    let end = start
    while (end < to && text[end] !== '\n' && text[end] !== '\r') end++
    visit(start, end, start === from)
    start = end + (text.startsWith('\r\n', end) ? 2 : 1)
  }
}
