import type { TableFormat } from '../../formats/schema.ts'
import { fold } from '../../text/fold.ts'
import { type Span, sliceOf } from '../../text/span.ts'
import { labelTable } from '../labels.ts'
import { formWords } from '../layouts/form.ts'
import { withoutFurniture } from '../layouts/runs.ts'
import { plainText } from '../plain.ts'
import type { Report, Table } from '../report.ts'
import { scan } from '../scan.ts'

/** So many letters that are in no label are a note or a row of the author's own. */
const LONGEST_SLIP = 8

/**
 * What stands between the labels and figures of a table and is no part of the form: a figure, or words that are not a
 * piece of its labels. It would be lost if the table were written anew. Undefined where there is nothing.
 */
export function strayIn({ text, editions }: Report, table: Table, extent: Span): string | undefined {
  const plain = plainText(sliceOf(text, extent))
  const known: Span[] = scan(plain, labelTable(editions)).cells.map(({ start, end }) => ({ start, end }))
  const note = ({ start, end }: Span) => known.push({ start: start - extent.start, end: end - extent.start })
  // A surplus 0 is one that a converter put there; another figure may be that of a row without its label.
  const isZero = (span: Span) => /^[0０]+$/.test(sliceOf(text, span))
  for (const { label, surplus } of table.rows) [label, ...surplus.filter(isZero)].forEach(note)
  for (const { span, unit } of table.cells.values()) note({ start: span.start, end: endWithUnit(text, span.end, unit) })
  const rest = withoutFurniture(blanked(plain, known))
  const labels = labelsOf(table.format)
  const pieces = rest.split(/[\s|]+/).filter((piece) => piece !== '')
  return pieces.find((piece) => {
    if (/[\d０-９]/.test(piece)) return true
    const words = fold(piece)
    return words.length >= LONGEST_SLIP && !labels.includes(words)
  })
}

/** Where a figure ends with the unit behind it. */
export function endWithUnit(text: string, end: number, unit = ''): number {
  const blanks = /^[ \t\u00a0\u3000]*/.exec(text.slice(end, end + 8))?.[0].length ?? 0
  return unit !== '' && text.startsWith(unit, end + blanks) ? end + blanks + unit.length : end
}

function blanked(text: string, spans: readonly Span[]): string {
  let result = ''
  let at = 0
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    if (end <= at) continue
    result += text.slice(at, Math.max(at, start)) + ' '.repeat(end - Math.max(at, start))
    at = end
  }
  return result + text.slice(at)
}

/** The labels and heads of a table one behind another, folded. */
const labelsOf = (table: TableFormat): string => formWords(table).map(fold).join(' ')
