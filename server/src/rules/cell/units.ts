import type { ColumnFormat } from '../../formats/schema.ts'
import type { Cell, Report, Table, WrittenLabel } from '../../report/report.ts'
import { type Span, sliceOf } from '../../text/span.ts'

/**
 * `said`: the head says the unit, or that it counts. `factor`: the head says another unit of the same kind.
 * `unsaid`: no head says it, so it cannot just go. `other`: it fits no figure of the column. `sign`: a plus.
 */
export type Kind = 'said' | 'factor' | 'unsaid' | 'other' | 'sign'

/** What stands beside a figure that should stand alone. */
export interface Beside {
  readonly kind: Kind
  readonly unit: string
  /** The unit that the head says; empty without any. */
  readonly expected: string
}

export function besideFigure(
  report: Report,
  table: Table,
  { unitSpan: span, value, raw }: Cell,
  column: ColumnFormat,
): Beside | undefined {
  if (span === undefined) {
    const isSigned = column.kind !== 'change' && value !== null && PLUS.has(raw[0] ?? '')
    return isSigned ? { kind: 'sign', unit: raw.slice(0, 1), expected: '' } : undefined
  }
  const unit = sliceOf(report.text, span)
  if (column.kind !== 'amount') return { kind: COUNTER.test(unit) ? 'said' : 'other', unit, expected: '' }
  const expected = unitInHead(report, table, column.id) ?? column.unit ?? ''
  if (!POWERS.has(unit)) return { kind: 'other', unit, expected }
  return { kind: expected === '' ? 'unsaid' : unit === expected ? 'said' : 'factor', unit, expected }
}

const PLUS: ReadonlySet<string> = new Set(['+', '＋', '增'])

/** Words that go with a number of things and say nothing of how many. */
const COUNTER = /^[件条项个宗份起次]$/

/** Units of money, by the power of ten that they are of the first. */
const POWERS = new Map([
  ['元', 0],
  ['十元', 1],
  ['百元', 2],
  ['千元', 3],
  ['万元', 4],
  ['十万元', 5],
  ['百万元', 6],
  ['千万元', 7],
  ['亿元', 8],
])

/** How many powers of ten lie from one unit to another. */
export const powerBetween = (from: string, to: string): number => (POWERS.get(from) ?? 0) - (POWERS.get(to) ?? 0)

/** The unit that an author has put into the head of a column, such as 采购总金额（万元）. */
function unitInHead(report: Report, table: Table, column: string): string | undefined {
  const head = headOf(table, column)
  return head && unitInNote(report, head)
}

/** The unit in the note behind a head. */
export const unitInNote = ({ text }: Report, { letters, cell }: WrittenLabel): string | undefined =>
  /[十百千万亿]*元/.exec(text.slice(letters.end, cell.end))?.[0]

export const headOf = ({ labels }: Table, column: string): WrittenLabel | undefined =>
  labels.find(({ kind, id }) => kind === 'column' && id === column)

/** The figure with what stands behind it. */
export const withUnit = ({ span, unitSpan }: Cell): Span => ({ start: span.start, end: unitSpan?.end ?? span.end })
