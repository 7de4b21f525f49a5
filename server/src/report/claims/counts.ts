import type { Measure } from '../../formats/schema.ts'
import type { Squeezed } from '../../text/squeeze.ts'
import type { CountClaim, DenialClaim } from './claims.ts'
import type { Sentence } from './sentences.ts'
import type { Wording, Wordings } from './wording.ts'

/** What the sentences say of the quantities of the tables, where nothing suggests that they speak of something else. */
export function countsIn(
  sentence: Sentence,
  squeezed: Squeezed,
  wordings: Wordings,
  year: number | undefined,
): CountClaim[] {
  if (!wordings.saidWords.test(sentence.text)) return []
  return wordings.measures.flatMap((wording) => countsOf(wording, sentence, squeezed, wordings, year))
}

function countsOf(
  { measure, said, units, about, unless }: Wording,
  sentence: Sentence,
  { spanOf }: Squeezed,
  { elsewhere, otherTimes, narrowing }: Wordings,
  year: number | undefined,
): CountClaim[] {
  const claims: CountClaim[] = []
  for (const pattern of said) {
    for (const match of sentence.text.matchAll(pattern)) {
      const [from = 0] = match.indices?.groups?.figure ?? []
      const figure = sentence.figures.find((candidate) => candidate.from <= from && from < candidate.to)
      if (figure === undefined || !units.has(figure.unit)) continue
      if (!isAbout(sentence, measure, about)) continue
      const clause = clauseBefore(sentence.text, match.index) + match[0]
      if (elsewhere.test(clause) || unless.test(clause) || narrowing.test(match[0])) continue
      if (isOtherTime(sentence, match.index, otherTimes, year)) continue
      if (claims.some((claim) => claim.figure.span.start === figure.span.start)) continue
      const end = Math.max(figure.end, match.index + match[0].length)
      claims.push({ measure, span: spanOf(sentence.start + match.index, sentence.start + end), figure })
    }
  }
  return claims
}

const isAbout = ({ text, paragraph }: Sentence, { aboutIn }: Measure, words: RegExp | undefined): boolean =>
  words === undefined || words.test(aboutIn === 'sentence' ? text : paragraph)

/** What the sentences say did not happen. */
export function denialsIn(
  sentence: Sentence,
  { spanOf }: Squeezed,
  { measures, words, elsewhere, otherTimes, notDenied, everybody }: Wordings,
  year: number | undefined,
): DenialClaim[] {
  if (!words.test(sentence.text)) return []
  return measures.flatMap(({ measure, denied, about }) => {
    for (const pattern of denied) {
      for (const match of sentence.text.matchAll(pattern)) {
        const end = match.index + match[0].length
        const around = (match[0] + sentence.text.slice(end, end + LOOK_BEHIND)).replace(everybody, '')
        const isElse = notDenied.test(around) || elsewhere.test(clauseBefore(sentence.text, match.index) + match[0])
        if (isElse || !isAbout(sentence, measure, about) || isOtherTime(sentence, match.index, otherTimes, year))
          continue
        return [{ measure, span: spanOf(sentence.start + match.index, sentence.start + end) }]
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

/** Before a place the sentence names a part of the year, or last a year other than the report's. */
function isOtherTime({ text }: Sentence, at: number, otherTimes: RegExp, year: number | undefined): boolean {
  const before = text.slice(0, at)
  const named = [...before.matchAll(/(20\d\d)\s?年/g)].at(-1)?.[1]
  return otherTimes.test(before) || (named !== undefined && year !== undefined && Number(named) !== year)
}
