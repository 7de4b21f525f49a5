import { figureLike } from '../../report/dialect.ts'
import type { Report } from '../../report/report.ts'
import { solid } from '../../report/writing/draft.ts'
import { type Language, say } from '../../review/messages/index.ts'
import { determinedBlanks } from '../../rules/arithmetic/fill.ts'
import { namesOf } from '../../rules/arithmetic/findings.ts'
import { digitsOf } from '../../text/amount.ts'
import { type CellPlace, cellAt } from '../places.ts'
import { partsOf, totalOf } from '../sums.ts'
import type { Caret, Offer } from './offer.ts'

/** In a cell: the figure that its parts add up to; in a blank one, what the sums leave for it. */
export function figures(report: Report, { offset }: Caret, language: Language): Offer[] {
  const place = cellNear(report, offset)
  if (place === undefined || /[\r\n]/.test(report.text.slice(place.cell.span.start, place.cell.span.end))) return []
  const { table, cell, key } = place
  const total = totalOf(table, key, (other) => table.cells.get(other)?.value ?? undefined)
  const figure = total ?? (cell.state === 'blank' ? determinedBlanks(table).get(key) : undefined)
  if (figure === undefined || digitsOf(figure) === (cell.value === null ? undefined : digitsOf(cell.value))) return []
  const parts = total === undefined ? [] : partsOf(table, key).filter(({ value }) => value !== 0)
  const sum = parts.map(({ value }) => (value === null ? '?' : digitsOf(value))).join(' + ')
  return [
    {
      label: digitsOf(figure),
      detail: say(language, total === undefined ? 'complete/figure' : 'complete/total', {
        ...namesOf(table, key),
        sum: sum === '' ? '0' : sum,
      }),
      text: solid(figureLike(cell.raw, figure)),
      replace: { start: Math.min(cell.span.start, offset), end: Math.max(cell.span.end, offset) },
      preferred: true,
    },
  ]
}

/** The cell at an offset, or the blank one whose blanks it is in. */
function cellNear(report: Report, offset: number): CellPlace | undefined {
  const { text } = report
  const here = cellAt(report, offset)
  if (here !== undefined) return here
  for (const step of [-1, 1]) {
    for (let at = offset; Math.abs(at - offset) < WIDEST_BLANK; at += step) {
      if (!/[ \u3000]/.test(text[step < 0 ? at - 1 : at] ?? '')) break
      const place = cellAt(report, at + step)
      if (place?.cell.state === 'blank') return place
    }
  }
  return undefined
}

/** A blank cell is not wider. */
const WIDEST_BLANK = 100
