import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { Position, SelectionRange } from 'vscode-languageserver-types'
import type { Report, Row, Table } from '../report/report.ts'
import type { Review } from '../review/review.ts'
import type { Span } from '../text/span.ts'
import { placeAt } from './places.ts'
import { rangeOf } from './ranges.ts'

/**
 * What a selection grows to from each position: the figure, label or title there, its row, its table, the section, the whole
 * text. Null for a text that is no report: others know better how it grows.
 */
export function selectionRanges(
  { report }: Review,
  document: TextDocument,
  positions: readonly Position[],
): SelectionRange[] | null {
  if (!report.isReport) return null
  return positions.map((position) => {
    const around = spansAround(report, document.offsetAt(position))
    return around.reduceRight<SelectionRange | undefined>(
      (parent, span) => ({ range: rangeOf(document, span), ...(parent && { parent }) }),
      undefined,
    ) as SelectionRange
  })
}

/** From the innermost to the whole text, each wider than the one before. */
function spansAround(report: Report, offset: number): Span[] {
  const isAround = ({ start, end }: Span) => start <= offset && offset <= end
  const place = placeAt(report, offset)
  const table = report.tables.find(({ span }) => isAround(span))
  const spans = [
    ...(place ? [place.span] : []),
    ...(table ? table.rows.map((row) => rowSpan(table, row)).filter(isAround) : []),
    ...(table ? [table.span] : []),
    ...report.sections.map(({ span }) => span).filter(isAround),
    { start: 0, end: report.text.length },
  ]
  const wider: Span[] = []
  for (const span of spans) {
    const inner = wider.at(-1)
    if (inner === undefined || isWider(span, inner)) wider.push(span)
  }
  return wider
}

/** Rows side by side share their heads: the figures alone are a row's own. */
function rowSpan({ format }: Table, { cells, span }: Row): Span {
  const [first] = cells
  const last = cells.at(-1)
  return format.shape === 'across' && first && last ? { start: first.span.start, end: last.span.end } : span
}

const isWider = (outer: Span, inner: Span): boolean =>
  outer.start <= inner.start && inner.end <= outer.end && outer.end - outer.start > inner.end - inner.start
