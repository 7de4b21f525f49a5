import type { Draw } from '../figures.ts'
import { type Cell, isCell, isRow, type Line, type Place, rowsIn, type TableModel } from '../table.ts'
import { type Damage, damaged, pick } from './damage.ts'

/** What page breaks do to a table. */

const FURNITURE = ['- 3 -', '第 3 页 共 8 页', '— 4 —', 'Page 9 - 年报_政府办 P. 9', '第3页']

/** A place between two lines, after the first one. */
const breakIn = ({ lines }: TableModel, draw: Draw): number => 1 + draw(lines.length - 2)

const broken = (table: TableModel, at: number, between: readonly Line[], after: readonly Line[]): TableModel =>
  damaged(table, [...table.lines.slice(0, at), ...between, ...after], 'exact', [])

export const pageBreak: Damage = {
  name: 'page break',
  held: 'exact',
  apply(table, draw) {
    const at = breakIn(table, draw)
    return broken(table, at, [''], table.lines.slice(at))
  },
}

export const pageFurniture: Damage = {
  name: 'page furniture',
  held: 'exact',
  apply(table, draw) {
    const at = breakIn(table, draw)
    return broken(table, at, ['', pick(draw, FURNITURE) ?? '', ''], table.lines.slice(at))
  },
}

/** The heads of the table come again on the next page. */
export const headsOnNextPage: Damage = {
  name: 'heads again on the next page',
  held: 'exact',
  apply(table, draw) {
    const first = table.lines.findIndex((line) => rowsIn(line).length > 0)
    if (first === table.lines.length - 1) return table
    const at = first + 1 + draw(table.lines.length - first - 2)
    const furniture = draw(1) === 1 ? ['', pick(draw, FURNITURE) ?? ''] : ['']
    return broken(table, at, [...furniture, ...table.lines.slice(0, first)], table.lines.slice(at))
  },
}

/** On the next page the rows have one leading label cell less, or one cell more. */
export const otherLabelCells: Damage = {
  name: 'another number of label cells on the next page',
  held: 'exact',
  apply(table, draw) {
    const first = table.lines.findIndex((line) => rowsIn(line).length > 0)
    if (first === table.lines.length - 1) return table
    const at = first + 1 + draw(table.lines.length - first - 2)
    const change = draw(1) === 1 ? withCellMore : withCellLess
    return broken(table, at, [''], table.lines.slice(at).map(change))
  },
}

function withCellLess(line: Line): Line {
  if (!isRow(line)) return line
  const drop = line[0] === 'above' ? 0 : line.indexOf('left')
  // Merged cells that fill up the end of the row are not label cells.
  const figures = line.findIndex((place) => isCell(place) && place.kind === 'figure')
  return drop === -1 || figures === -1 || drop > figures ? line : line.filter((_, column) => column !== drop)
}

function withCellMore(line: Line): Line {
  if (!isRow(line)) return line
  const label = line.findIndex((place) => isCell(place) && place.kind === 'label')
  return label === -1 ? line : [...line.slice(0, label + 1), 'left', ...line.slice(label + 1)]
}

/** A label merged over rows is cut by the break: `三、` here, `本年度办理结果` there. */
export const cutGroup: Damage = {
  name: 'merged label cut by a page break',
  held: 'exact',
  apply(table, draw) {
    const breaks = table.lines.flatMap((line, at) =>
      isRow(line)
        ? line.flatMap((place, column) =>
            place === 'above' && originOf(table, at, column) ? [[at, column] as const] : [],
          )
        : [],
    )
    const [at, column] = pick(draw, breaks) ?? []
    if (at === undefined || column === undefined) return table
    const origin = originOf(table, at, column)
    if (origin === undefined) return table
    const cut = 2 + draw(Math.max(0, origin.text.length - 3))
    const top = table.lines[at] as readonly Place[]
    const lines = table.lines.map((line) =>
      isRow(line)
        ? line.map((place) => (place === origin ? { ...origin, text: origin.text.slice(0, cut) } : place))
        : line,
    )
    const rest: Cell = { ...origin, text: origin.text.slice(cut) }
    const nextPage = [top.map((place, index) => (index === column ? rest : place)), ...lines.slice(at + 1)]
    return broken({ ...table, lines }, at, [''], nextPage)
  },
}

function originOf({ lines }: TableModel, at: number, column: number): Cell | undefined {
  for (let row = at - 1; row >= 0; row--) {
    const line = lines[row]
    if (!isRow(line)) return undefined
    const place = line[column]
    if (place === 'above') continue
    return isCell(place) && place.kind === 'group' ? place : undefined
  }
  return undefined
}
