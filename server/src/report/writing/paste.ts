import { sliceOf } from '../../text/span.ts'
import { newlineOf } from '../dialect.ts'
import { strayIn } from '../edition/strays.ts'
import { writeOut } from '../edition/write-out.ts'
import { layoutNamed } from '../layouts/index.ts'
import { layoutFor } from '../layouts/write.ts'
import { plainText } from '../plain.ts'
import { readReport } from '../read.ts'
import type { LayoutName, Report } from '../report.ts'
import { type HtmlTable, htmlTables } from './html-tables.ts'

/**
 * The text of copied HTML that has a table of the form, with its tables in the layout that a report's own are written in. A table
 * of which everything was read is written as its edition prints it; every other keeps its own cells. No figure is changed, left out
 * or made up. Undefined where there is no table of the form, or where the text goes into another table: then the editor pastes as
 * it always does.
 */
export function pasted(report: Report, at: number, source: string, fallback: LayoutName): string | undefined {
  if (source.length > LONGEST_HTML || !/<table/i.test(source)) return undefined
  const html = fragmentOf(source)
  if (report.tables.some(({ span }) => span.start < at && at < span.end)) return undefined
  const tables = htmlTables(html)
  if (!tables.some(({ span }) => readReport(sliceOf(html, span)).tables.length > 0)) return undefined
  const layout = layoutNamed(layoutFor(report, (name) => layoutNamed(name).keepsBlanks, fallback))
  const newline = newlineOf(report.text)
  const parts: string[] = []
  let end = 0
  for (const table of tables) {
    parts.push(...paragraphsIn(html.slice(end, table.span.start)))
    parts.push(officialTable(html, table, layout.name, newline) ?? layout.write(table.grid, newline))
    end = table.span.end
  }
  parts.push(...paragraphsIn(html.slice(end)))
  return parts.map((part) => part.replace(/(?:\r\n|\r|\n)+$/, '')).join(newline + newline)
}

/** What was copied, without the page around it that programs put on the clipboard. */
function fragmentOf(html: string): string {
  const start = html.indexOf('<!--StartFragment-->')
  const end = html.lastIndexOf('<!--EndFragment-->')
  return start === -1 || end < start ? html : html.slice(start, end)
}

/** More than that is no page. */
const LONGEST_HTML = 5_000_000

/** The lines of what stands between tables. */
const paragraphsIn = (html: string): string[] =>
  plainText(`<p>${html}`)
    .split(/[\r\n]+/)
    .map((line) => line.replace(/[\s\u00a0]+/g, ' ').trim())
    .filter((line) => line !== '')

/** Undefined unless the table is one of the form, most of its rows are there, and nothing else is. */
function officialTable(html: string, { span }: HtmlTable, layout: LayoutName, newline: string): string | undefined {
  const read = readReport(sliceOf(html, span))
  const [table] = read.tables
  if (table === undefined || read.tables.length > 1 || table.edition === 'mixed') return undefined
  const isWhole = table.rows.length >= table.format.blocks.flatMap(({ rows }) => rows).length * MOST_ROWS
  if (!isWhole || table.again.length > 0 || table.rows.some(({ surplus }) => surplus.length > 0)) return undefined
  const [written] = writeOut(read, layout, undefined)
  if (written === undefined || written.unread.length > 0 || written.note !== undefined) return undefined
  if (strayIn(read, table, { start: 0, end: read.text.length }) !== undefined) return undefined
  return written.text.replaceAll('\n', newline)
}

const MOST_ROWS = 0.8
