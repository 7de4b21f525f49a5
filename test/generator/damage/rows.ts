import { type Cell, isCell, isRow, type Line, type Place, rowsIn } from '../table.ts'
import { besides, type Damage, damaged, figuresIn, notSeparated, pick, replaced, soundLines } from './damage.ts'
import { linesOfParts } from './labels.ts'

/** Rows too many, too few, or torn. */

const stray = (text: string): Cell => ({ kind: 'stray', text })

/** Eight figures for seven columns: a converter fills a merged label cell with a zero. Some rows, or all from one on. */
export const phantomZero: Damage = {
  name: 'phantom zero',
  held: 'neverWrong',
  untold: notSeparated,
  apply(table, draw) {
    if (table.id === 'proactive') return table
    const sound = soundLines(table)
    const from = draw(sound.length - 1)
    const rows = draw(2) === 0 ? sound.slice(from) : sound.slice(from, from + 1 + draw(2))
    const place = draw(8)
    const shifts = draw(1) === 1
    let result = table
    for (const at of rows) {
      const line = table.lines[at]
      if (!isRow(line)) continue
      const first = line.findIndex((cell) => isCell(cell) && cell.kind === 'figure')
      const last = line.findLastIndex((cell) => isCell(cell) && cell.kind === 'figure')
      const column = Math.min(first + (shifts ? draw(8) : place), last + 1)
      const longer = [...line.slice(0, column), stray('0'), ...line.slice(column)]
      result = damaged(result, replaced(result.lines, at, [longer]), 'neverWrong', rowsIn(line))
    }
    return result
  },
}

/** `14` as `1` and `4` in two cells. */
export const splitFigure: Damage = {
  name: 'a figure over two cells',
  held: 'neverWrong',
  untold: notSeparated,
  apply(table, draw) {
    const places = soundLines(table).flatMap((at) =>
      figuresIn(table.lines[at]).flatMap((cell) => (/^\d\d+$/.test(cell.text) ? [{ at, cell }] : [])),
    )
    const found = pick(draw, places)
    const line = found && table.lines[found.at]
    if (found === undefined || !isRow(line)) return table
    const { text } = found.cell
    const cut = 1 + draw(text.length - 2)
    const torn = line.flatMap((place): Place[] =>
      place === found.cell
        ? [{ ...found.cell, text: text.slice(0, cut), reads: [text] }, stray(text.slice(cut))]
        : [place],
    )
    return damaged(table, replaced(table.lines, found.at, [torn]), 'neverWrong', rowsIn(line))
  },
}

/** The end of a label stands on a row of its own below, and is there once or twice. */
export const spilledLabel: Damage = {
  name: 'label spilled to a new row',
  held: 'exact',
  apply(table, draw) {
    const lines = soundLines(table).filter((at) => labelIn(table.lines[at]).length > 9)
    const at = pick(draw, lines)
    const line = at === undefined ? undefined : table.lines[at]
    if (at === undefined || !isRow(line)) return table
    const cut = labelIn(line).length - 2 - draw(1)
    const keeps = draw(1) === 1
    const shorter = line.map((place) =>
      isCell(place) && place.kind === 'label' && !keeps ? { ...place, text: place.text.slice(0, cut) } : place,
    )
    const rest = line.map((place): Place => {
      if (!isCell(place) || place.kind === 'group') return place === 'left' ? 'left' : 'above'
      return stray(place.kind === 'label' ? place.text.slice(cut) : '')
    })
    return damaged(table, replaced(table.lines, at, [shorter, rest]), 'exact', rowsIn(line))
  },
}

const labelIn = (line: Line | undefined): string =>
  isRow(line) ? (line.filter(isCell).find(({ kind }) => kind === 'label')?.text ?? '') : ''

/** A row that the form does not have, with figures. */
export const localRow: Damage = {
  name: 'a local row more',
  held: 'exact',
  finds: ['table/label'],
  apply(table, draw) {
    if (table.id !== 'proactive') return table
    const at = pick(
      draw,
      soundLines(table).filter((index) => figuresIn(table.lines[index]).length === 3),
    )
    const line = at === undefined ? undefined : table.lines[at]
    if (at === undefined || !isRow(line)) return table
    const more = line.map((place): Place => {
      if (!isCell(place)) return place
      return stray(place.kind === 'label' ? '其他主动公开文件' : String(draw(30)))
    })
    const rows = rowsIn(line)
    return besides(damaged(table, replaced(table.lines, at, [line, more]), 'exact', rows), 'said', rows)
  },
}

/** A row of zeros is left out altogether. */
export const droppedRow: Damage = {
  name: 'a row of zeros left out',
  held: 'exact',
  finds: ['table/row-missing'],
  apply(table, draw) {
    const zeros = linesOfParts(table).filter((at) => figuresIn(table.lines[at]).every(({ text }) => text === '0'))
    const at = pick(draw, zeros)
    return at === undefined ? table : damaged(table, replaced(table.lines, at, []), 'exact', [])
  },
}

/** One 0 for a row of zeros, its cells merged. */
export const oneZero: Damage = {
  name: 'one zero for a merged row of zeros',
  held: 'neverWrong',
  finds: ['cell/blank'],
  untold: notSeparated,
  apply(table, draw) {
    if (table.id !== 'requests') return table
    const zeros = soundLines(table).filter((at) => figuresIn(table.lines[at]).every(({ text }) => text === '0'))
    const at = pick(draw, zeros)
    const line = at === undefined ? undefined : table.lines[at]
    if (at === undefined || !isRow(line)) return table
    let first = true
    const merged = line.map((place): Place => {
      if (!isCell(place) || place.kind !== 'figure') return place
      const zero: Cell = { ...place, text: first ? '0' : '', reads: ['0', null] }
      first = false
      return zero
    })
    return damaged(table, replaced(table.lines, at, [merged]), 'neverWrong', rowsIn(line))
  },
}

/** Nothing in the first block of a table whose rows stand side by side. */
export const blankFirstBlock: Damage = {
  name: 'first block blank',
  held: 'exact',
  finds: ['cell/blank'],
  untold: notSeparated,
  apply(table) {
    const at = soundLines(table).find((index) => rowsIn(table.lines[index]).length > 1)
    const line = at === undefined ? undefined : table.lines[at]
    if (at === undefined || !isRow(line)) return table
    const [row = ''] = rowsIn(line)
    const blank = line.map((place) =>
      isCell(place) && place.address?.includes(`/${row}/`) ? { ...place, text: '' } : place,
    )
    return damaged(table, replaced(table.lines, at, [blank]), 'exact', rowsIn(line))
  },
}
