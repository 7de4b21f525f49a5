import type { BlockFormat, Format, YearIdentity } from '../../server/src/formats/schema.ts'
import type { Figures } from './figures.ts'

/**
 * Figures of the year after: sound ones, changed so that they follow from last year's by every identity between years that
 * the format has, and are sound still. By ids, so that last year's may be of another edition.
 */
export function nextYear(format: Format, last: Figures, figures: Figures): Figures {
  const next: Figures = new Map(figures)
  const { identities, steady } = format.history
  for (const table of format.tables) {
    for (const block of table.blocks) {
      const of = { block, at: (row: string, column: string) => `${table.id}/${row}/${column}` }
      if (steady.includes(table.id)) keepSteady(of, last, next)
      for (const identity of identities.filter((one) => one.table === table.id)) {
        if (identity.each === 'row') followStock(of, identity, last, next)
        else followCarried(of, format, identity, last, next)
      }
    }
  }
  return next
}

interface Block {
  readonly block: BlockFormat
  readonly at: (row: string, column: string) => string
}

/** As many as last year; what is added to them takes nothing away. */
function keepSteady({ block: { rows, columns }, at }: Block, last: Figures, next: Figures): void {
  for (const { id: row } of rows) {
    for (const { id, kind } of columns) {
      const address = at(row, id)
      const figure = kind === 'change' ? Math.abs(next.get(address) ?? 0) : (last.get(address) ?? next.get(address))
      next.set(address, figure ?? null)
    }
  }
}

/** What was there and was added is there still, or was taken away. */
function followStock({ block, at }: Block, identity: YearIdentity, last: Figures, next: Figures): void {
  const columns = new Set(block.columns.map(({ id }) => id))
  if (![...identity.left, ...identity.right].every((id) => columns.has(id))) return
  for (const { id: row } of block.rows) {
    const before = identity.last.flatMap((column) => last.get(at(row, column)) ?? [])
    if (before.length < identity.last.length) continue
    const added = identity.right.map((column) => next.get(at(row, column)) ?? 0)
    let left = total([...before, ...added])
    for (const column of identity.left.filter((one) => one !== identity.holder)) {
      const taken = Math.min(left, next.get(at(row, column)) ?? 0)
      next.set(at(row, column), taken)
      left -= taken
    }
    next.set(at(row, identity.holder), left)
  }
}

/** What was carried forward comes back, in place of some that came in anew; where those are too few, more is left over. */
function followCarried(
  { block, at }: Block,
  format: Format,
  identity: YearIdentity,
  last: Figures,
  next: Figures,
): void {
  const balance = format.identities.find(({ table, rule }) => table === identity.table && rule === 'balance')
  const [received = '', brought = ''] = balance?.left ?? []
  const [handled = '', forward = ''] = balance?.right ?? []
  const parts = block.columns.filter((column) => !column.total).map(({ id }) => id)
  const get = (row: string, column: string) => next.get(at(row, column)) ?? 0
  for (const column of parts) {
    const taken = last.get(at(identity.last[0] ?? '', column)) ?? 0
    const out = get(handled, column) + get(forward, column)
    next.set(at(brought, column), taken)
    next.set(at(received, column), Math.max(0, out - taken))
    next.set(at(forward, column), get(forward, column) + Math.max(0, taken - out))
  }
  for (const { id: column } of block.columns.filter((one) => one.total)) {
    for (const row of [received, brought, forward])
      next.set(at(row, column), total(parts.map((part) => get(row, part))))
  }
}

const total = (figures: readonly number[]): number => figures.reduce((sum, figure) => sum + figure, 0)
