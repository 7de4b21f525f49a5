import { newest, tableOf } from '../../formats/catalogue.ts'
import type { Format, TableFormat } from '../../formats/schema.ts'
import { layoutNamed } from '../layouts/index.ts'
import { writeTable } from '../layouts/write.ts'
import type { LayoutName, Report, Table } from '../report.ts'
import { type Carried, carryOver } from './carry.ts'
import { keptNote } from './kept.ts'
import { endOf } from './replace-table.ts'
import { strayIn } from './strays.ts'

/** A table of a report, written out again. */
export interface WrittenTable extends Omit<Carried, 'figureAt'> {
  readonly table: Table
  readonly format: Format
  /** The official title of its section. */
  readonly title: string
  readonly text: string
  /** Figures that have no place in this edition. */
  readonly note: string | undefined
  /** The labels of rows that could not be read, and are blank here. */
  readonly unread: readonly string[]
  /** Something in the table that the form does not have, and that is not here. */
  readonly stray: string | undefined
}

/**
 * Writes the tables of a report in the official form of an edition; by default, in the one that each is written in. A table
 * of two editions takes that of the report's year. So does no table with a row that could not be read: it keeps its own.
 */
export const writeOut = (report: Report, layout: LayoutName, edition: Format | undefined): WrittenTable[] =>
  report.tables.map((table) => {
    const unread = table.rows.filter(({ unaligned }) => unaligned).map(({ format }) => format.label)
    const own = report.editions.formats.find(({ id }) => id === table.edition)
    const wanted = edition ?? own ?? report.facts.format ?? newest(report.editions)
    const format = unread.length > 0 ? ownOf(report, table, wanted) : wanted
    const target: TableFormat = tableOf(format, table.id) ?? table.format
    const { figureAt, ...carried } = carryOver(table, target, layoutNamed(layout).keepsBlanks)
    const extent = layoutNamed(table.layout).extent(report.text, {
      start: table.span.start,
      end: endOf(report.text, table),
    })
    return {
      ...carried,
      table,
      format,
      title: format.sections.find(({ id }) => id === target.section)?.title ?? target.title,
      text: writeTable(layout, target, figureAt, '\n'),
      note: keptNote(format, carried.kept),
      unread,
      stray: strayIn(report, table, extent ?? table.span),
    }
  })

/** The edition whose form most rows of a table have. */
const ownOf = ({ editions }: Report, { id, format }: Table, fallback: Format): Format =>
  editions.formats.find((edition) => tableOf(edition, id) === format) ?? fallback
