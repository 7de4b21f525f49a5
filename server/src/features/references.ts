import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { Location, Position, ReferenceContext } from 'vscode-languageserver-types'
import type { Review } from '../review/review.ts'
import { cellAt } from './places.ts'
import { locationOf } from './ranges.ts'
import { sentencesOn } from './spoken-of.ts'
import { totalsOf } from './sums.ts'

/** The totals that a figure goes into and the sentences that speak of it, after itself if that is asked for; null without any. */
export function references(
  { report }: Review,
  document: TextDocument,
  position: Position,
  { includeDeclaration }: ReferenceContext,
): Location[] | null {
  const part = cellAt(report, document.offsetAt(position))
  if (!part) return null
  const users = [...totalsOf(part.table, part.key), ...sentencesOn(report, part.cell)]
  if (users.length === 0) return null
  return [...(includeDeclaration ? [part.cell] : []), ...users].map(({ span }) => locationOf(document, span))
}
