import type { Brought } from '../report/edition/bring.ts'
import type { Place } from '../report/edition/carry.ts'
import type { Obstacle } from '../report/edition/replace-table.ts'
import type { Wording } from '../rules/rule.ts'

/** What became of a table, in a sentence. */
export function outcomeOf({ table, format, moved, kept, open, presumed, obstacle }: Outcome): Wording {
  const name = table.format.title
  if (obstacle !== undefined) return obstacleOf(name, obstacle)
  const counts = { moved: moved.length, kept: kept.length, open: open.length, presumed: presumed.length }
  return { key: 'edition/changed', args: { table: name, edition: format.id, ...counts } }
}

export type Outcome = Pick<Brought, 'table' | 'format' | 'moved' | 'kept' | 'open' | 'presumed' | 'obstacle'>

function obstacleOf(table: string, obstacle: Obstacle): Wording {
  switch (obstacle.kind) {
    case 'unaligned':
      return { key: 'edition/unaligned', args: { table, rows: obstacle.rows.map((row) => `“${row}”`).join('、') } }
    case 'stray':
      return { key: 'edition/stray', args: { table, text: obstacle.text } }
    case 'extent':
      return { key: 'edition/extent', args: { table } }
  }
}

/** What moved where, what is kept in the note, and what a person has to do: a line for each figure and cell. */
export function detailsOf({ moved, kept, open, presumed }: Outcome): Wording[] {
  return [
    ...moved.map(
      ({ from, to, figure }): Wording => ({
        key: 'edition/moved',
        args: { fromRow: from.row, fromColumn: from.column, ...names(to), figure },
      }),
    ),
    ...kept.map(({ from, figure }): Wording => ({ key: 'edition/kept', args: { ...names(from), figure } })),
    ...open.map((place): Wording => ({ key: 'edition/open', args: names(place) })),
    ...presumed.map((place): Wording => ({ key: 'edition/presumed', args: names(place) })),
  ]
}

const names = ({ row, column }: Place) => ({ row, column })
