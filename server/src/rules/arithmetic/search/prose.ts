import type { Report } from '../../../report/report.ts'
import { type Amount, add, compare, subtract } from '../../../text/amount.ts'

/** Whether the prose says that a cell holds a figure; false where it says nothing of the cell. `key` is `row/column`. */
export type Prose = (table: string, key: string, figure: Amount) => boolean

/** What the sentences of a report say of single cells. */
export function proseOf({ claims }: Report): Prose {
  const said = new Map<string, { least: Amount; most: Amount }[]>()
  for (const { measure, figure, certain } of claims.counts) {
    const [address, ...more] = measure.sums[0] ?? []
    if (address === undefined || more.length > 0 || measure.worth !== 1 || !certain) continue
    const least = subtract(figure.value, figure.below)
    const most = add(figure.value, figure.above)
    said.set(address, [...(said.get(address) ?? []), { least, most }])
  }
  return (table, key, figure) =>
    (said.get(`${table}/${key}`) ?? []).some(
      ({ least, most }) => compare(figure, least) >= 0 && compare(figure, most) <= 0,
    )
}
