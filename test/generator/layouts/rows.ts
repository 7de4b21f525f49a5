import { coverOf, isCell, isRow, type Line, type Place } from '../table.ts'
import type { Style } from './style.ts'

/** A line of text for each row: tabs, Markdown's pipes, bars. */

const lastCell = (line: readonly Place[]): number => line.findLastIndex(isCell)

export const tabs: Style = {
  layouts: ['tabs'],
  frame: 'plain',
  keepsBlanks: true,
  tellsRows: true,
  separates: true,
  write(out, lines, draw) {
    const trailing = draw(1) === 1
    for (const line of lines) {
      if (!isRow(line)) {
        out.line(line)
        continue
      }
      line.slice(0, trailing ? line.length : lastCell(line) + 1).forEach((place, column) => {
        if (column > 0) out.put('\t')
        if (isCell(place)) out.cell(place)
      })
      out.line()
    }
  },
}

export const pipes: Style = {
  layouts: ['pipes'],
  frame: 'markdown',
  keepsBlanks: true,
  tellsRows: true,
  separates: true,
  write(out, lines, draw) {
    const dashes = ['|---', '| :---: ', '| --- '][(3 - draw(2)) % 3] as string
    const repeats = draw(2) < 2
    const dashedFragments = draw(1) === 1
    lines.forEach((line, index) => {
      if (!isRow(line)) {
        out.line(line)
        return
      }
      out.put('|')
      line.forEach((place, column) => {
        out.put(' ')
        if (isCell(place)) out.cell(place, '<br>')
        else if (repeats) out.put(repeated(lines, index, column))
        out.put(' |')
      })
      out.line()
      const first = index === 0 || (dashedFragments && !isRow(lines[index - 1]))
      if (first) out.line(`${dashes.repeat(line.length)}|`)
    })
  },
}

/** Markdown has no merged cells: converters repeat the words, though not the figures. */
function repeated(lines: readonly Line[], index: number, column: number): string {
  const cell = coverOf(lines, index, column)
  return cell === undefined || cell.kind === 'figure' ? '' : cell.text.replaceAll('\n', '<br>')
}

/** ` | ` after each place, merged or not. */
export const bars: Style = {
  layouts: ['bars'],
  frame: 'plain',
  keepsBlanks: true,
  tellsRows: true,
  separates: true,
  write(out, lines) {
    for (const line of lines) {
      if (!isRow(line)) {
        out.line(line)
        continue
      }
      for (const place of line) {
        if (isCell(place)) out.cell(place)
        out.put(' | ')
      }
      out.line()
    }
  },
}

/** `规章 | 0 | 0 | 0 |` and, for merged cells, bars without spaces: `第二十条第（一）项 ||||`. */
export const mergedBars: Style = {
  layouts: ['bars'],
  frame: 'plain',
  keepsBlanks: true,
  tellsRows: true,
  separates: true,
  write(out, lines) {
    for (const line of lines) {
      if (!isRow(line)) {
        out.line(line)
        continue
      }
      line.forEach((place, column) => {
        if (!isCell(place)) out.put('|')
        else
          out
            .put(column === 0 ? '' : ' ')
            .cell(place)
            .put(' |')
      })
      out.line()
    }
  },
}

/** A whole page scraped as one table: as `mergedBars`, with bars to the width of the page. */
export const barPage: Style = {
  layouts: ['bars'],
  frame: 'barPage',
  keepsBlanks: true,
  tellsRows: true,
  separates: true,
  write(out, lines) {
    for (const line of lines) {
      if (!isRow(line)) {
        out.line(`${line}${'|'.repeat(PAGE_WIDTH)}`)
        continue
      }
      line.forEach((place, column) => {
        if (!isCell(place)) out.put('|')
        else
          out
            .put(column === 0 ? '' : ' ')
            .cell(place)
            .put(' |')
      })
      out.line('|'.repeat(PAGE_WIDTH - line.length))
    }
  },
}

export const PAGE_WIDTH = 60
