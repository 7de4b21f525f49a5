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
  const byStart = new Map(notices.map((number) => [number.span.start, number]))
  const paired = noticeTitles.map((title): Citation => {
    const between = /^》[\s(（]*/.exec(text.slice(title.span.end, title.span.end + LONGEST_GAP))?.[0]
    return { title, number: between === undefined ? undefined : byStart.get(title.span.end + between.length) }
  })
  const taken = new Set(paired.map(({ number }) => number))
  const alone = notices.filter((number) => !taken.has(number))
  return [...paired, ...alone.map((number) => ({ title: undefined, number }))]
}
