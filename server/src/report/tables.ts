import { type Catalogue, newest } from '../formats/catalogue.ts'
import type { Format } from '../formats/schema.ts'
import { bindTable } from './bind.ts'
import { layoutNamed, layoutOf } from './layouts/index.ts'
import type { Section, Table } from './report.ts'
import type { Match } from './scan.ts'
import { lineSources, regionOf, rowSources } from './sources.ts'
import { tableForms } from './table-forms.ts'

/**
 * Reads the tables of all editions. `plain` is the text without its HTML, at the same offsets; `cells` are the labels found in the text up to `end`, `format` the edition that the
 * report's year calls for, which decides what the table itself leaves open.
 */
export function readTables(
  { text, plain }: { readonly text: string; readonly plain: string },
  cells: readonly Match[],
  sections: readonly Section[],
  end: number,
  catalogue: Catalogue,
  format: Format | null,
): Table[] {
  const fallback = format ?? newest(catalogue)
  const tables: Table[] = []
  for (const table of tableForms(catalogue)) {
    const region = regionOf(plain, table.id, cells, sections, end)
    const first = region?.matches[0]
    if (region === undefined || first === undefined) continue
    const sources = table.across ? lineSources(region, table) : rowSources(plain, region, table)
    const last = sources.at(-1)
    if (last === undefined) continue
    const isHtml = plain !== text && /<t[dh][\s>]/i.test(text.slice(first.start, last.to))
    const layout = isHtml ? layoutNamed('html') : layoutOf(plain, table.across ? [last] : sources, region.matches)
    tables.push(bindTable({ text: plain, source: text, table, fallback, layout, start: first.start, sources }))
  }
  return tables.sort((a, b) => a.span.start - b.span.start)
}
