import { readFigure } from '../../text/figure.ts'
import { paragraphBelow, wholeLines } from './extent.ts'
import { type Grid, isCell, type Layout, type Model, type Place, type Slot, wordsAt } from './layout.ts'

/** Layouts with a line of text for each row of the table: tabs, bars, and Markdown's bars with a line of dashes. */

const TAB = 0x09
const BAR = 0x7c

const placed = { keepsBlanks: true, extent: wholeLines, below: paragraphBelow }

export const tabs: Layout = {
  ...placed,
  name: 'tabs',
  slots: (text, from, to) => rowSlots(text, from, to, { separator: TAB, opens: false, closes: false }),
  write: (grid, newline, model) => {
    // Merged cells at the end of a row leave their tabs, or none.
    const isTrimmed = model !== undefined && !/\t[\r\n]/.test(model.text.slice(model.extent.start, model.extent.end))
    return lines(grid, newline, (row) =>
      row
        .slice(0, isTrimmed ? row.findLastIndex(isCell) + 1 : row.length)
        .map(wordsAt)
        .join('\t'),
    )
  },
}

export const bars: Layout = {
  ...placed,
  name: 'bars',
  slots: (text, from, to) => rowSlots(text, from, to, { separator: BAR, opens: false, closes: true }),
  write: (grid, newline) => lines(grid, newline, (row) => `${row.map(betweenBars).join(' | ')} |`),
}

export const pipes: Layout = {
  ...placed,
  name: 'pipes',
  slots: (text, from, to) => rowSlots(text, from, to, { separator: BAR, opens: true, closes: true }),
  write: (grid, newline, model) => {
    const { dashes, repeats } = pipeHabits(model)
    const [head = '', ...rest] = grid.map((row, index) => {
      const words = row.map((place, column) => (repeats ? repeated(grid, index, column) : betweenBars(place)))
      return `| ${words.join(' | ')} |`
    })
    const line = dashes === undefined ? [] : [`|${`${dashes}|`.repeat(grid[0]?.length ?? 0)}`]
    return [head, ...line, ...rest].map((row) => row + newline).join('')
  },
}

const lines = (grid: Grid, newline: string, line: (row: Grid[number]) => string) =>
  grid.map((row) => line(row) + newline).join('')

/** A bar within a cell would end it. */
const betweenBars = (place: Place): string => wordsAt(place).replaceAll('|', '｜')

/** Markdown has no merged cells: their words are repeated, as converters do, but never a figure. */
function repeated(grid: Grid, row: number, column: number): string {
  const cover = coverOf(grid, row, column)
  return cover === undefined || (cover.isFigure && cover !== grid[row]?.[column]) ? '' : betweenBars(cover)
}

/** How Markdown writes the line of dashes, if it has one, and whether it repeats the words of merged cells. */
function pipeHabits(model: Model | undefined): { readonly dashes: string | undefined; readonly repeats: boolean } {
  if (model === undefined) return { dashes: ' --- ', repeats: true }
  const rows = model.text
    .slice(model.extent.start, model.extent.end)
    .split(/[\r\n]+/)
    .map((line) => line.split('|').slice(1, -1))
  const isDashes = (cells: readonly string[]) => cells.length > 0 && cells.every((cell) => /^ *:?-+:? *$/.test(cell))
  const dashes = rows.find((cells, at) => isDashes(cells) && (at === 1 || !ARE_MARKS.test(cells.join('|'))))?.[0]
  const repeats = rows.some((cells) => cells.some((cell, at) => /\p{L}/u.test(cell) && cell === cells[at + 1]))
  return { dashes, repeats }
}

/** The cell at a place, or the one that covers it. */
function coverOf(grid: Grid, row: number, column: number) {
  let y = row
  let x = column
  let place = grid[y]?.[x]
  while (place === 'left' || place === 'above') {
    if (place === 'left') x--
    else y--
    place = grid[y]?.[x]
  }
  return isCell(place) ? place : undefined
}

/** What sets cells apart, and whether it also stands before the first or after the last cell of a row. */
interface Style {
  readonly separator: number
  readonly opens: boolean
  readonly closes: boolean
}

function rowSlots(text: string, from: number, to: number, style: Style): Slot[] {
  const slots: Slot[] = []
  let line = 0
  for (let start = from; start < to; line++) {
    let end = start
    while (end < to && !isLineEnd(text.charCodeAt(end))) end++
    if (!isBorder(text, start, end)) lineSlots(text, start, end, style, line, slots)
    start = end + 1
  }
  return slots
}

/** The cells of a line; of line 0, the label's, those after the label. A line without separators is no row. */
function lineSlots(text: string, from: number, to: number, style: Style, line: number, slots: Slot[]) {
  let column = line === 0 ? columnAt(text, from, style.separator) : 0
  let start = from
  for (let at = from; at <= to; at++) {
    if (at < to && text.charCodeAt(at) !== style.separator) continue
    const first = start === from
    const last = at === to
    const figure = readFigure(text, start, at)
    const isOutside = figure.state === 'blank' && ((first && style.opens) || (last && style.closes))
    const isCell = first ? line > 0 && !last : true
    if (isCell && !isOutside) slots.push({ figure, line, column })
    column++
    start = at + 1
  }
}

/** How many separators stand before an offset on its line. */
function columnAt(text: string, offset: number, separator: number): number {
  let column = 0
  for (let at = offset - 1; at >= 0 && !isLineEnd(text.charCodeAt(at)); at--) {
    if (text.charCodeAt(at) === separator) column++
  }
  return column
}

/**
 * The line of dashes below the head of a Markdown table, or a border that is drawn with characters. Single dashes are one
 * below the first line alone: further down they say of each figure that it does not apply.
 */
function isBorder(text: string, from: number, to: number): boolean {
  return isDashes(text, from, to) && (!ARE_MARKS.test(text.slice(from, to)) || isSecondLine(text, from))
}

/** No more than one dash in a cell. */
const ARE_MARKS = /^[ |]*(?:-[ |]+)*-?$/

function isDashes(text: string, from: number, to: number): boolean {
  let dashes = 0
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at)
    if (unit === 0x2d) dashes++
    else if (unit !== BAR && !IN_DASHES.includes(unit)) return false
  }
  return dashes >= 3
}

/** Whether one line with bars stands above a line, and no more. */
function isSecondLine(text: string, start: number): boolean {
  const first = startOfLineBefore(text, start)
  return text.slice(first, start).includes('|') && !text.slice(startOfLineBefore(text, first), first).includes('|')
}

function startOfLineBefore(text: string, start: number): number {
  let at = start - (text.startsWith('\r\n', start - 2) ? 2 : 1)
  while (at > 0 && !isLineEnd(text.charCodeAt(at - 1))) at--
  return Math.max(0, at)
}

/** `:`, a space, `+` and `=`. */
const IN_DASHES = [0x3a, 0x20, 0x2b, 0x3d]

const isLineEnd = (unit: number): boolean => unit === 0x0a || unit === 0x0d
