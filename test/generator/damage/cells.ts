import type { Draw } from '../figures.ts'
import type { Style } from '../layouts/style.ts'
import { type Cell, type Held, rowsIn } from '../table.ts'
import { type Damage, damaged, figuresIn, mapCells, notSeparated, pick, soundLines } from './damage.ts'

/** Other ways of writing what stands in a cell. */

interface CellDamage {
  readonly held?: Held
  readonly finds?: readonly string[]
  readonly untold?: (style: Style) => boolean
  /** One cell in so many. */
  readonly one?: number
}

/** A damage of figures in sound rows; `change` gives nothing for a cell that it cannot happen to. */
function cells(
  name: string,
  change: (cell: Cell, draw: Draw) => Partial<Cell> | undefined,
  { held = 'exact', one = 3, ...rest }: CellDamage = {},
): Damage {
  return {
    name,
    held,
    ...rest,
    apply(table, draw) {
      const lineOf = new Map(
        soundLines(table).flatMap((at) => figuresIn(table.lines[at]).map((cell) => [cell, table.lines[at]] as const)),
      )
      const rows: string[] = []
      const lines = mapCells(table.lines, (cell) => {
        if (cell.kind !== 'figure' || cell.reads !== undefined || !lineOf.has(cell) || draw(one - 1) > 0) return cell
        const changed = change(cell, draw)
        if (changed === undefined) return cell
        rows.push(...rowsIn(lineOf.get(cell)))
        return { reads: [cell.text], ...cell, ...changed }
      })
      return damaged(table, lines, held, rows)
    },
  }
}

const endsWith = ({ address = '' }: Cell, column: string): boolean => address.endsWith(`/${column}`)
const inFullWidth = (text: string): string =>
  text.replace(/[0-9.+-]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) + 0xfee0))

export const blanks = cells('blank cells', () => ({ text: '', reads: [null] }), {
  held: 'said',
  finds: ['cell/blank'],
  untold: notSeparated,
  one: 12,
})

export const notApplicable = cells(
  'marks for nothing',
  (_, draw) => ({ text: pick(draw, ['/', '-', '—', '——', '无']) ?? '/', reads: [null] }),
  { finds: ['cell/blank'], untold: notSeparated, one: 12 },
)

export const fullWidthDigits = cells('full-width digits', ({ text }) => ({ text: inFullWidth(text) }))

export const thousands = cells(
  'thousands separators',
  ({ text }, draw) => {
    const mark = pick(draw, [',', '，']) ?? ','
    const written = text.replace(/^\d+/, (digits) => digits.replace(/\B(?=(?:\d{3})+$)/g, mark))
    return written === text ? undefined : { text: written }
  },
  { untold: notSeparated, one: 1 },
)

export const units = cells(
  'units in the cell',
  (cell, draw) => (endsWith(cell, 'amount') ? { unit: pick(draw, ['万元', ' 万元']) ?? '' } : undefined),
  { finds: ['cell/unit'], one: 1 },
)

export const unitsOfCounts = cells(
  'units of counts in the cell',
  (_, draw) => ({ unit: pick(draw, ['件', '条', '项']) ?? '' }),
  { finds: ['cell/unit'], untold: notSeparated, one: 12 },
)

export const signs = cells(
  'signs of changes',
  (cell, draw) => {
    if (!endsWith(cell, 'change')) return undefined
    const digits = cell.text.replace('-', '')
    const marks = cell.text.startsWith('-') ? ['减', '－', '−', '-'] : ['+', '＋', '增']
    return { text: pick(draw, marks) + digits, reads: [cell.text] }
  },
  { untold: notSeparated, one: 1 },
)

const CHINESE = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

/** Half of the layouts have no cells that such a word could stand in alone. */
export const chineseDigits = cells(
  'Chinese digits',
  ({ text }) => {
    const word = CHINESE[Number(text)]
    return word === undefined ? undefined : { text: word }
  },
  { untold: ({ separates, keepsBlanks }) => !separates || !keepsBlanks, one: 12 },
)
