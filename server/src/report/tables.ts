import type { Catalogue } from '../formats/catalogue.ts'
import { type Format, rowIds } from '../formats/schema.ts'
import { onDemand } from '../text/on-demand.ts'
import { type BoundTable, bindTable } from './bind.ts'
import { sourcesByOrder } from './by-order.ts'
import { layoutNamed, layoutOf } from './layouts/index.ts'
import type { Layout } from './layouts/layout.ts'
import { withMisspeltRows } from './misspelt-rows.ts'
import { type RepeatedRow, type Section, type Table, UNSEPARATED } from './report.ts'
import type { Match } from './scan.ts'
import { lineSources, type Region, type RowSource, regionOf, rowSources } from './sources.ts'
import { standsFor, type TableForms, tableForms } from './table-forms.ts'
import { writtenLabels } from './written-labels.ts'

/**
 * Reads the tables of all editions in `catalogue`. `plain` is the text without its HTML, at the same offsets; `cells` are
 * the labels found in the text up to `end`; `fallback` is the edition that decides what a table itself leaves open.
 */
export function readTables(
  { text, plain }: { readonly text: string; readonly plain: string },
  cells: readonly Match[],
  sections: readonly Section[],
  end: number,
  catalogue: Catalogue,
  fallback: Format,
): Table[] {
  const tables: Table[] = []
  for (const table of tableForms(catalogue)) {
    const read = readTable({ text, plain }, cells, sections, end, table, fallback)
    const found = isTold(read) ? read : (readByOrder(plain, sections, table, fallback, read) ?? read)
    if (found !== undefined) tables.push(withLabels(plain, found, table))
  }
  return tables.sort((a, b) => a.span.start - b.span.start)
}

type Read = Omit<Table, 'labels'>

function withLabels(plain: string, read: Read, forms: TableForms): Table {
  const labels = onDemand(() => writtenLabels(plain, read, forms))
  return {
    ...read,
    get labels() {
      return labels()
    },
  }
}

/** The table where its labels stand together. */
function readTable(
  { text, plain }: { readonly text: string; readonly plain: string },
  cells: readonly Match[],
  sections: readonly Section[],
  end: number,
  table: TableForms,
  fallback: Format,
): Read | undefined {
  const region = regionOf(plain, table.id, cells, sections, end)
  const first = region?.matches[0]
  if (region === undefined || first === undefined) return undefined
  const { sources, again } = table.across
    ? { sources: lineSources(region, table), again: [] }
    : downSources(plain, region, table)
  const last = sources.at(-1)
  if (last === undefined) return undefined
  const isHtml = plain !== text && /<t[dh][\s>]/i.test(text.slice(first.start, last.to))
  const layout = isHtml ? layoutNamed('html') : layoutOf(plain, table.across ? [last] : sources, region.matches)
  const bound = bindTable({ text: plain, source: text, table, fallback, layout, start: first.start, sources, again })
  return { ...bound, again: withFigures(plain, bound, layout, again) }
}

function downSources(plain: string, region: Region, table: TableForms): ReturnType<typeof rowSources> {
  const { sources, again } = rowSources(plain, region, table)
  return { sources: withMisspeltRows(plain, sources, table, region), again }
}

/**
 * Rows that come again with a figure for each column. Where nothing sets cells apart, or the first one was not read, a
 * label may be a part of something else.
 */
function withFigures(plain: string, { rows }: BoundTable, layout: Layout, again: readonly RowSource[]): RepeatedRow[] {
  if (UNSEPARATED.has(layout.name)) return []
  return again.flatMap(({ row, label, from, to }) => {
    const first = rows.find(({ id }) => id === row)
    const figures = layout.slots(plain, from, to).filter(({ figure }) => figure.state === 'number')
    return first?.unaligned || figures.length !== first?.columns.length ? [] : [{ id: row, label }]
  })
}

/**
 * Whether all of a table was read, so that nothing more is to be learnt. Where the layout tells rows apart, most of it is
 * enough: only labels that wrap within their cells, with figures between their pieces, hide more.
 */
function isTold(read: Read | undefined): boolean {
  if (read === undefined) return false
  if (read.layout === 'html' || read.layout === 'glued' || read.rows.some(({ reordered }) => reordered)) return true
  const ids = rowIds(read.format)
  const hasRow = (id: string) => read.rows.some((row) => standsFor(row.id, id))
  const unaligned = read.rows.filter((row) => row.unaligned).length
  return unaligned <= (tellsRows(read) ? read.rows.length / 4 : 0) && ids.every(hasRow)
}

const tellsRows = ({ layout }: Read): boolean => layout !== 'spaces' && layout !== 'lines'

/** The table in its section where labels did not tell all of it. */
function readByOrder(
  plain: string,
  sections: readonly Section[],
  table: TableForms,
  fallback: Format,
  read: Read | undefined,
): Read | undefined {
  const place = table.editions.at(-1)?.table.section
  const section = sections.find(({ id }) => id === place)
  if (section === undefined) return undefined
  const labels = new Map(read?.rows.map(({ id, label }) => [id, label]))
  // Labels that wrap within their cells have bars between their pieces.
  const text = plain.replaceAll('|', ' ')
  const sources = sourcesByOrder(text, { start: section.title.end, end: section.span.end }, table, labels)
  const first = sources?.[0]
  if (sources === undefined || first === undefined) return undefined
  const start = Math.min(read?.span.start ?? first.from, first.from)
  const layout = layoutNamed('spaces')
  const bound = bindTable({ text, source: plain, table, fallback, layout, start, sources, again: [] })
  return { ...bound, layout: read !== undefined && tellsRows(read) ? read.layout : layout.name, again: [] }
}
