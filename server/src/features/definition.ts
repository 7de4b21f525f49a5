import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { Location, LocationLink, Position } from 'vscode-languageserver-types'
import type { Report } from '../report/report.ts'
import type { Review } from '../review/review.ts'
import type { Span } from '../text/span.ts'
import { type Place, placeAt } from './places.ts'
import { locationOf, rangeOf } from './ranges.ts'
import { cellsSpokenOf } from './spoken-of.ts'
import { partsOf } from './sums.ts'

/** From a total to the figures that make it, from a sentence to the cells it speaks of; null where there are none. `links` also say what they start from. */
export function definition(
  { report }: Review,
  document: TextDocument,
  position: Position,
  { links }: { readonly links: boolean },
): Location[] | LocationLink[] | null {
  const place = placeAt(report, document.offsetAt(position))
  const parts = place ? sourcesOf(report, place) : []
  if (!place || parts.length === 0) return null
  const locations = parts.map(({ span }) => locationOf(document, span))
  if (!links) return locations
  const originSelectionRange = rangeOf(document, place.span)
  return locations.map(({ uri, range }) => ({
    originSelectionRange,
    targetUri: uri,
    targetRange: range,
    targetSelectionRange: range,
  }))
}

function sourcesOf(report: Report, place: Place): readonly { readonly span: Span }[] {
  if (place.kind === 'cell') return partsOf(place.table, place.key)
  return place.kind === 'claim' ? cellsSpokenOf(report, place.claim) : []
}
