import type { BlockFormat, Format, Identity } from '../formats/schema.ts'

/** An identity of the format for one row or column of a table: the sum of `left` is the sum of `right`. */
export interface Equation {
  readonly identity: Identity
  /** The row (or column) that it runs along. */
  readonly along: string
  /** Cell keys, `row/column`. */
  readonly left: readonly string[]
  readonly right: readonly string[]
  /** The cell that a failure is shown on. */
  readonly holder: string
  /** Figures that are in no row of the form stand among those of the left side, and may add to it. */
  readonly openLeft?: true
}

/** The equations, given the rows that such figures follow: what they are is unknown, but a total counts them in. */
export const openedBy = (equations: readonly Equation[], rows: ReadonlySet<string>): readonly Equation[] =>
  rows.size === 0
    ? equations
    : equations.map((equation) => {
        const isSumDown = equation.identity.each === 'column' && equation.right.length === 1
        const isAmong = isSumDown && equation.left.some((key) => rows.has(key.slice(0, key.indexOf('/'))))
        return isAmong ? { ...equation, openLeft: true } : equation
      })

/**
 * The equations of a table, over the rows that it has: where the format says `other`, the row `other` or else the rows
 * `other.…` are meant, so that a table that mixes editions is summed as it stands.
 * `rows` are the ids of the rows there are or ought to be, `columnsOf` their columns.
 */
export function equationsOf(
  format: Pick<Format, 'identities'>,
  table: string,
  rows: readonly string[],
  columnsOf: (row: string) => BlockFormat['columns'],
): Equation[] {
  return format.identities
    .filter((identity) => identity.table === table)
    .flatMap((identity) =>
      identity.each === 'row' ? alongRows(identity, rows, columnsOf) : alongColumns(identity, rows, columnsOf),
    )
}

function alongRows(identity: Identity, rows: readonly string[], columnsOf: (row: string) => BlockFormat['columns']) {
  return rows.flatMap((row): Equation[] => {
    const columns = new Set(columnsOf(row).map(({ id }) => id))
    if (![...identity.left, ...identity.right].every((id) => columns.has(id))) return []
    const key = (column: string) => `${row}/${column}`
    return [
      {
        identity,
        along: row,
        left: identity.left.map(key),
        right: identity.right.map(key),
        holder: key(identity.holder),
      },
    ]
  })
}

function alongColumns(identity: Identity, rows: readonly string[], columnsOf: (row: string) => BlockFormat['columns']) {
  const members = (ids: readonly string[]) =>
    ids.flatMap((id) => rows.filter((row) => row === id || row.startsWith(`${id}.`)))
  const left = members(identity.left)
  const right = members(identity.right)
  if (!rows.includes(identity.holder) || left.length === 0 || right.length === 0) return []
  return columnsOf(identity.holder).map(({ id: column }): Equation => {
    const key = (row: string) => `${row}/${column}`
    return { identity, along: column, left: left.map(key), right: right.map(key), holder: key(identity.holder) }
  })
}
