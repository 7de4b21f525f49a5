import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { Location, LocationLink, Position } from 'vscode-languageserver-types'
import type { Report } from '../report/report.ts'
import type { Review } from '../review/review.ts'
import type { Past } from '../rules/beside.ts'
import { yearEquations } from '../rules/history/equations.ts'
import type { Span } from '../text/span.ts'
import { type Place, placeAt } from './places.ts'
import { locationOf, rangeOf } from './ranges.ts'
import { cellsSpokenOf } from './spoken-of.ts'
import { partsOf } from './sums.ts'

/** From a total to the figures that make it, from a sentence to the cells it speaks of, to last year's figures; null where there are none. `links` also say what they start from. */
export function definition(
  { report, options }: Review,
  document: TextDocument,
  position: Position,
  { links }: { readonly links: boolean },
): Location[] | LocationLink[] | null {
  const place = placeAt(report, document.offsetAt(position))
  if (!place) return null
  const locations = [
    ...sourcesOf(report, place).map(({ span }) => locationOf(document, span)),
    ...lastYearsOf(report, options.past, place),
  ]
  if (locations.length === 0) return null
  if (!links) return locations
  const originSelectionRange = rangeOf(document, place.span)
  return locations.map(({ uri, range }) => ({
    originSelectionRange,
    targetUri: uri,
    targetRange: range,
    targetSelectionRange: range,
  }))
}

/** What a figure follows from in the report of the year before. */
function lastYearsOf(report: Report, past: Past | undefined, place: Place): Location[] {
  if (past === undefined || place.kind !== 'cell') return []
  return yearEquations(report, past)
    .filter(({ holder }) => holder.cell === place.cell)
    .flatMap(({ last }) => last.map(({ cell }) => ({ uri: past.name, range: past.lines.rangeOf(cell.span) })))
}

function sourcesOf(report: Report, place: Place): readonly { readonly span: Span }[] {
  if (place.kind === 'cell') return partsOf(place.table, place.key)
  return place.kind === 'claim' ? cellsSpokenOf(report, place.claim) : []
}
