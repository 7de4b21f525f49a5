import type { Format } from '../../server/src/formats/schema.ts'

/** Figures of a report by address, `table/row/column`; null is a blank. */
export type Figures = Map<string, number | null>

/** A source of whole numbers from 0 to `most`. */
export type Draw = (most: number) => number

/** The same numbers for the same seed: a linear congruential generator is random enough for figures. */
export function drawFrom(seed: number): Draw {
  let state = (seed * 2654435761) >>> 0
  return (most) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 0x1_0000_0000) * (most + 1))
  }
}

/** Figures with which every sum of the format holds. `scale` is the most that a single part is. */
export function soundFigures(format: Format, draw: Draw, scale = 9): Figures {
  const figures: Figures = new Map()
  for (const table of format.tables) {
    for (const block of table.blocks) {
      const sums = format.identities.filter((identity) => identity.table === table.id)
      const total = sums.find(
        ({ rule, holder }) => rule === 'row-total' && block.columns.some(({ id }) => id === holder),
      )
      const down = sums.find(({ rule }) => rule === 'column-total')
      const balance = sums.find(({ rule }) => rule === 'balance')
      const rows = block.rows.map(({ id }) => id)
      const set = (row: string, column: string, value: number) => figures.set(`${table.id}/${row}/${column}`, value)
      const get = (row: string, column: string) => figures.get(`${table.id}/${row}/${column}`) ?? 0
      const members = (ids: readonly string[]) =>
        rows.filter((row) => ids.some((id) => row === id || row.startsWith(`${id}.`)))
      for (const column of block.columns) {
        if (total?.holder === column.id) continue
        for (const row of rows) set(row, column.id, draw(4) > 2 ? draw(scale) : 0)
        if (down !== undefined)
          set(
            down.holder,
            column.id,
            members(down.left).reduce((sum, row) => sum + get(row, column.id), 0),
          )
        if (balance !== undefined) {
          // What came in is what was dealt with and carried forward; as much of it as there is may be from last year.
          const [first = '', second = ''] = balance.left
          const all = members(balance.right).reduce((sum, row) => sum + get(row, column.id), 0)
          const brought = Math.min(all, get(second, column.id))
          set(second, column.id, brought)
          set(first, column.id, all - brought)
        }
      }
      if (total === undefined) continue
      for (const row of rows)
        set(
          row,
          total.holder,
          total.left.reduce((sum, column) => sum + get(row, column), 0),
        )
    }
  }
  keepBounds(format, figures)
  // The reports are a county's, which makes no rules.
  const rules = format.content.ruleMaking
  for (const column of rules?.columns ?? []) figures.set(`${rules?.table}/${rules?.row}/${column}`, 0)
  return figures
}

/** Stocks hold what was added to them, and changes may be negative but take no more than there was. */
function keepBounds(format: Format, figures: Figures): void {
  for (const table of format.tables) {
    for (const { columns, rows } of table.blocks) {
      if (format.identities.some((identity) => identity.table === table.id)) continue
      for (const { id: row } of rows) {
        let before = 0
        columns.forEach(({ id, kind }, index) => {
          const address = `${table.id}/${row}/${id}`
          const drawn = figures.get(address) ?? 0
          const isStock = index === columns.length - 1 && columns.every((column) => column.kind === 'count')
          const change = drawn % 2 === 0 ? drawn : -Math.min(drawn, before)
          // A county collects no more in fees, whatever it counts.
          const quarters = (drawn % 10_000) + (drawn % 4) / 4
          figures.set(
            address,
            kind === 'change' ? change || 0 : kind === 'amount' ? quarters : isStock ? drawn + before : drawn,
          )
          before += drawn
        })
      }
    }
  }
}
