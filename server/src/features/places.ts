import type { CountClaim, DenialClaim } from '../report/claims/claims.ts'
import type { Cell, Report, Row, Section, Table } from '../report/report.ts'
import type { Span } from '../text/span.ts'

/** Something in a text that a position can point at. */
export type Place = CellPlace | LabelPlace | TitlePlace | ClaimPlace

export interface CellPlace {
  readonly kind: 'cell'
  readonly span: Span
  readonly table: Table
  readonly row: Row
  readonly cell: Cell
  /** `row/column`, as in `table.cells`. */
  readonly key: string
}

export interface LabelPlace {
  readonly kind: 'label'
  readonly span: Span
  readonly table: Table
  readonly row: Row
}

export interface TitlePlace {
  readonly kind: 'title'
  readonly span: Span
  readonly section: Section
}

/** A sentence's words that say what the tables hold. */
export interface ClaimPlace {
  readonly kind: 'claim'
  readonly span: Span
  readonly claim: CountClaim | DenialClaim
}

/** Places by their beginning, and how far the text reaches that those up to each of them cover. */
interface Index {
  readonly places: readonly Place[]
  readonly reach: readonly number[]
}

const indexes = new WeakMap<Report, Index>()

/** What stands at an offset or ends there, as a figure does that the cursor is right behind. */
export function placeAt(report: Report, offset: number): Place | undefined {
  const { places, reach } = indexOf(report)
  let at = countUpTo(places, offset) - 1
  for (; at >= 0 && (reach[at] as number) >= offset; at--) {
    const place = places[at] as Place
    if (place.span.end >= offset) return place
  }
  return undefined
}

/** The cell at an offset. */
export function cellAt(report: Report, offset: number): CellPlace | undefined {
  const place = placeAt(report, offset)
  return place?.kind === 'cell' ? place : undefined
}

function indexOf(report: Report): Index {
  let index = indexes.get(report)
  if (index === undefined) {
    const claims = [...report.claims.counts, ...report.claims.denials]
    const places = [
      ...report.sections.map(titlePlace),
      ...report.tables.flatMap(placesIn),
      ...claims.map((claim): Place => ({ kind: 'claim', span: claim.span, claim })),
    ]
    // Of places that begin together, the narrowest is found first.
    places.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
    let furthest = 0
    const reach = places.map(({ span }) => {
      furthest = Math.max(furthest, span.end)
      return furthest
    })
    index = { places, reach }
    indexes.set(report, index)
  }
  return index
}

const titlePlace = (section: Section): Place => ({ kind: 'title', span: section.title, section })

function placesIn(table: Table): Place[] {
  return table.rows.flatMap((row) => [
    ...(row.label.start < row.label.end ? [{ kind: 'label' as const, span: row.label, table, row }] : []),
    ...row.cells.filter(isAlone).map((cell): Place => {
      return { kind: 'cell', span: cell.span, table, row, cell, key: `${cell.row}/${cell.column}` }
    }),
  ])
}

/** Not so the blanks of a row without any cell: they all are where its first cell would begin. */
function isAlone({ span }: Cell, index: number, cells: readonly Cell[]): boolean {
  return span.start < span.end || (isElsewhere(cells[index - 1], span) && isElsewhere(cells[index + 1], span))
}

const isElsewhere = (cell: Cell | undefined, { start }: Span): boolean => cell?.span.start !== start

/** How many places begin at or before an offset. */
function countUpTo(places: readonly Place[], offset: number): number {
  let low = 0
  let high = places.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((places[middle] as Place).span.start <= offset) low = middle + 1
    else high = middle
  }
  return low
}
