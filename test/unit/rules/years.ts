import { CATALOGUE, formatFor } from '../../../server/src/formats/catalogue.ts'
import type { ReviewOptions } from '../../../server/src/review/options.ts'
import { type Review, read, review } from '../../../server/src/review/review.ts'
import { pastOf } from '../../../server/src/rules/beside.ts'
import { drawFrom, soundFigures } from '../../generator/figures.ts'
import { nextYear } from '../../generator/next-year.ts'
import { render } from '../../generator/render.ts'

type Planted = Readonly<Record<string, number>>

/** Two reports of one organ, the second of which follows from the first, but for what is planted. */
export function twoYears({
  year = 2023,
  seed = 3,
  last: lastPlanted = {},
  now: nowPlanted = {},
  layout = 'tabs',
}: {
  year?: number
  seed?: number
  last?: Planted
  now?: Planted
  layout?: 'tabs' | 'pipes' | 'html' | 'lines'
} = {}): { last: string; now: string } {
  const [formatBefore, format] = [formatFor(CATALOGUE, year - 1), formatFor(CATALOGUE, year)]
  if (formatBefore === null || format === null) throw new Error(`no edition for ${year}`)
  const last = plant(soundFigures(formatBefore, drawFrom(seed)), lastPlanted)
  const now = plant(nextYear(format, last, soundFigures(format, drawFrom(seed + 1))), nowPlanted)
  return {
    last: render({ format: formatBefore, layout, figures: last, year: year - 1 }).text,
    now: render({ format, layout, figures: now, year }).text,
  }
}

function plant(figures: Map<string, number | null>, planted: Planted) {
  for (const [address, figure] of Object.entries(planted)) figures.set(address, figure)
  return figures
}

export const reviewYears = ({ last, now }: { last: string; now: string }, options: ReviewOptions = {}): Review =>
  review(now, { ...options, past: pastOf('last.txt', read(last)) })

/** The findings against last year, as `rule severity address`. */
export const historyOf = (years: { last: string; now: string }): string[] =>
  reviewYears(years)
    .findings.filter(({ rule }) => rule.startsWith('history/') && rule !== 'history/similar')
    .map(({ rule, severity = '', address = '' }) => [rule, severity, address].filter(Boolean).join(' '))
