import { type Catalogue, newest } from '../formats/catalogue.ts'
import type { Format } from '../formats/schema.ts'
import { bindTable } from './bind.ts'
import { layoutOf } from './layouts/index.ts'
import type { Section, Table } from './report.ts'
import type { Match } from './scan.ts'
import { lineSources, regionOf, rowSources } from './sources.ts'
import { tableForms } from './table-forms.ts'

/** A table with all rows side by side has at least its heads and its figures on lines of their own. */
const LINES_ACROSS = 2

/**
 * Reads the tables of all editions. `cells` are the labels found in the text up to `end`, `format` the edition that the
 * report's year calls for, which decides what the table itself leaves open.
 */
export function readTables(
  text: string,
  cells: readonly Match[],
  sections: readonly Section[],
  end: number,
  catalogue: Catalogue,
  format: Format | null,
): Table[] {
  const fallback = format ?? newest(catalogue)
  const tables: Table[] = []
  for (const table of tableForms(catalogue)) {
    const region = regionOf(text, table.id, cells, sections, end)
    const first = region?.matches[0]
    if (region === undefined || first === undefined) continue
    const sources = table.across ? lineSources(region, table) : rowSources(text, region, table)
    const last = sources.at(-1)
    if (last === undefined) continue
    const to = table.across ? last.to : last.from
    const layout = layoutOf(text, first.start, to, table.across ? LINES_ACROSS : sources.length)
    tables.push(bindTable({ text, table, fallback, layout, start: first.start, sources }))
  }
  return tables.sort((a, b) => a.span.start - b.span.start)
}
