import { newest, tableOf } from '../../formats/catalogue.ts'
import { carryOver } from '../../report/edition/carry.ts'
import { endOf } from '../../report/edition/replace-table.ts'
import { strayIn } from '../../report/edition/strays.ts'
import { formGrid } from '../../report/layouts/form.ts'
import { layoutNamed } from '../../report/layouts/index.ts'
import type { Grid } from '../../report/layouts/layout.ts'
import type { Report, Table } from '../../report/report.ts'
import type { Wording } from '../../rules/rule.ts'
import type { Span } from '../../text/span.ts'

export interface WrittenTable {
  /** What of the text it takes the place of; nothing where it stays as it is. */
  readonly extent?: Span
  readonly grid?: Grid
  /** Why it stays. */
  readonly remark?: Wording
}

/** A table of a report in the official form, if all of it was read for certain and has a place there. */
export function writtenTable(report: Report, table: Table): WrittenTable {
  const { text } = report
  const extent = layoutNamed(table.layout).extent(text, { start: table.span.start, end: endOf(text, table) })
  const args = { table: table.format.title }
  if (extent === undefined) return { remark: { key: 'word/as-is.extent', args } }
  const { grid, unread, stray } = officialGrid(report, table, extent)
  if (unread.length > 0) {
    const rows = unread.map((row) => `“${row}”`).join('、')
    return { remark: { key: 'word/as-is.unread', args: { ...args, rows } } }
  }
  if (stray !== undefined) return { remark: { key: 'word/as-is.stray', args: { ...args, text: stray } } }
  return { extent, grid }
}

interface OfficialGrid {
  readonly grid: Grid
  /** The labels of rows that could not be read. */
  readonly unread: readonly string[]
  /** Something in the table that the form does not have. */
  readonly stray: string | undefined
}

/** A table in the official form of the edition that it is written in; a mixed one in that of the report's year. */
function officialGrid(report: Report, table: Table, extent: Span): OfficialGrid {
  const { editions, facts } = report
  const own = editions.formats.find(({ id }) => id === table.edition)
  const target = tableOf(own ?? facts.format ?? newest(editions), table.id) ?? table.format
  const { figureAt, kept } = carryOver(table, target, true)
  return {
    grid: formGrid(target, figureAt),
    unread: table.rows.filter(({ unaligned }) => unaligned).map(({ format }) => format.label),
    // Of two editions one may have no place for a figure of the other.
    stray: strayIn(report, table, extent) ?? kept[0]?.figure,
  }
}
