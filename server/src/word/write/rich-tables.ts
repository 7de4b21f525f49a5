import { escaped } from '../../report/layouts/html.ts'
import { layoutNamed } from '../../report/layouts/index.ts'
import { spanAttributes } from '../../report/layouts/merged.ts'
import { readReport } from '../../report/read.ts'
import type { Wording } from '../../rules/rule.ts'
import type { RichTable } from '../protocol.ts'
import { writtenTable } from './official.ts'
import { type PrintedCell, printed } from './print.ts'
import { FONTS, figureSize, SIZES, TEXT_WIDTH } from './style.ts'

export interface RichTables {
  readonly tables: readonly RichTable[]
  /** What could not be read for certain and is not among them. */
  readonly remarks: readonly Wording[]
}

/** The tables of a report in the official form, for pasting into a word processor. */
export function richTables(text: string): RichTables {
  const report = readReport(text)
  const written = report.tables.map((table) => ({ table, ...writtenTable(report, table) }))
  return {
    tables: written.flatMap(({ table, grid }) => {
      if (grid === undefined) return []
      const format = report.editions.formats.find(({ id }) => id === table.edition) ?? report.facts.format
      const section = format?.sections.find(({ id }) => id === table.format.section)
      const { widths, rows } = printed(grid)
      const title = section?.title ?? table.format.title
      return { title, html: tableTag(widths, rows), plain: layoutNamed('tabs').write(grid, '\n') }
    }),
    remarks: written.flatMap(({ remark }) => remark ?? []),
  }
}

/** Word takes widths from the cells, and borders, type and alignment from nothing but the tags themselves. */
function tableTag(widths: readonly number[], rows: readonly (readonly PrintedCell[])[]): string {
  const columns = widths.map((width) => Math.floor(width * TEXT_WIDTH))
  const all = columns.reduce((sum, width) => sum + width, 0)
  const cells = rows.map((row) => `<tr>${row.map((cell) => cellTag(cell, columns)).join('')}</tr>\n`)
  return `<table border="1" cellspacing="0" cellpadding="0" style="border-collapse:collapse;border:0.5pt solid #000000;width:${points(all)};table-layout:fixed">\n${cells.join('')}</table>\n`
}

function cellTag(cell: PrintedCell, widths: readonly number[]): string {
  const { text, align, column, columns, isFigure } = cell
  const width = widths.slice(column, column + columns).reduce((sum, one) => sum + one, 0)
  const size = (isFigure ? figureSize(text, width) : SIZES.table) / 2
  const style = [
    `width:${points(width)}`,
    'border:0.5pt solid #000000',
    'padding:0 2pt',
    'vertical-align:middle',
    `text-align:${align}`,
    `font-family:'${isFigure ? FONTS.latin : FONTS.text}'`,
    `font-size:${size}pt`,
  ].join(';')
  return `<td${spanAttributes(cell)} align="${align}" style="${style}">${escaped(text)}</td>`
}

const points = (twips: number): string => `${twips / 20}pt`
