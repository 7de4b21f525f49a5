import { CATALOGUE, formatFor } from '../../../server/src/formats/catalogue.ts'
import { review } from '../../../server/src/review/review.ts'
import type { Finding, Fix } from '../../../server/src/rules/rule.ts'
import { applyEdits, sliceOf } from '../../../server/src/text/span.ts'
import { drawFrom, type Figures, soundFigures } from '../../generator/figures.ts'
import { type Options, type Rendered, render } from '../../generator/render.ts'

/** A sound report for a year, with some of its figures changed; `rewrite` changes the text itself. */
export function planted(
  options: {
    year?: number
    layout?: Options['layout']
    figures?: Readonly<Record<string, number>>
    seed?: number
    /** The most that a single part is. */
    scale?: number
  } = {},
): Rendered & { figures: Figures } {
  const { year = 2023, layout = 'tabs', seed = 3, scale } = options
  const format = formatFor(CATALOGUE, year)
  if (format === null) throw new Error(`no edition for ${year}`)
  const figures = soundFigures(format, drawFrom(seed), scale)
  for (const [address, figure] of Object.entries(options.figures ?? {})) figures.set(address, figure)
  return { ...render({ format, layout, figures, year }), figures }
}

/** The findings as `rule: text at its place`. */
export const found = (text: string): string[] =>
  review(text).findings.map(({ rule, span }) => `${rule}: ${sliceOf(text, span)}`)

/** What a fix makes of a text, and what is then still found. */
export function applied(text: string, fix: Fix): { text: string; findings: readonly Finding[] } {
  const fixed = applyEdits(text, fix.edits)
  return { text: fixed, findings: review(fixed).findings }
}
