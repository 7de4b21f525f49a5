import type { Format } from '../../server/src/formats/schema.ts'
import type { Span } from '../../server/src/text/span.ts'
import type { Damage } from './damage/damage.ts'
import { type Draw, drawFrom, type Figures } from './figures.ts'
import { FRAMES } from './frames.ts'
import { type StyleName, styleOf } from './layouts/index.ts'
import type { Style } from './layouts/style.ts'
import {
  type Cell,
  type Held,
  isCell,
  isRow,
  type Place,
  rowsIn,
  type TableModel,
  tableModels,
  weaker,
} from './table.ts'
import { headingsOf, LEAD_IN, NOISE_ABOVE, NOISE_BELOW, ORGAN, periods, proseOf, titleOf } from './wordings.ts'
import { Writer, type Written } from './writer.ts'

/** A report written out, and what a reader can be held to in it. */
export interface WrittenReport {
  readonly text: string
  readonly style: Style
  /** By `table/row/column`. */
  readonly figures: ReadonlyMap<string, Written>
  /** By row id: the pieces of its label. */
  readonly labels: ReadonlyMap<string, readonly Span[]>
  /** By `table/row`. */
  readonly held: ReadonlyMap<string, Held>
  /** Rules that may rightly speak up, at warning or above. */
  readonly finds: ReadonlySet<string>
  readonly organ?: string
  readonly year: number
}

export interface ReportOptions {
  readonly format: Format
  readonly style: StyleName
  readonly figures: Figures
  /** Happen one after another, to each table that they can happen to. */
  readonly damages?: readonly Damage[]
  /** Draws the habits of the layout and the damage; without it the layout is at its plainest. */
  readonly seed?: number
  /** Titles, headings, dates and page noise differ as they do in real reports. */
  readonly dressed?: boolean
  readonly year?: number
  readonly organ?: string
  readonly newline?: string
}

const PLAINEST: Draw = () => 0

/** Writes a whole report of a fictional organ: title, sections with some prose, the tables where they belong. */
export function writeReport({
  format,
  figures,
  damages = [],
  newline = '\n',
  ...options
}: ReportOptions): WrittenReport {
  const { year = format.years.from, organ = ORGAN, seed } = options
  const style = styleOf(options.style)
  const frame = FRAMES[style.frame]
  const draw = seed === undefined ? PLAINEST : drawFrom(seed)
  const dress = options.dressed ? draw : PLAINEST
  const told = damages.filter((damage) => !damage.untold?.(style))
  const out = new Writer(newline)
  const title = titleOf(organ, year, format.titles[0] ?? '', dress)
  if (options.dressed && style.frame !== 'html') writeNoise(out, NOISE_ABOVE, style, draw)
  frame.open(out)
  if (options.dressed && style.frame === 'html') writeNoise(out, NOISE_ABOVE, style, draw)
  frame.title(out, title.lines)
  const period = periods(year)
  frame.prose(out, `本报告所列数据的统计期限为${period[dress(period.length - 1)]}，由县政府办公室汇总。`)
  const held = new Map<string, Held>()
  const models = tableModels(format, figures)
  for (const section of format.sections) {
    frame.heading(out, headingOf(format, section, dress), draw)
    const tables = format.tables.flatMap((table, index) => (table.section === section.id ? (models[index] ?? []) : []))
    const prose = proseOf(format, section.id, dress)
    for (const paragraph of prose) frame.prose(out, paragraph)
    if (prose.length === 0 && tables.length === 0) frame.prose(out, '没有需要另外说明的内容。')
    for (const sound of tables) {
      const leadIn = LEAD_IN[dress(LEAD_IN.length - 1)]
      if (leadIn) frame.prose(out, leadIn)
      const table = told.reduce((model, damage) => damage.apply(model, draw), sound)
      style.write(out, table.lines, draw)
      if (style.frame === 'plain' || style.frame === 'markdown') out.line()
      for (const [row, level] of heldIn(table, style, table.lines !== sound.lines))
        held.set(`${table.id}/${row}`, level)
    }
  }
  frame.close(out)
  if (options.dressed) writeNoise(out, NOISE_BELOW, style, draw)
  return {
    text: out.text,
    style,
    figures: out.figures,
    labels: out.labels,
    held,
    finds: new Set([
      ...told.flatMap(({ finds = [] }) => finds),
      ...(style.layouts.length === 0 ? ['table/missing'] : []),
    ]),
    ...(title.organ !== undefined && { organ: title.organ }),
    year,
  }
}

function headingOf(format: Format, section: Format['sections'][number], dress: Draw): string {
  const lists = headingsOf(format, section) ?? [[section.title]]
  const list = lists[dress(lists.length - 1)] ?? [section.title]
  return list[dress(list.length - 1)] ?? section.title
}

function writeNoise(out: Writer, noise: readonly string[], style: Style, draw: Draw): void {
  for (const line of noise) {
    if (draw(1) === 0) continue
    out.line(style.frame === 'html' || style.frame === 'htmlPage' ? `<p>${line}</p>` : line)
  }
}

/** What damage leaves to hold a reader to, less what the layout itself does not tell. */
function heldIn(table: TableModel, style: Style, isDamaged: boolean): Map<string, Held> {
  const result = new Map<string, Held>()
  for (const line of table.lines) {
    const cells = isRow(line) ? line.filter(isCell).filter(({ address }) => address !== undefined) : []
    for (const row of rowsIn(line)) {
      const known = weaker(
        table.held.get(row) ?? 'exact',
        byLayout(cells, isRow(line) ? line[0] : undefined, style, isDamaged),
      )
      const beside = style.tellsRows ? 'exact' : (table.beside.get(row) ?? 'exact')
      result.set(row, weaker(weaker(known, beside), result.get(row) ?? 'exact'))
    }
  }
  return result
}

/** Figures without separators are sure where there is but one, or all have one digit. */
function byLayout(figures: readonly Cell[], first: Place | undefined, style: Style, isDamaged: boolean): Held {
  if (!style.keepsBlanks && figures.some(({ text }) => text === '')) return 'said'
  if (style.layouts.length === 0) return 'neverWrong'
  // A blank at the beginning of a line with bars looks like a bar that opens the line.
  if (style.layouts.includes('bars') && figures[0]?.text === '' && first === figures[0]) return 'said'
  // Where lines of a page cross one another, damage of one row may touch the rows around it.
  if (isDamaged && (!style.separates || (!style.tellsRows && style.layouts[0] === 'spaces'))) return 'said'
  if (style.separates || figures.length === 1) return 'exact'
  return figures.every(({ text }) => /^\d$/.test(text)) ? 'exact' : 'said'
}
