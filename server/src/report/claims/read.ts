import type { Format } from '../../formats/schema.ts'
import type { Squeezed } from '../../text/squeeze.ts'
import type { Facts, Section, Table } from '../report.ts'
import { breakdownsIn } from './breakdowns.ts'
import type { BreakdownClaim, Claims, CountClaim, DenialClaim, RateClaim, ShareClaim } from './claims.ts'
import { countsIn, denialsIn, type Subject } from './counts.ts'
import { sentencesIn } from './sentences.ts'
import { ratesIn, sharesIn } from './shares.ts'
import { anyOf, wordingsOf } from './wording.ts'

/** So many sentences back may have the whole that a share is of. */
const LOOK_BACK = 4

/** Reads what the sentences outside the tables say in figures. */
export function readClaims(
  squeezed: Squeezed,
  format: Format,
  { year, organ = '' }: Pick<Facts, 'year' | 'organ'>,
  sections: readonly Section[],
  tables: readonly Table[],
): Claims {
  const wordings = wordingsOf(format)
  const wholes = format.prose.wholes.filter(({ endings }) => endings.some((ending) => organ.endsWith(ending)))
  const subject: Subject = { year, wholes: anyOf(wholes.map(({ word }) => word)) }
  const counts: CountClaim[] = []
  const denials: DenialClaim[] = []
  const breakdowns: BreakdownClaim[] = []
  const shares: ShareClaim[] = []
  const rates: RateClaim[] = []
  for (const [from, to] of proseBetween(squeezed, sections, tables)) {
    const sentences = sentencesIn(squeezed, from, to, wordings.words)
    for (const [index, sentence] of sentences.entries()) {
      counts.push(...countsIn(sentence, squeezed, wordings, subject))
      denials.push(...denialsIn(sentence, squeezed, wordings, subject))
      breakdowns.push(...breakdownsIn(sentence))
      shares.push(...sharesIn(sentence, squeezed, sentences.slice(Math.max(0, index - LOOK_BACK), index), wordings))
      rates.push(...ratesIn(sentence, squeezed, wordings.rates))
    }
  }
  return { counts, denials, breakdowns, shares, rates }
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
