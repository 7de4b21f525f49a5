import { editionsBeside, formatFor, type Kind, newest } from '../formats/catalogue.ts'
import { onDemand } from '../text/on-demand.ts'
import type { Span } from '../text/span.ts'
import type { Squeezed } from '../text/squeeze.ts'
import { readDecrees } from './facts/decrees.ts'
import { issuerOf, levelOf } from './facts/issuer.ts'
import { readNoticeTitles } from './facts/notice-titles.ts'
import { readNotices } from './facts/notices.ts'
import { type Period, readPeriods } from './facts/periods.ts'
import { readPublished } from './facts/published.ts'
import { signature } from './facts/signature.ts'
import { readDates } from './facts/stated-dates.ts'
import { readStatutes } from './facts/statutes.ts'
import type { Facts, Section } from './report.ts'
import type { Title } from './title.ts'

/** What is known of a text that is no report. */
export const NO_FACTS: Facts = {
  format: null,
  periods: [],
  notices: [],
  noticeTitles: [],
  statutes: [],
  decrees: [],
  dates: [],
}

/**
 * Whose report it is and for which year: by its title, else by what a report without one says in fixed places. `text` is
 * that of this report alone, `squeezed` the same for patterns; what it states besides is read when first asked for.
 */
export function readFacts(
  text: string,
  squeezed: () => Squeezed,
  titles: readonly Title[],
  sections: readonly Section[],
  kind: Kind,
  secondTitle: Span | undefined,
): Facts {
  const [title] = titles
  const stated = onDemand(() => readDates(squeezed()))
  const periods = onDemand(() => readPeriods(squeezed(), stated()))
  const dates = onDemand(() => readPublished(squeezed(), stated()))
  const year =
    titles.find((candidate) => candidate.year !== undefined)?.year ??
    periodYear(periods()) ??
    openingYear(text, sections)
  const organ = titles.find((candidate) => candidate.organ !== undefined)?.organ ?? signature(text)
  const issuer = issuerOf(organ)
  const format = formatFor(kind, year)
  const beside = onDemand(() => editionsBeside(kind, format ?? newest(kind)))
  const notices = onDemand(() => readNotices(squeezed(), beside()))
  const noticeTitles = onDemand(() => readNoticeTitles(squeezed(), beside()))
  const statutes = onDemand(() => (format === null ? [] : readStatutes(squeezed(), format)))
  const decrees = onDemand(() => (format === null ? [] : readDecrees(squeezed(), format)))
  const level = levelOf(organ)
  return {
    format,
    ...(title !== undefined && { title: title.span }),
    ...(organ !== undefined && { organ }),
    ...(issuer !== undefined && { issuer }),
    ...(level !== undefined && { level }),
    ...(year !== undefined && { year }),
    ...(secondTitle !== undefined && { secondTitle }),
    get periods() {
      return periods()
    },
    get notices() {
      return notices()
    },
    get noticeTitles() {
      return noticeTitles()
    },
    get statutes() {
      return statutes()
    },
    get decrees() {
      return decrees()
    },
    get dates() {
      return dates()
    },
  }
}

/** The year of the statistics period, of one that is called so before others. */
function periodYear(periods: readonly Period[]): number | undefined {
  const years = [...periods]
    .sort((a, b) => Number(b.labelled) - Number(a.labelled))
    .map(({ start, end }) => start?.year ?? end?.year)
  return years.find((year) => year !== undefined && year >= 2000 && year < 2100)
}

/** The year that the first section begins with, `2021年，…`. */
function openingYear(text: string, [first]: readonly Section[]): number | undefined {
  if (first === undefined) return undefined
  const opening = /^\s*(20\d\d)\s?年/.exec(text.slice(first.title.end, first.title.end + 40))
  return opening === null ? undefined : Number(opening[1])
}
