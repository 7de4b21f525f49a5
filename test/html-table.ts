import { Parser } from 'htmlparser2'

/** How many cells cover each place of the first table of an HTML text, row by row, as a browser lays it out. */
export function coversIn(html: string): number[][] {
  const rows: number[][] = []
  let y = -1
  let isOver = false
  const parser = new Parser({
    onopentag: (name, { colspan = '1', rowspan = '1' }) => {
      if (isOver) return
      if (name === 'tr') y++
      if (name === 'td') cover(rows, y, Number(colspan), Number(rowspan))
    },
    onclosetag: (name) => {
      if (name === 'table') isOver = true
    },
  })
  parser.end(html)
  if (rows.length !== y + 1) throw new Error('a cell reaches below the table')
  return rows
}

/** The rows of a table, from the tag of the first to that of the last. */
export function rowsAround(html: string, { start, end }: { readonly start: number; readonly end: number }): string {
  const tags = html.toLowerCase()
  return html.slice(tags.lastIndexOf('<tr', start), tags.indexOf('</tr', end) + '</tr>'.length)
}

/** Puts a cell at the first place in a row that no cell from above covers. */
function cover(rows: number[][], y: number, right: number, down: number): void {
  const rowAt = (at: number) => {
    rows[at] ??= []
    return rows[at]
  }
  let x = 0
  while ((rowAt(y)[x] ?? 0) > 0) x++
  for (let row = y; row < y + down; row++) {
    for (let column = x; column < x + right; column++) rowAt(row)[column] = (rowAt(row)[column] ?? 0) + 1
  }
}
