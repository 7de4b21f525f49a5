import { type Catalogue, formatFor } from '../formats/catalogue.ts'
import type { Facts, Section } from './report.ts'
import type { Title } from './title.ts'

/** Whose report it is and for which year: by its title, else by what a report without one says in fixed places. */
export function readFacts(
  text: string,
  titles: readonly Title[],
  sections: readonly Section[],
  catalogue: Catalogue,
): Facts {
  const [title] = titles
  const year =
    titles.find((candidate) => candidate.year !== undefined)?.year ?? periodYear(text) ?? openingYear(text, sections)
  const organ = titles.find((candidate) => candidate.organ !== undefined)?.organ ?? signature(text)
  return {
    format: formatFor(catalogue, year),
    ...(title !== undefined && { title: title.span }),
    ...(organ !== undefined && { organ }),
    ...(year !== undefined && { year }),
  }
}

/** How far into a text its statistics period stands, if it is stated. */
const PREAMBLE = 4000

/** The year of the statistics period, `2021年1月1日…`. */
function periodYear(text: string): number | undefined {
  const period = /(20\d\d)\s?年\s?1\s?月\s?1\s?日/.exec(text.slice(0, PREAMBLE))
  return period === null ? undefined : Number(period[1])
}

/** The year that the first section begins with, `2021年，…`. */
function openingYear(text: string, [first]: readonly Section[]): number | undefined {
  if (first === undefined) return undefined
  const opening = /^\s*(20\d\d)\s?年/.exec(text.slice(first.title.end, first.title.end + 40))
  return opening === null ? undefined : Number(opening[1])
}

/** The organ that signs at the end, before the date if there is one. */
function signature(text: string): string | undefined {
  const end = text.slice(-120).trimEnd()
  return /(?:^|[\s。])([\u4e00-\u9fff]{2,30}(?:政府|局|委|厅|会|办公室|办事处|中心|支队|院|处))\s*(?:20\d\d\s?年.{1,8}日)?$/.exec(
    end,
  )?.[1]
}
