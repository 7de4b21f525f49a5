import type { TableFormat } from '../../formats/schema.ts'
import { DROPPED, fold, foldUnit } from '../../text/fold.ts'
import { type Span, type SpanEdit, sliceOf } from '../../text/span.ts'
import { withoutNumbering } from '../labels.ts'
import { reachesDownTo, resizeCell } from '../layouts/html-spans.ts'
import type { Row, Table } from '../report.ts'

/** What changes of single rows have in common: they follow other rows of the same table. */

/** The label of a group where it is written in a stretch of text: with its numbering, wrapped or not. */
export function groupLabel(text: string, table: TableFormat, id: string, within: Span): Span | undefined {
  const official = table.groups.find((group) => group.id === id)?.label
  if (official === undefined) return undefined
  const places: number[] = []
  let letters = ''
  for (let at = within.start; at < within.end; at++) {
    const unit = foldUnit(text.charCodeAt(at))
    if (unit === DROPPED) continue
    letters += String.fromCharCode(unit)
    places.push(at)
  }
  const startOf = (letter: number) => {
    const at = places[letter] as number
    return '（('.includes(text[at - 1] ?? ' ') ? at - 1 : at
  }
  const words = fold(official)
  const whole = letters.indexOf(words)
  // Converters repeat a merged label, or drop its number.
  const bare = fold(withoutNumbering(official))
  const tail = letters.endsWith(bare) ? letters.length - bare.length : -1
  if (whole !== -1 && (tail === -1 || whole <= tail))
    return { start: startOf(whole), end: (places[whole + words.length - 1] as number) + 1 }
  return tail === -1 ? undefined : { start: startOf(tail), end: within.end }
}

/** Figures with the separators of another row; a surplus figure between its cells is left out. */
export function figuresLike(text: string, like: Row, values: readonly string[]): string {
  const ends = [like.label.end, ...like.cells.map(({ span }) => span.end)]
  const gaps = like.cells.map(({ span }, index) => text.slice(ends[index], span.start))
  const plain = [...gaps].filter((gap) => !/\d/.test(gap)).sort((a, b) => a.length - b.length)
  return values
    .map((value, index) => (/\d/.test(gaps[index] ?? '') ? (plain[0] ?? '') : (gaps[index] ?? '')) + value)
    .join('')
}

/**
 * Text that came out of a page has the lines of a row, or those of a label, among those of others; tags within a figure may
 * belong to some around it.
 */
export const isTorn = (text: string, { layout }: Table, row: Row): boolean =>
  (layout === 'spaces' && /[\r\n]/.test(sliceOf(text, row.span))) || row.cells.some(({ raw }) => raw.includes('<'))

/** Where cells are merged, those that hold the groups of a row cover more rows, or fewer, when rows come or go there. */
export function resizeGroups(
  text: string,
  table: Table,
  groups: readonly string[],
  at: number,
  rows: number,
): SpanEdit[] {
  if (table.layout !== 'html') return []
  return groups.flatMap((group): SpanEdit[] => {
    const first = table.rows.findIndex((other) => other.format.in.includes(group))
    const start = table.rows[first - 1]?.span.end ?? table.span.start
    const label = groupLabel(text, table.format, group, { start, end: table.rows[first]?.label.start ?? start })
    if (label === undefined || !reachesDownTo(text, label.start, at)) return []
    return resizeCell(text, label.start, { columns: 0, rows })
  })
}
