import { bracketsLike } from '../../report/dialect.ts'
import type { Cell, Report, Table } from '../../report/report.ts'
import { inPlaceOf, wordsIn } from '../../report/words.ts'
import { digitsOf, timesTenTo } from '../../text/amount.ts'
import type { Span, SpanEdit } from '../../text/span.ts'
import type { Fix } from '../rule.ts'
import { type Beside, headOf, powerBetween } from './units.ts'

/** What can be done about units in cells that are there in the same way; those but for `said` are of one cell. */
export function unitFixes(
  report: Report,
  table: Table,
  { kind, unit, expected }: Beside,
  cells: readonly Cell[],
): Fix[] {
  const edits = cells.flatMap((cell) => withoutUnit(report, cell))
  const [cell] = cells
  if (kind === 'said') {
    const title = { key: 'fix/move-unit', args: { unit, count: cells.length } }
    return [{ title, edits, preferred: true, safe: true }]
  }
  if (kind === 'factor' && cell !== undefined) return [convert(cell, unit, expected, edits)]
  return kind === 'unsaid' && cell !== undefined ? moveToHead(report, table, cell, unit, edits) : []
}

/** Takes a unit out, with the blanks between it and its figure; markup between them stays. */
function withoutUnit({ text }: Report, { unitSpan }: Cell): SpanEdit[] {
  if (unitSpan === undefined) return []
  let start = unitSpan.start
  while (/[ \u00a0\u3000]/.test(text[start - 1] ?? '')) start--
  return [{ span: { start, end: unitSpan.end }, newText: '' }]
}

/** The figure is written anew: whether it is the unit or the figure that is right, only the author knows. */
function convert({ span, value, raw }: Cell, unit: string, expected: string, edits: readonly SpanEdit[]): Fix {
  const converted = digitsOf(timesTenTo(value ?? 0, powerBetween(unit, expected)))
  return {
    title: { key: 'fix/convert', args: { unit, expected, found: wordsIn(raw), converted } },
    edits: [{ span, newText: inPlaceOf(raw, converted) }, ...edits],
    preferred: false,
    safe: false,
  }
}

/** The figure stays as it is; whether the head's other figures are of that unit, only the author knows. */
function moveToHead({ text }: Report, table: Table, { column }: Cell, unit: string, edits: readonly SpanEdit[]): Fix[] {
  const head = headOf(table, column)
  if (head === undefined) return []
  const end: Span = { start: head.cell.end, end: head.cell.end }
  const note = bracketsLike(text.slice(table.span.start, table.span.end), `（${unit}）`)
  const title = { key: 'fix/unit-to-head', args: { unit } }
  return [{ title, edits: [{ span: end, newText: note }, ...edits], preferred: true, safe: false }]
}
