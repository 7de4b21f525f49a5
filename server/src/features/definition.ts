import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { Location, LocationLink, Position } from 'vscode-languageserver-types'
import type { Review } from '../review/review.ts'
import { cellAt } from './places.ts'
import { locationOf, rangeOf } from './ranges.ts'
import { partsOf } from './sums.ts'

/** From a total to the figures that make it; null where there are none. `links` also say what they start from. */
export function definition(
  { report }: Review,
  document: TextDocument,
  position: Position,
  { links }: { readonly links: boolean },
): Location[] | LocationLink[] | null {
  const total = cellAt(report, document.offsetAt(position))
  const parts = total ? partsOf(total.table, total.key) : []
  if (!total || parts.length === 0) return null
  const locations = parts.map(({ span }) => locationOf(document, span))
  if (!links) return locations
  const originSelectionRange = rangeOf(document, total.span)
  return locations.map(({ uri, range }) => ({
    originSelectionRange,
    targetUri: uri,
    targetRange: range,
    targetSelectionRange: range,
  }))
}
