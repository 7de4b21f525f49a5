import type { Format } from '../../formats/schema.ts'
import type { LineStore } from '../../text/line-store.ts'
import type { Span } from '../../text/span.ts'
import type { Squeezed } from '../../text/squeeze.ts'
import type { Facts, Section, Table } from '../report.ts'
import type { BreakdownClaim, Claims, CountClaim, DenialClaim, ProseFigure, RateClaim, ShareClaim } from './claims.ts'
import type { Subject } from './counts.ts'
import { readLine, type SentenceClaims } from './line.ts'
import { anyOf, wordingsOf } from './wording.ts'

/** So many sentences back may have the whole that a share is of. */
const LOOK_BACK = 4

/** Lines as they were read in an earlier version of the text. */
export type KeptClaims = LineStore<readonly SentenceClaims[]>

/** Reads what the sentences outside the tables say in figures. */
export function readClaims(
  squeezed: Squeezed,
  format: Format,
  { year, organ }: Pick<Facts, 'year' | 'organ'>,
  sections: readonly Section[],
  tables: readonly Table[],
  kept?: KeptClaims,
): Claims {
  const wordings = wordingsOf(format)
  const wholes = format.prose.wholes.filter(({ endings }) => endings.some((ending) => organ?.endsWith(ending)))
  const words = wholes.map(({ word }) => word)
  const subject: Subject = { year, organ, wholes: anyOf(words) }
  const read = (line: string) => readLine(line, wordings, subject)
  const claimsOf = kept?.reader([wordings, year, organ], read) ?? read
  const counts: CountClaim[] = []
  const denials: DenialClaim[] = []
  const breakdowns: BreakdownClaim[] = []
  const shares: ShareClaim[] = []
  const rates: RateClaim[] = []
  for (const [from, to] of proseBetween(squeezed, sections, tables)) {
    const before: (() => ProseFigure[])[] = []
    for (const [lineStart, line] of linesBetween(squeezed.text, from, to)) {
      const place = ({ start, end }: Span) => squeezed.spanOf(lineStart + start, lineStart + end)
      const placed = (figure: ProseFigure): ProseFigure => ({ ...figure, span: place(figure.span) })
      for (const said of claimsOf(line)) {
        for (const claim of said.counts)
          counts.push({ ...claim, span: place(claim.span), figure: placed(claim.figure) })
        for (const claim of said.denials) denials.push({ ...claim, span: place(claim.span) })
        for (const claim of said.breakdowns)
          breakdowns.push({ ...claim, total: placed(claim.total), parts: claim.parts.map(placed) })
        for (const claim of said.shares) {
          // A whole is told before its parts.
          const earlier = before.flatMap((figures) => figures()).filter(({ unit }) => unit === claim.part.unit)
          const own = claim.wholes.map(placed)
          shares.push({ ...claim, span: place(claim.span), part: placed(claim.part), wholes: [...earlier, ...own] })
        }
        for (const claim of said.rates) rates.push({ ...claim, span: place(claim.span) })
        before.push(() => said.sentence.figures.map(placed))
        if (before.length > LOOK_BACK) before.shift()
      }
    }
  }
  return { counts, denials, breakdowns, shares, rates }
}

/** The lines of a stretch of text, each with its place. */
function* linesBetween(text: string, from: number, to: number): Iterable<readonly [start: number, line: string]> {
  let start = from
  while (start < to) {
    const found = text.indexOf('\n', start)
    const end = found === -1 || found > to ? to : found
    yield [start, text.slice(start, end)]
    start = end + 1
  }
}
/** The stretches of the squeezed text from the first section's title on that belong to no table. */
function* proseBetween(
  { text, spanOf }: Squeezed,
  [first]: readonly Section[],
  tables: readonly Table[],
): Iterable<readonly [number, number]> {
  const placeOf = (offset: number) => {
    let low = 0
    let high = text.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (spanOf(middle, middle + 1).start < offset) low = middle + 1
      else high = middle
    }
    return low
  }
  let from = first === undefined ? 0 : placeOf(first.title.start)
  for (const { span } of tables) {
    const start = placeOf(span.start)
    if (start > from) yield [from, start]
    from = Math.max(from, placeOf(span.end))
  }
  if (from < text.length) yield [from, text.length]
}
