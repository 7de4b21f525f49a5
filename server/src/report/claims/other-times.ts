import type { Sentence } from './sentences.ts'

/** `2023年1月1日至12月31日`, `截至2023年12月底`: a whole year, if it is the report's. */
const WHOLE_YEAR =
  /(?:[自从]?(?:(20\d\d) ?年)? ?1 ?月 ?1 ?日起?[至到\-—~]+|截[至止]到?)(?:(20\d\d) ?年)? ?(?:12 ?月(?: ?31 ?日|底|末)|年?[底末])(?:止|为止|前)?/g
/** Titles of documents have years of their own. */
const QUOTED = /《[^》]{0,80}》/g
const MONTH = /\d ?月(?!刊)/

/** Before a place the sentence names a part of the year, or last a year other than the report's. */
export function isOtherTime({ text }: Sentence, at: number, otherTimes: RegExp, year: number | undefined): boolean {
  const before = text
    .slice(0, at)
    .replace(QUOTED, '')
    .replace(WHOLE_YEAR, (words, from?: string, to?: string) =>
      [from, to].every((named) => named === undefined || Number(named) === year) ? '' : words,
    )
  const named = [...before.matchAll(/(20\d\d)\s?年/g)].at(-1)?.[1]
  const isOtherYear = named !== undefined && year !== undefined && Number(named) !== year
  return isOtherYear || MONTH.test(before) || otherTimes.test(before)
}
