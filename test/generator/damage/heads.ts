import { type Cell, isCell, isRow, type Line, rowsIn } from '../table.ts'
import { type Damage, damaged, mapCells, pick } from './damage.ts'

/** What happens to the rows of heads. */

const isHeadLine = (line: Line | undefined): boolean => isRow(line) && rowsIn(line).length === 0

/** Cut at the end of a narrow column: `本年新` for 本年新制作数量. */
export const cutHeads: Damage = {
  name: 'heads cut short',
  held: 'exact',
  apply(table, draw) {
    const cut = (cell: Cell) =>
      cell.kind === 'head' && /^本年新/.test(cell.text) && draw(1) === 1
        ? { ...cell, text: cell.text.slice(0, 3) }
        : cell
    return damaged(table, mapCells(table.lines, cut), 'exact', [])
  },
}

/** 信息内容 … stands above the first block only. */
export const headsOnce: Damage = {
  name: 'heads of later blocks gone',
  held: 'exact',
  finds: ['table/label'],
  apply(table) {
    const first = table.lines.findIndex((line) => rowsIn(line).length > 0)
    const lines = table.lines.filter((line, at) => {
      const [place] = isRow(line) ? line : []
      return at < first || !isHeadLine(line) || (isCell(place) && place.text !== '信息内容')
    })
    return damaged(table, lines, 'exact', [])
  },
}

/** Rows of empty cells among the heads. */
export const emptyHeads: Damage = {
  name: 'empty rows among the heads',
  held: 'exact',
  apply(table, draw) {
    const at = pick(
      draw,
      table.lines.flatMap((line, index) => (isHeadLine(line) ? [index + 1] : [])),
    )
    const line = at === undefined ? undefined : table.lines[at - 1]
    if (at === undefined || !isRow(line)) return table
    const empty: Line = line.map((): Cell => ({ kind: 'stray', text: '' }))
    const rows = Array.from({ length: 1 + draw(2) }, () => empty)
    return damaged(table, [...table.lines.slice(0, at), ...rows, ...table.lines.slice(at)], 'exact', [])
  },
}

/** A row of heads twice. */
export const headsTwice: Damage = {
  name: 'a row of heads twice',
  held: 'exact',
  apply(table, draw) {
    const at = pick(
      draw,
      table.lines.flatMap((line, index) => (isHeadLine(line) ? [index] : [])),
    )
    const line = at === undefined ? undefined : table.lines[at]
    if (at === undefined || line === undefined) return table
    return damaged(table, [...table.lines.slice(0, at), line, ...table.lines.slice(at)], 'exact', [])
  },
}
