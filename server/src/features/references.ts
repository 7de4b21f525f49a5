import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { Location, Position, ReferenceContext } from 'vscode-languageserver-types'
import type { Review } from '../review/review.ts'
import { cellAt } from './places.ts'
import { locationOf } from './ranges.ts'
import { totalsOf } from './sums.ts'

/** The totals that a figure goes into, after itself if that is asked for; null where it goes into none. */
export function references(
  { report }: Review,
  document: TextDocument,
  position: Position,
  { includeDeclaration }: ReferenceContext,
): Location[] | null {
  const part = cellAt(report, document.offsetAt(position))
  const totals = part ? totalsOf(part.table, part.key) : []
  if (!part || totals.length === 0) return null
  return [...(includeDeclaration ? [part.cell] : []), ...totals].map(({ span }) => locationOf(document, span))
}
