import { type Format, rowIds } from '../formats/schema.ts'
import { compare } from '../text/amount.ts'
import type { Figure } from '../text/figure.ts'
import type { Span } from '../text/span.ts'
import { cellOf, nothingAt } from './cells.ts'
import { headOrders } from './column-order.ts'
import { editionOfRows } from './editions.ts'
import { openedBy } from './equations.ts'
import { chooseFits, fitRuns, type Run, totalStandsFirst } from './fits.ts'
import type { Layout, Slot } from './layouts/layout.ts'
import type { Cell, Row, Table } from './report.ts'
import type { RowSource } from './sources.ts'
import { equationsFor, type RowForm, type TableForms } from './table-forms.ts'

export interface Binding {
  readonly text: string
  /** The same text with its markup. */
  readonly source: string
  readonly table: TableForms
  /** The edition to go by where the table itself does not tell. */
  readonly fallback: Format
  readonly layout: Layout
  /** Where the table begins. */
  readonly start: number
  /** The rows; where they stand side by side, all have their figures where the last one has its own. */
  readonly sources: readonly RowSource[]
  /** Rows that come again. */
  readonly again: readonly RowSource[]
}

/** All of a table but what is no row of it: its labels, and rows that come again. */
export type BoundTable = Omit<Table, 'labels' | 'again'>

/** Gives every figure its row and column. */
export function bindTable({ text, source, table, fallback, layout, start, sources, again }: Binding): BoundTable {
  const slotsOf = ({ from, to }: RowSource) => layout.slots(text, from, to)
  const slots = table.across ? sources.slice(-1).map(slotsOf) : sources.map(slotsOf)
  const { forms, chosen, edition } = editionOfRows(table, fallback, sources, slots, layout.name)
  const equations = equationsFor(chosen, forms)
  const isTorn = forms.length < rowIds(chosen.table).length
  const runs = runsOf(table.across, forms, sources, slots)
  const orders = headOrders(text, start, sources, (index) => forms[index]?.columns ?? [])
  const isTotalFirst = orders.includes('totalBefore') && totalStandsFirst(runs, equations)
  const reordered = orders.map((order) => order === 'other' || (order === 'totalBefore' && isTotalFirst))
  const fits = chooseFits(
    runs,
    fitRuns({ text, runs, equations, layout: layout.name, torn: isTorn, across: table.across, reordered }),
    equations,
  )
  const followed = followedRows({ text, layout, sources, again }, runs, fits)
  const cells = new Map<string, Cell>()
  const blankAt = (at: number) => layout.blankAt?.(source, at) ?? at
  const bound = runs.flatMap((run, index) =>
    rowsOfRun(source, run, fits[index], cells, blankAt).map((row) => ({
      ...row,
      followed: followed.has(row.id),
      reordered: reordered[index] ?? false,
    })),
  )
  // What is read by order may find a label behind that of the row after it.
  const rows = table.across ? bound : bound.sort((a, b) => a.span.start - b.span.start)
  const end = rows.reduce((last, { span }) => Math.max(last, span.end), start)
  const inOrder = isInOrder(cells) ? cells : new Map([...cells].sort(([, a], [, b]) => a.span.start - b.span.start))
  return {
    id: table.id,
    format: chosen.table,
    edition,
    layout: layout.name,
    span: { start, end },
    rows,
    cells: inOrder,
    equations: openedBy(equations, followed),
  }
}

/**
 * Rows behind which there are the figures of a whole row more, not all of them 0: of one that the form does not have. The
 * label of a group may stand before them.
 */
function followedRows(
  { text, layout, sources, again }: Pick<Binding, 'text' | 'layout' | 'sources' | 'again'>,
  runs: readonly Run[],
  fits: readonly (readonly Figure[] | undefined)[],
): Set<string> {
  const followed = runs.flatMap(({ rows, keys, slots }, index) => {
    const fit = fits[index]
    const [from, to] = [sources[index]?.to ?? 0, sources[index + 1]?.label.start ?? 0]
    const figures = fit === undefined ? [] : surplusOf(slots, fit)
    if (from < to && runs.length === sources.length)
      for (const gap of without(again, from, to)) figures.push(...surplusOf(layout.slots(text, gap.start, gap.end), []))
    const isRow = figures.length >= keys.length && figures.some((figure) => !isZero(figure))
    return isRow ? rows.map(({ form }) => form.row.id) : []
  })
  return new Set(followed)
}

/** What there is between two offsets besides rows that come again, which are no rows of the author's own. */
function without(again: readonly RowSource[], from: number, to: number): Span[] {
  const gaps: Span[] = []
  let start = from
  for (const row of again) {
    if (row.label.start < start || row.to > to) continue
    gaps.push({ start, end: row.label.start })
    start = row.to
  }
  return [...gaps, { start, end: to }]
}

const isZero = (figure: Figure): boolean => figure.state === 'number' && compare(figure.value, 0) === 0

function runsOf(
  across: boolean,
  forms: readonly RowForm[],
  sources: readonly RowSource[],
  slots: readonly Slot[][],
): Run[] {
  const rows = forms.map((form, index) => ({ form, label: (sources[index] as RowSource).label }))
  if (!across) {
    return rows.map((row, index) => ({
      rows: [row],
      keys: row.form.keys,
      slots: slots[index] as Slot[],
      from: (sources[index] as RowSource).from,
    }))
  }
  const from = sources.at(-1)?.from ?? 0
  return [{ rows, keys: forms.flatMap(({ keys }) => keys), slots: slots.at(-1) ?? [], from }]
}

function rowsOfRun(
  source: string,
  { rows, from, slots }: Run,
  fit: readonly Figure[] | undefined,
  all: Map<string, Cell>,
  blankAt: (at: number) => number,
): Omit<Row, 'followed' | 'reordered'>[] {
  let next = 0
  const surplus = fit === undefined ? [] : surplusOf(slots, fit).map(({ start, end }) => ({ start, end }))
  return rows.map(({ form: { row, columns, edition, keys }, label }) => {
    const cells: Cell[] = []
    let end = label.end
    if (fit !== undefined) {
      for (let column = 0; column < columns.length; column++) {
        const cell = cellOf(source, row.id, columns[column]?.id ?? '', fit[next++] ?? nothingAt(from), blankAt)
        all.set(keys[column] as string, cell)
        cells.push(cell)
        end = Math.max(end, cell.span.end)
      }
    }
    const span = { start: label.start, end }
    return { id: row.id, format: row, columns, edition, label, span, cells, unaligned: fit === undefined, surplus }
  })
}

/** Rows that stand within one another, as torn tables may have them, would mix the order of their cells. */
function isInOrder(cells: ReadonlyMap<string, Cell>): boolean {
  let at = 0
  for (const { span } of cells.values()) {
    if (span.start < at) return false
    at = span.start
  }
  return true
}

/** The figures that were left out. Of glued figures, each run holds several of the fit. */
function surplusOf(slots: readonly Slot[], fit: readonly Figure[]): Figure[] {
  if (slots.length <= fit.length) return []
  return slots.flatMap(({ figure }) => {
    const { state, start, end } = figure
    return state === 'number' && !fit.some((kept) => kept.start >= start && kept.end <= end) ? [figure] : []
  })
}
