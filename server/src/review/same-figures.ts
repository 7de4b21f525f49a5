import type { Report, Row, Table } from '../report/report.ts'
import { equal } from '../text/amount.ts'
import { halfWidth } from '../text/fold.ts'
import type { Span } from '../text/span.ts'

/**
 * Whether all figures of a report still stand in what became of it: every cell that had a value has that value, and every
 * row has its digits, those of blank and unreadable cells and of unaligned rows included. Both readings are at hand where a
 * text was reviewed before and after, so this costs a walk over the tables, and it does not ask which edits lie between: one
 * that makes a figure be read otherwise without touching it is caught as well.
 */
export function keepsFigures(before: Report, after: Report): boolean {
  return before.tables.every((table) => {
    const now = after.tables.find(({ id }) => id === table.id)
    return now !== undefined && keepsValues(table, now) && keepsDigits(before, table, after, now)
  })
}

const keepsValues = (before: Table, after: Table): boolean =>
  [...before.cells].every(([key, { value }]) => {
    if (value === null) return true
    const now = after.cells.get(key)?.value ?? null
    return now !== null && equal(value, now)
  })

function keepsDigits(before: Report, table: Table, after: Report, tableNow: Table): boolean {
  const rows = new Map(tableNow.rows.map((row) => [row.id, row]))
  return table.rows.every((row) => {
    const now = rows.get(row.id)
    if (now === undefined) return false
    // Which digits are those of an unaligned row nobody knows: all up to the next row are held.
    return row.unaligned
      ? digitsIn(before, belowLabel(before, table, row)) === digitsIn(after, belowLabel(after, tableNow, now))
      : digitsIn(before, behindLabel(row)) === digitsIn(after, behindLabel(now))
  })
}

const behindLabel = ({ label, span }: Row): Span => ({ start: label.end, end: span.end })

/** From the label to the next row's label, or to the end of the section. */
function belowLabel({ text, sections }: Report, { rows }: Table, { label }: Row): Span {
  const next = rows.find((row) => row.label.start >= label.end && row.label.start < row.label.end)
  const section = sections.find(({ span }) => span.start <= label.start && label.start < span.end)
  return { start: label.end, end: next?.label.start ?? section?.span.end ?? text.length }
}

function digitsIn({ text }: Report, { start, end }: Span): string {
  let digits = ''
  for (let at = start; at < end; at++) {
    const unit = halfWidth(text.charCodeAt(at))
    if (unit >= 0x30 && unit <= 0x39) digits += String.fromCharCode(unit)
  }
  return digits
}
