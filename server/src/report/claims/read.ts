import type { Format } from '../../formats/schema.ts'
import type { Squeezed } from '../../text/squeeze.ts'
import type { Section, Table } from '../report.ts'
import { breakdownsIn } from './breakdowns.ts'
import type { BreakdownClaim, Claims, CountClaim, DenialClaim, ShareClaim } from './claims.ts'
import { countsIn, denialsIn } from './counts.ts'
import { sentencesIn } from './sentences.ts'
import { sharesIn } from './shares.ts'
import { wordingsOf } from './wording.ts'

/** So many sentences back may have the whole that a share is of. */
const LOOK_BACK = 4

/** Reads what the sentences outside the tables say in figures; `end` is where the report ends. */
export function readClaims(
  squeezed: Squeezed,
  format: Format,
  year: number | undefined,
  sections: readonly Section[],
  tables: readonly Table[],
): Claims {
  const wordings = wordingsOf(format)
  const counts: CountClaim[] = []
  const denials: DenialClaim[] = []
  const breakdowns: BreakdownClaim[] = []
  const shares: ShareClaim[] = []
  for (const [from, to] of proseBetween(squeezed, sections, tables)) {
    const sentences = sentencesIn(squeezed, from, to, wordings.words)
    for (const [index, sentence] of sentences.entries()) {
      counts.push(...countsIn(sentence, squeezed, wordings, year))
      denials.push(...denialsIn(sentence, squeezed, wordings, year))
      breakdowns.push(...breakdownsIn(sentence))
      shares.push(...sharesIn(sentence, squeezed, sentences.slice(Math.max(0, index - LOOK_BACK), index)))
    }
  }
  return { counts, denials, breakdowns, shares }
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
