import { tableOf } from '../../formats/catalogue.ts'
import type { Format } from '../../formats/schema.ts'
import type { SpanEdit } from '../../text/span.ts'
import { layoutNamed } from '../layouts/index.ts'
import type { Report, Table } from '../report.ts'
import { type Carried, carryOver } from './carry.ts'
import { changeRows } from './change-rows.ts'
import { keptNote } from './kept.ts'
import { type Obstacle, replaceTable } from './replace-table.ts'

/** A table brought to another edition: the edits and what they do with its figures, or why there are none. */
export interface Brought extends Omit<Carried, 'figureAt'> {
  readonly table: Table
  readonly format: Format
  /** What is written anew: the old rows alone, or the table. */
  readonly scope: 'rows' | 'table'
  /** Against the report's text, in its order; none where there is an obstacle. */
  readonly edits: readonly SpanEdit[]
  readonly obstacle?: Obstacle
}

/**
 * Writes the tables of a report that follow another edition in the form of this one, in the layout and manner of the text
 * around them. Every figure goes to the cell that means the same or is kept in a note below its table; cells that nothing
 * of the old table tells are left blank. What is in the edition already stays untouched, as does all other text.
 */
export function bringToEdition(report: Report, format: Format): Brought[] {
  let end = 0
  return report.tables.flatMap((table): Brought[] => {
    const brought = bringTable(report, table, format)
    if (brought === undefined) return []
    // Tables within one another cannot both be written.
    if (brought.edits.some(({ span }) => span.start < end)) return [refused(brought, { kind: 'extent' })]
    end = brought.edits.at(-1)?.span.end ?? end
    return [brought]
  })
}

/** The same for one table; undefined where it is in that edition. */
export function bringTable(report: Report, table: Table, format: Format): Brought | undefined {
  const target = tableOf(format, table.id)
  if (target === undefined) return undefined
  const { figureAt, ...carried } = carryOver(table, target, layoutNamed(table.layout).keepsBlanks)
  if (carried.old.length === 0) return undefined
  const note = keptNote(format, carried.kept)
  const rows = changeRows(report, table, target, carried.old, figureAt, note)
  if (rows !== undefined) {
    const isWritten = ({ address }: { address: string }) =>
      rows.written.some((row) => address.startsWith(`${table.id}/${row}/`))
    const [open, presumed] = [carried.open.filter(isWritten), carried.presumed.filter(isWritten)]
    return { table, format, scope: 'rows', ...carried, open, presumed, edits: rows.edits }
  }
  const { edits, obstacle } = replaceTable(report, table, target, figureAt, note)
  const brought: Brought = { table, format, scope: 'table', ...carried, edits }
  return obstacle === undefined ? brought : refused(brought, obstacle)
}

const refused = (brought: Brought, obstacle: Obstacle): Brought => ({
  ...brought,
  moved: [],
  kept: [],
  open: [],
  presumed: [],
  edits: [],
  obstacle,
})
