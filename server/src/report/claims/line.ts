import { breakdownsIn } from './breakdowns.ts'
import type { BreakdownClaim, CountClaim, DenialClaim, RateClaim, ShareClaim } from './claims.ts'
import { countsIn, denialsIn, type Subject } from './counts.ts'
import { type Sentence, sentencesIn } from './sentences.ts'
import { ratesIn, sharesIn } from './shares.ts'
import type { Wordings } from './wording.ts'

/** What a sentence says by itself; its places are counted in its line. */
export interface SentenceClaims {
  readonly sentence: Sentence
  readonly counts: readonly CountClaim[]
  readonly denials: readonly DenialClaim[]
  readonly breakdowns: readonly BreakdownClaim[]
  /** Their wholes are those in the same sentence. */
  readonly shares: readonly ShareClaim[]
  readonly rates: readonly RateClaim[]
}

/**
 * Reads a line of the squeezed text: by nothing but its words, and with no place outside it, so that what was read holds
 * wherever and whenever the line stands again.
 */
export const readLine = (line: string, wordings: Wordings, subject: Subject): readonly SentenceClaims[] =>
  sentencesIn(line, wordings.words).map((sentence) => ({
    sentence,
    counts: countsIn(sentence, wordings, subject),
    denials: denialsIn(sentence, wordings, subject),
    breakdowns: breakdownsIn(sentence),
    shares: sharesIn(sentence, wordings),
    rates: ratesIn(sentence, wordings),
  }))
