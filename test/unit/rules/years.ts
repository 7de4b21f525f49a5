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
  surplus = 0,
  layout = 'tabs',
}: {
  year?: number
  seed?: number
  last?: Planted
  now?: Planted
  /** So many more applications were taken over than last year handed on; they are handed on in turn, so that all sums hold. */
  surplus?: number
  layout?: 'tabs' | 'pipes' | 'html' | 'lines'
} = {}): { last: string; now: string } {
  const [formatBefore, format] = [formatFor(CATALOGUE, year - 1), formatFor(CATALOGUE, year)]
  if (formatBefore === null || format === null) throw new Error(`no edition for ${year}`)
  const last = plant(soundFigures(formatBefore, drawFrom(seed)), lastPlanted)
  const now = plant(nextYear(format, last, soundFigures(format, drawFrom(seed + 1))), nowPlanted)
  for (const row of ['broughtForward', 'carriedForward']) {
    for (const column of ['person', 'total']) {
      const address = `requests/${row}/${column}`
      now.set(address, (now.get(address) ?? 0) + surplus)
    }
  }
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
