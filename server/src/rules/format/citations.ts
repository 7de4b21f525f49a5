import type { CitedTitle } from '../../report/facts/notice-titles.ts'
import type { CitedNotice } from '../../report/facts/notices.ts'
import type { Report } from '../../report/report.ts'

/** A title, a number, or a number right behind a title. */
export interface Citation {
  readonly title: CitedTitle | undefined
  readonly number: CitedNotice | undefined
}

/** Between a title and its number stand `》（`. */
const LONGEST_GAP = 6

/** The citations of editions' notices, and of others' numbers, in a report. */
export function citationsOf({ text, facts: { notices, noticeTitles } }: Report): readonly Citation[] {
  const isBehind = (title: CitedTitle, number: CitedNotice) =>
    number.span.start >= title.span.end &&
    number.span.start - title.span.end <= LONGEST_GAP &&
    /^》[\s(（]*$/.test(text.slice(title.span.end, number.span.start))
  const paired = noticeTitles.map((title) => ({ title, number: notices.find((number) => isBehind(title, number)) }))
  const alone = notices.filter((number) => !paired.some((pair) => pair.number === number))
  return [...paired, ...alone.map((number) => ({ title: undefined, number }))]
}
