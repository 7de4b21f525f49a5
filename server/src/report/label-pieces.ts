import { fold } from '../text/fold.ts'
import { type Span, sliceOf } from '../text/span.ts'
import { withoutNumbering } from './labels.ts'
import type { Report, Row, Table } from './report.ts'

/** How far behind the figures of a table's last row its label may go on. */
const LONGEST_TAIL = 120
const WORD = /[^\s|\u3000]+/g

/**
 * The label of each row as it stands in the text: mostly one piece, but a narrow column of a printed page goes on below
 * the figures, and a page break leaves the end of a label on the next page.
 */
export function labelPieces({ text }: Report, { rows, span }: Table): Span[] {
  const labelled = rows.filter(({ label }) => label.start < label.end)
  labelled.sort((a, b) => a.label.start - b.label.start)
  return labelled.flatMap((row, index) => {
    const limit = labelled[index + 1]?.label.start ?? Math.min(text.length, span.end + LONGEST_TAIL)
    return [row.label, ...piecesOf(text, restOf(text, row), row.label.end, limit)]
  })
}

/** What is still missing, folded, of the wording that the label begins with; empty where it is whole. */
function restOf(text: string, { format, label }: Row): string {
  const known = fold(withoutAllNumbering(sliceOf(text, label)))
  const cores = [format.label, ...(format.accepted ?? [])].map((words) => fold(withoutNumbering(words)))
  if (known === '' || cores.includes(known)) return ''
  return cores.find((core) => core.startsWith(known))?.slice(known.length) ?? ''
}

/** A label may have the number of its group in front of its own. */
function withoutAllNumbering(words: string): string {
  const rest = withoutNumbering(words.trimStart())
  return rest === words ? rest : withoutAllNumbering(rest)
}

/** The words between two offsets that go on with what is missing, in their order. */
function piecesOf(text: string, missing: string, from: number, to: number): Span[] {
  const pieces: Span[] = []
  let rest = missing
  if (rest === '') return pieces
  for (const { index, 0: word } of text.slice(from, to).matchAll(WORD)) {
    const piece = fold(word)
    if (piece === '' || !rest.startsWith(piece)) continue
    pieces.push({ start: from + index, end: from + index + word.length })
    rest = rest.slice(piece.length)
  }
  return pieces
}
