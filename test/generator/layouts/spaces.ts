import type { Draw } from '../figures.ts'
import { type Cell, isCell, isRow, type Line, type Place } from '../table.ts'
import type { Writer } from '../writer.ts'
import type { Style } from './style.ts'

/** The text layer of a PDF: cells with spaces between. */

/** A line for each row: `规章 0 0 0`. */
export const spaces: Style = {
  layouts: ['spaces'],
  frame: 'plain',
  keepsBlanks: false,
  tellsRows: true,
  separates: true,
  write(out, lines) {
    for (const line of lines) {
      if (isRow(line)) writeLine(out, line.filter(isCell))
      else out.line(line)
    }
  },
}

/**
 * As it comes out of a printed page, read line by line: labels wrap, their figures stand at half their height, merged
 * labels and the heads of narrow columns run downwards between other words.
 */
export const pdf: Style = {
  layouts: ['spaces'],
  frame: 'plain',
  keepsBlanks: false,
  tellsRows: false,
  separates: true,
  write(out, lines, draw) {
    for (const page of pages(lines)) {
      if (isRow(page[0])) writePage(out, page.filter(isRow), draw)
      else out.line(page[0])
    }
  },
}

/** Rows that stand together, and the text between them. */
function pages(lines: readonly Line[]): Line[][] {
  const result: Line[][] = []
  lines.forEach((line, index) => {
    const last = result.at(-1)
    if (isRow(line) && isRow(lines[index - 1]) && last !== undefined) last.push(line)
    else result.push([line])
  })
  return result
}

/** Words on the page: `y` in lines from its top, `x` in columns of the table. */
interface Piece {
  readonly cell: Cell
  readonly y: number
  readonly x: number
}

function writePage(out: Writer, rows: readonly (readonly Place[])[], draw: Draw): void {
  const labelWidth = 11 + draw(6)
  const headWidth = [1, 2, 4][draw(2)] ?? 2
  const widthOf = ({ kind, of }: Cell, right: number) => {
    if (kind === 'label' && !isHead(rows, of)) return labelWidth
    if (kind === 'group') return of === 'results' ? 1 : 3
    return kind === 'head' || kind === 'label' ? (right > 1 ? 60 : headWidth) : 60
  }
  const rightOf = (row: readonly Place[], x: number) => {
    let right = 1
    while (row[x + right] === 'left') right++
    return right
  }
  const wrapped = rows.map((row) =>
    row.map((place, x) => (isCell(place) ? wrap(place, widthOf(place, rightOf(row, x))) : [])),
  )
  // A row is as high as its highest label that is not merged downwards.
  const heights = rows.map((row, y) =>
    Math.max(1, ...row.map((_, x) => (rows[y + 1]?.[x] === 'above' ? 1 : (wrapped[y]?.[x]?.length ?? 1)))),
  )
  const tops = heights.map((_, y) => heights.slice(0, y).reduce((sum, height) => sum + height, 0))
  const pieces: Piece[] = []
  rows.forEach((row, y) => {
    row.forEach((place, x) => {
      if (!isCell(place) || (place.text === '' && place.address === undefined)) return
      let last = y
      while (rows[last + 1]?.[x] === 'above') last++
      const height = (tops[last] ?? 0) + (heights[last] ?? 1) - (tops[y] ?? 0)
      const words = wrapped[y]?.[x] ?? []
      const first = (tops[y] ?? 0) + (height - words.length) / 2
      words.forEach((cell, index) => {
        pieces.push({ cell, y: first + index, x })
      })
    })
  })
  writePieces(out, pieces, draw(1) === 1)
}

/** Whether a label stands over its figures, as all labels of the table with its rows side by side. */
const isHead = (rows: readonly (readonly Place[])[], row: string | undefined): boolean =>
  !rows.some(
    (line) =>
      line.some((place) => isCell(place) && place.kind === 'label' && place.of === row) &&
      line.some((place) => isCell(place) && place.kind === 'figure'),
  )

/** What stands half a line lower goes on a line of its own, or (`snaps`) on the next one. */
function writePieces(out: Writer, pieces: readonly Piece[], snaps: boolean): void {
  const placed = pieces.map(({ cell, y, x }) => ({ cell, y: snaps ? Math.ceil(y) : y, x }))
  placed.sort((a, b) => a.y - b.y || a.x - b.x)
  for (let from = 0; from < placed.length; ) {
    let to = from
    while (placed[to]?.y === placed[from]?.y && to < placed.length) to++
    writeLine(
      out,
      placed.slice(from, to).map(({ cell }) => cell),
    )
    from = to
  }
}

function writeLine(out: Writer, cells: readonly Cell[]): void {
  let first = true
  for (const cell of cells) {
    if (!first && cell.text !== '') out.put(' ')
    if (cell.text !== '') first = false
    out.cell(cell)
  }
  out.line()
}

/** A label on lines of so many letters; figures and numbering stay whole. */
function wrap(cell: Cell, width: number): Cell[] {
  if (cell.kind === 'figure') return [cell]
  return cell.text.split('\n').flatMap((text) => {
    const parts: Cell[] = []
    for (let at = 0; at < text.length; ) {
      const numbering = at === 0 ? (/^(?:[（(].[）)]|\d+\s?[.．、]\s?)/.exec(text)?.[0].length ?? 0) : 0
      const to = Math.max(at + width, numbering)
      // No line begins with a closing mark.
      const end = /^[”）)、，]/.test(text.slice(to)) && width > 1 ? to + 1 : to
      parts.push({ ...cell, text: text.slice(at, end) })
      at = end
    }
    return parts
  })
}
