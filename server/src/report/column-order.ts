import type { ColumnFormat } from '../formats/schema.ts'
import { fold } from '../text/fold.ts'
import type { RowSource } from './sources.ts'

/**
 * How the heads above a row stand: as the form prints them, in another order, or with the total's before all others. That
 * may be either: where it is merged with the rows of heads above its own, it is written before the others, over the last
 * column. The figures have to tell.
 */
export type HeadOrder = 'form' | 'other' | 'totalBefore'

/**
 * The order of the heads above each row; rows below one another share heads. `start` is where the table begins;
 * `columnsOf` tells the columns of the row at an index.
 */
export function headOrders(
  text: string,
  start: number,
  sources: readonly RowSource[],
  columnsOf: (index: number) => readonly ColumnFormat[],
): HeadOrder[] {
  let order: HeadOrder = 'form'
  return sources.map(({ heads, label }, index) => {
    const [head] = heads
    if (head !== undefined) {
      const from = lineStart(text, index === 0 ? Math.min(start, head.start) : head.start)
      order = orderOf(text.slice(from, label.start), columnsOf(index))
    }
    return order
  })
}

const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1

/** By the heads that stand whole between blanks or bars. */
function orderOf(heads: string, columns: readonly ColumnFormat[]): HeadOrder {
  const places = new Map<string, number>()
  for (const { index, 0: word } of heads.matchAll(/[^\s|│┃]+/g)) {
    const folded = fold(word)
    if (!places.has(folded)) places.set(folded, index)
  }
  const placed = columns.flatMap(({ label, accepted = [], under, total }) => {
    const place = [label, ...accepted].map((words) => places.get(fold(words))).find((at) => at !== undefined)
    return place === undefined ? [] : [{ place, level: under.length, total }]
  })
  const parts = placed.filter(({ total }) => !total)
  // A head at a lower level is written after one that stands above it, even if that is the head of a later column.
  const isOther = parts.some((one, at) =>
    parts.slice(at + 1).some((next) => one.level <= next.level && next.place < one.place),
  )
  if (isOther) return 'other'
  const total = placed.find((one) => one.total)
  return total !== undefined && parts.length > 0 && parts.every(({ place }) => total.place < place)
    ? 'totalBefore'
    : 'form'
}
