import type { Measure } from '../../formats/schema.ts'
import { namesOther } from './bodies.ts'
import type { CountClaim, DenialClaim } from './claims.ts'
import { isOtherTime } from './other-times.ts'
import type { Sentence } from './sentences.ts'
import type { Wording, Wordings } from './wording.ts'

/** Whose report it is: what decides whether a sentence is about it. */
export interface Subject {
  readonly year: number | undefined
  readonly organ: string | undefined
  /** Words that mean all of the organ's own place. */
  readonly wholes: RegExp
}

/** What a sentence says of the quantities of the tables, where nothing suggests that it speaks of something else. */
export function countsIn(sentence: Sentence, wordings: Wordings, subject: Subject): CountClaim[] {
  if (!wordings.saidWords.test(sentence.text)) return []
  const claims = wordings.measures
    .filter(({ saidWords }) => saidWords.test(sentence.text))
    .flatMap((wording) => countsOf(wording, sentence, wordings, subject))
  const isClaimed = new Set(claims.filter(({ certain }) => certain).map(({ figure }) => figure.span.start))
  return claims.filter(({ certain, figure }) => certain || !isClaimed.has(figure.span.start))
}

function countsOf(
  wording: Wording,
  sentence: Sentence,
  { otherTimes, bodies }: Wordings,
  subject: Subject,
): CountClaim[] {
  const { measure, said, units, about } = wording
  const claims: CountClaim[] = []
  for (const pattern of said) {
    for (const match of sentence.text.matchAll(pattern)) {
      const [from = 0] = match.indices?.groups?.figure ?? []
      const figure = sentence.figures.find((candidate) => candidate.from <= from && from < candidate.to)
      if (figure === undefined || !units.has(figure.unit)) continue
      if (!isAbout(sentence, measure, about) || !isOfYears(match, subject)) continue
      const scope = scopeOf(sentence.text, match, wording, bodies, subject)
      if (scope === 'other' || isOtherTime(sentence, match.index, otherTimes, subject.year)) continue
      if (claims.some((claim) => claim.figure.span.start === figure.span.start)) continue
      const end = Math.max(figure.end, match.index + match[0].length)
      const span = { start: sentence.start + match.index, end: sentence.start + end }
      claims.push({ measure, span, figure, certain: measure.certain && scope === 'own' })
    }
  }
  return claims
}

const isAbout = ({ text, paragraph }: Sentence, { aboutIn }: Measure, words: RegExp | undefined): boolean =>
  words === undefined || words.test(aboutIn === 'sentence' ? text : paragraph)

/** The years that are named are the one before the report's and the one after it. */
function isOfYears({ groups = {} }: RegExpMatchArray, { year }: Subject): boolean {
  const { before, after } = groups
  if (before === undefined && after === undefined) return true
  return year !== undefined && Number(before ?? year - 1) === year - 1 && Number(after ?? year + 1) === year + 1
}

/**
 * Whether words are about the organ of the report itself; about all of its place, which may be more than its tables hold;
 * or about others, or a part.
 */
function scopeOf(
  text: string,
  match: RegExpMatchArray,
  wording: Wording,
  bodies: RegExp,
  { wholes, organ }: Subject,
): 'own' | 'whole' | 'other' {
  const { elsewhere, unless, narrowing, measure } = wording
  const at = match.index ?? 0
  const before = clauseBefore(text, at)
  const isListed = measure.listed && LISTED.test(before)
  // A list divides what the sentence is about: what is said of that is said of its parts.
  const clause = isListed ? text.slice(0, at).replaceAll('其中', '') : before
  const all = clause + match[0]
  const others = all.replace(wholes, '')
  // Whose figure it is may have been said at the beginning of the sentence.
  if (namesOther(text.slice(0, at) + match[0], { organ, names: bodies })) return 'other'
  if (elsewhere.test(others) || unless.test(all) || narrowing.test(isListed ? all : match[0])) return 'other'
  return others === all ? 'own' : 'whole'
}

const LISTED = /^其中[,:]?$/

/** What a sentence says did not happen. */
export function denialsIn(
  sentence: Sentence,
  { measures, words, otherTimes, everybody, bodies }: Wordings,
  { year, organ }: Subject,
): DenialClaim[] {
  if (!words.test(sentence.text)) return []
  return measures.flatMap(({ measure, denied, about, elsewhere, notDenied }) => {
    for (const pattern of denied) {
      for (const match of sentence.text.matchAll(pattern)) {
        const end = match.index + match[0].length
        const around = (match[0] + sentence.text.slice(end, end + LOOK_BEHIND)).replace(everybody, '')
        const said = clauseBefore(sentence.text, match.index) + match[0]
        const isElse =
          notDenied.test(around) ||
          elsewhere.test(said) ||
          namesOther(sentence.text.slice(0, end), { organ, names: bodies })
        if (isElse || !isAbout(sentence, measure, about) || isOtherTime(sentence, match.index, otherTimes, year))
          continue
        return [{ measure, span: { start: sentence.start + match.index, end: sentence.start + end } }]
      }
    }
    return []
  })
}

/** What turns a denial into another one stands within so many characters behind it. */
const LOOK_BEHIND = 8

/** From the beginning of its clause to a place. */
const clauseBefore = (text: string, at: number): string => {
  const before = text.slice(0, at)
  return before.slice(Math.max(...[',', ';', ':', '、', '('].map((mark) => before.lastIndexOf(mark))) + 1)
}
