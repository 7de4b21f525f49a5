import { tableOf } from '../../formats/catalogue.ts'
import { type Format, rowOf, type TableFormat } from '../../formats/schema.ts'
import type { Report, Row, Table } from '../../report/report.ts'

/** A table of the report with the form that its year calls for, and what of it is of another edition. */
export interface Outdated {
  readonly table: Table
  readonly current: TableFormat
  /** Rows that the current form does not have. */
  readonly rows: readonly Row[]
  /** Most rows have columns that the current form does not have: the table as a whole is the former one. */
  readonly whole: boolean
}

/** The tables with parts of a former edition. A report without an edition is not held against one. */
export const outdatedTables = (report: Report): Outdated[] =>
  foreignTables(report, (edition, current) => edition.years.from < current.years.from)

/** The tables with parts of a later edition than the report's year calls for. */
export const prematureTables = (report: Report): Outdated[] =>
  foreignTables(report, (edition, current) => edition.years.from > current.years.from)

function foreignTables(
  { tables, facts: { format } }: Report,
  isForeign: (edition: Format, current: Format) => boolean,
): Outdated[] {
  if (format === null) return []
  return tables.flatMap((table): Outdated[] => {
    const current = tableOf(format, table.id)
    if (current === undefined) return []
    const former = table.rows.filter(({ edition }) => edition !== null && isForeign(edition, format))
    const rows = former.filter(({ id }) => rowOf(current, id) === undefined)
    const whole = former.filter((row) => hasOtherColumns(row, current)).length * 2 > table.rows.length
    return whole || rows.length > 0 ? [{ table, current, rows, whole }] : []
  })
}

const hasOtherColumns = (row: Row, current: TableFormat): boolean => {
  const place = rowOf(current, row.id)
  return place === undefined || place.block.columns.some(({ id }, index) => row.columns[index]?.id !== id)
}
