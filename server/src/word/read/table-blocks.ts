import { CATALOGUE } from '../../formats/catalogue.ts'
import type { Grid, Place } from '../../report/layouts/layout.ts'
import { fold } from '../../text/fold.ts'
import type { Block } from '../blocks.ts'
import { Refusal } from '../refusal.ts'

/** A table as it is being read: its cells with what stands in them. */
export class OpenTable {
  readonly #rows: OpenCell[][] = []

  row(): void {
    this.#rows.push([])
  }

  /** A cell, the last one of the last row; what is read next goes into it. */
  cell(columns: number, rows: number): Block[] {
    if (this.#rows.length === 0) this.row()
    const blocks: Block[] = []
    this.#rows.at(-1)?.push({ columns: spanOf(columns, 1000), rows: spanOf(rows, 65_534), blocks })
    return blocks
  }

  /**
   * The table; or what stands in its cells, where it only arranges a page: it has other tables in it, or all of its rows
   * are one cell wide. Of a page that is one table, such rows are the lines between the tables.
   *
   * @param budget how many places there may still be in tables
   */
  close(budget: { places: number }): Block[] {
    const cells = this.#rows.flat()
    const isFrame =
      cells.some(({ blocks }) => blocks.some(({ kind }) => kind === 'table')) ||
      this.#rows.every((row) => row.length <= 1)
    if (isFrame) return cells.flatMap(({ blocks }) => blocks)
    return this.#parts(budget)
  }

  #parts(budget: { places: number }): Block[] {
    const rows = this.#rows.filter((row) => row.length > 0)
    const grid = gridOf(rows, budget)
    const parts: Block[] = []
    let from = 0
    const endTable = (to: number) => {
      if (to > from) parts.push({ kind: 'table', grid: trimmed(grid.slice(from, to)) })
      parts.push(...rows.slice(from, to).flatMap((row) => row.flatMap(({ blocks }) => blocks.filter(isPicture))))
    }
    rows.forEach((row, y) => {
      const [only] = row
      if (only === undefined || row.length > 1 || !isLine(only, grid[y])) return
      endTable(y)
      parts.push(...only.blocks)
      from = y + 1
    })
    endTable(rows.length)
    return parts
  }
}

function gridOf(rows: readonly (readonly OpenCell[])[], budget: { places: number }): Grid {
  const grid: (Place | undefined)[][] = rows.map(() => [])
  rows.forEach((row, y) => {
    let x = 0
    for (const cell of row) {
      while (grid[y]?.[x] !== undefined) x++
      const below = Math.min(rows.length, y + cell.rows)
      budget.places -= (below - y) * cell.columns
      if (budget.places < 0) throw new Refusal('word/hostile')
      for (let down = y; down < below; down++)
        for (let right = x; right < x + cell.columns; right++) {
          const line = grid[down]
          if (line) line[right] ??= down > y ? 'above' : right > x ? 'left' : written(cell)
        }
    }
  })
  const width = Math.max(...grid.map((line) => line.length))
  budget.places -= grid.length * width
  if (budget.places < 0) throw new Refusal('word/hostile')
  return grid.map((line) => Array.from({ length: width }, (_, x) => line[x] ?? EMPTY))
}

/** Without the columns at the right that no cell of these rows reaches. */
function trimmed(grid: Grid): Grid {
  const width = Math.max(...grid.map((row) => row.findLastIndex((place) => place !== EMPTY) + 1))
  return grid.map((row) => row.slice(0, width))
}

/** Heads that the official tables have on lines of their own. */
const BLOCK_HEADS = new Set(
  CATALOGUE.formats.flatMap(({ tables }) =>
    tables.flatMap(({ blocks }) => blocks.flatMap(({ heading }) => (heading === undefined ? [] : fold(heading)))),
  ),
)

/** Whether the only cell of a row is a line of the page, and no part of a table. */
function isLine({ rows, blocks }: OpenCell, row: Grid[number] | undefined): boolean {
  if (rows > 1 || row?.includes('above')) return false
  const words = blocks.flatMap((block) => ('text' in block ? block.text : [])).join('')
  return words !== '' && !BLOCK_HEADS.has(fold(words))
}

interface OpenCell {
  readonly columns: number
  readonly rows: number
  readonly blocks: Block[]
}

const EMPTY: Place = { text: '', isFigure: false }
const FIGURE = /^[-−－+]?[\d０-９][\d０-９.,，．\s%]*\p{L}{0,4}$/u

const isPicture = ({ kind }: Block): boolean => kind === 'picture'

const spanOf = (value: number, most: number): number => (value >= 1 ? Math.min(most, Math.floor(value)) : 1)

function written({ blocks }: OpenCell): Place {
  const text = joined(blocks.flatMap((block) => ('text' in block && block.kind !== 'picture' ? block.text : [])))
  // A figure is never written twice, and neither is a blank, which may stand for one.
  return { text, isFigure: text === '' || FIGURE.test(text) }
}

const LONGEST_PIECE = 24

/** The lines of a cell: those of a label that was broken go together, those of prose stay apart. */
function joined(lines: readonly string[]): string {
  const isProse = lines.some(
    (line, index) => line.length > LONGEST_PIECE || (index > 0 && /^\d+[.、]|[。；！？]$/.test(line)),
  )
  return lines.reduce((text, line) => {
    if (text === '') return line
    const isLetters = /[A-Za-z0-9]$/.test(text) && /^[A-Za-z0-9]/.test(line)
    return text + (isProse ? '\n' : isLetters ? ' ' : '') + line
  }, '')
}
