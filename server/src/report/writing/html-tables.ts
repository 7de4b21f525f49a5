import { decodeHTML } from 'entities'
import { Tokenizer } from 'htmlparser2'
import type { Span } from '../../text/span.ts'
import { isInline, setsApart } from '../inline.ts'
import type { Grid, Place } from '../layouts/layout.ts'

/** A table of an HTML text that has no other within it. */
export interface HtmlTable {
  /** From the beginning of its first tag to the end of its last. */
  readonly span: Span
  readonly grid: Grid
}

interface Cell {
  text: string
  /** Tags set some of its letters apart, such as the mark of a note: then no tag joins what is before and behind it. */
  isApart: boolean
  columns: number
  rows: number
}

const newCell = (): Cell => ({ text: '', isApart: false, columns: 1, rows: 1 })

/** A tag within a cell, which may end a word. */
function passIn(cell: Cell | undefined, tag: string): void {
  if (cell !== undefined && (cell.isApart || !isInline(tag))) cell.text += ' '
}

/** Wider and longer merged cells are a slip of whoever wrote them. */
const MOST_COLUMNS = 100
const MOST_ROWS = 1000

/** The innermost tables of an HTML text, with their merged cells, in the order of the text; without those that are too large. */
export function htmlTables(html: string): HtmlTable[] {
  const tables: HtmlTable[] = []
  let start = -1
  let rows: Cell[][] = []
  let cell: Cell | undefined
  let tag = ''
  let attribute = ''
  let hidden = false

  const endOfTag = (at: number) => {
    const end = html.indexOf('>', at)
    return end === -1 ? html.length : end + 1
  }
  const tokenizer = new Tokenizer(
    { decodeEntities: false },
    {
      onopentagname: (from, to) => {
        tag = html.slice(from, to).toLowerCase()
        if (tag === 'table') {
          start = from - '<'.length
          rows = []
          cell = undefined
        }
        if (tag === 'style' || tag === 'script') hidden = true
        if (start === -1) return
        if (tag === 'tr') {
          rows.push([])
          cell = undefined
        } else if (tag === 'td' || tag === 'th') {
          if (rows.length === 0) rows.push([])
          cell = newCell()
          rows.at(-1)?.push(cell)
        } else passIn(cell, tag)
      },
      onattribname: (from, to) => {
        attribute = html.slice(from, to).toLowerCase()
      },
      onattribdata: (from, to) => {
        if (cell === undefined) return
        const value = html.slice(from, to)
        if (tag !== 'td' && tag !== 'th') {
          if (isInline(tag) && setsApart(value)) {
            cell.isApart = true
            cell.text += ' '
          }
          return
        }
        const count = Math.max(1, Number.parseInt(value, 10) || 1)
        if (attribute === 'colspan') cell.columns = Math.min(MOST_COLUMNS, count)
        if (attribute === 'rowspan') cell.rows = Math.min(MOST_ROWS, count)
      },
      onopentagend: () => {
        tag = ''
      },
      ontext: (from, to) => {
        const text = html.slice(from, to)
        if (hidden || start === -1) return
        if (cell === undefined) {
          if (text.trim() === '') return
          // What stands between cells, as in a caption or where a tag was forgotten, is one of its own.
          if (rows.length === 0) rows.push([])
          cell = newCell()
          rows.at(-1)?.push(cell)
        }
        cell.text += text
      },
      onclosetag: (from, to) => {
        const name = html.slice(from, to).trim().toLowerCase()
        if (name === 'style' || name === 'script') hidden = false
        if (name === 'td' || name === 'th' || name === 'tr') cell = undefined
        passIn(cell, name)
        if (name !== 'table') return
        const grid = start === -1 ? undefined : gridOf(rows)
        if (grid !== undefined) tables.push({ span: { start, end: endOfTag(to) }, grid })
        start = -1
        cell = undefined
      },
      onselfclosingtag: () => {},
      ontextentity: () => {},
      onattribentity: () => {},
      onattribend: () => {},
      oncdata: () => {},
      oncomment: () => {},
      ondeclaration: () => {},
      onend: () => {},
      onprocessinginstruction: () => {},
    },
  )
  tokenizer.write(html)
  tokenizer.end()
  return tables
}

/** A table of more places is none that a person fills in. */
const MOST_PLACES = 100_000

/** Cells put where a browser puts them; places that no cell covers are blank. Undefined where there are too many. */
function gridOf(rows: readonly (readonly Cell[])[]): Grid | undefined {
  const grid: Place[][] = rows.map(() => [])
  let places = 0
  for (const [y, row] of rows.entries()) {
    let x = 0
    for (const { text, columns, rows: down } of row) {
      while (grid[y]?.[x] !== undefined) x++
      const end = Math.min(y + down, grid.length)
      places += (end - y) * columns
      if (places > MOST_PLACES) return undefined
      const words = decodeHTML(text).replace(/\s+/g, ' ').trim()
      const isFigure = !/\p{L}/u.test(words)
      for (let below = y; below < end; below++) {
        for (let right = x; right < x + columns; right++) {
          const line = grid[below] as Place[]
          line[right] ??= below > y ? 'above' : right > x ? 'left' : { text: words, isFigure }
        }
      }
      x += columns
    }
  }
  const width = grid.reduce((widest, row) => Math.max(widest, row.length), 0)
  if (width * grid.length > MOST_PLACES) return undefined
  return grid.map((row) => Array.from({ length: width }, (_, x): Place => row[x] ?? { text: '', isFigure: true }))
}
