import { type Format, rowIds } from '../formats/schema.ts'
import { type Amount, compare } from '../text/amount.ts'
import type { Figure } from '../text/figure.ts'
import { onDemand } from '../text/on-demand.ts'
import type { Span } from '../text/span.ts'
import { cellOf, nothingAt } from './cells.ts'
import { editionOfRows } from './editions.ts'
import { type Equation, openedBy } from './equations.ts'
import { balances, type Fit, fitRow, lengthOf } from './fit.ts'
import type { Layout, Slot } from './layouts/layout.ts'
import type { Cell, LayoutName, Row, Table } from './report.ts'
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

/** Rows whose figures stand in one run: a single row, or all rows of a table that has them side by side. */
interface Run {
  readonly rows: readonly { readonly form: RowForm; readonly label: Span }[]
  /** The cells' keys in the order of their figures. */
  readonly keys: readonly string[]
  readonly slots: readonly Slot[]
  /** Where the figures begin. */
  readonly from: number
}

/** Gives every figure its row and column. */
export function bindTable({ text, source, table, fallback, layout, start, sources, again }: Binding): BoundTable {
  const slotsOf = ({ from, to }: RowSource) => layout.slots(text, from, to)
  const slots = table.across ? sources.slice(-1).map(slotsOf) : sources.map(slotsOf)
  const { forms, chosen, edition } = editionOfRows(table, fallback, sources, slots, layout.name)
  const equations = equationsFor(chosen, forms)
  const isTorn = forms.length < rowIds(chosen.table).length
  const runs = runsOf(table.across, forms, sources, slots)
  const fits = chooseFits(
    runs,
    fitRuns({ text, runs, equations, layout: layout.name, torn: isTorn, across: table.across }),
    equations,
  )
  const followed = followedRows({ text, layout, sources, again }, runs, fits)
  const cells = new Map<string, Cell>()
  const blankAt = (at: number) => layout.blankAt?.(source, at) ?? at
  const bound = runs.flatMap((run, index) => rowsOfRun(source, run, fits[index], followed, cells, blankAt))
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

interface Unfit {
  readonly text: string
  readonly runs: readonly Run[]
  readonly equations: readonly Equation[]
  readonly layout: LayoutName
  readonly torn: boolean
  readonly across: boolean
}

function fitRuns({ text, runs, equations, layout, torn, across }: Unfit): Fit[] {
  // Only rows with blanks ask for them.
  const starts = onDemand(() => startsOf(runs))
  const labelled = onDemand(() => labelledBy(runs))
  return runs.map(({ slots, keys, from }) => {
    const holds = (values: readonly Amount[]) => keepsSums(keys, values, equations)
    return fitRow({ text, slots, from, width: keys.length, holds, starts, labelled, layout, torn, across })
  })
}

/** Whether every equation that lies within these cells holds; undefined where none does. */
function keepsSums(keys: readonly string[], values: readonly Amount[], equations: readonly Equation[]) {
  const within = equations.filter(({ left, right }) => [...left, ...right].every((key) => keys.includes(key)))
  const valuesOf = (side: readonly string[]) => side.map((key) => values[keys.indexOf(key)] as Amount)
  return within.length === 0 ? undefined : within.every(({ left, right }) => balances(valuesOf(left), valuesOf(right)))
}

/**
 * The column at which the figures begin in complete rows, by the number of cells in the row; none where rows of the same
 * number differ in it.
 */
function startsOf(runs: readonly Run[]): Map<number, number> {
  const starts = new Map<number, number>()
  for (const { slots, keys } of runs) {
    const line = slots.filter((slot) => slot.line === 0)
    const first = line.findIndex(({ figure }) => figure.state === 'number')
    const figures = line.slice(first, first + keys.length)
    if (figures.length === keys.length && figures.every(({ figure }) => figure.state === 'number')) {
      const length = lengthOf(line)
      const column = figures[0]?.column ?? 0
      starts.set(length, (starts.get(length) ?? column) === column ? column : NOWHERE)
    }
  }
  return starts
}

/** The column of no cell. */
const NOWHERE = -1

/** The first column that no row takes for its label, by the number of cells in the row. */
function labelledBy(runs: readonly Run[]): Map<number, number> {
  const columns = new Map<number, number>()
  for (const { slots } of runs) {
    const line = slots.filter((slot) => slot.line === 0)
    const length = lengthOf(line)
    columns.set(length, Math.max(columns.get(length) ?? 0, line[0]?.column ?? 0))
  }
  return columns
}

/** More combinations than this are not tried: the rows stay unaligned. */
const MOST_COMBINATIONS = 512

/** Of rows with several readings, the one with which the sums down the columns hold; none when several do, or none. */
function chooseFits(
  runs: readonly Run[],
  fits: readonly Fit[],
  equations: readonly Equation[],
): (readonly Figure[] | undefined)[] {
  const open = fits.flatMap((fit, index) => (fit.length > 1 ? [index] : []))
  const chosen = fits.map((fit) => (fit.length === 1 ? fit[0] : undefined))
  const combinations = open.reduce((product, index) => product * (fits[index] as Fit).length, 1)
  if (open.length === 0 || combinations > MOST_COMBINATIONS) return chosen
  const values = new Map<string, Amount>()
  const place = (index: number, fit: readonly Figure[]) => {
    runs[index]?.keys.forEach((key, column) => {
      const figure = fit[column]
      if (figure?.state === 'number') values.set(key, figure.value)
    })
  }
  for (const [index, fit] of chosen.entries()) if (fit !== undefined) place(index, fit)
  const openKeys = new Set(open.flatMap((index) => runs[index]?.keys ?? []))
  const touched = equations.filter(({ left, right }) => [...left, ...right].some((key) => openKeys.has(key)))
  const holding: (readonly Figure[])[][] = []
  for (let combination = 0; combination < combinations; combination++) {
    let rest = combination
    const picked = open.map((index) => {
      const fit = fits[index] as Fit
      const figures = fit[rest % fit.length] as readonly Figure[]
      rest = Math.floor(rest / fit.length)
      place(index, figures)
      return figures
    })
    if (touched.every((equation) => mayHold(equation, values))) holding.push(picked)
  }
  const [only] = holding
  if (only === undefined || holding.length > 1) return chosen
  return chosen.map((fit, index) => (open.includes(index) ? only[open.indexOf(index)] : fit))
}

/** Whether an equation holds, or is not known to fail because a cell is unknown. */
function mayHold({ left, right }: Equation, values: ReadonlyMap<string, Amount>): boolean {
  const valuesOf = (side: readonly string[]) => side.flatMap((key) => values.get(key) ?? [])
  const known = [valuesOf(left), valuesOf(right)] as const
  return known[0].length < left.length || known[1].length < right.length || balances(known[0], known[1])
}

function rowsOfRun(
  source: string,
  { rows, from, slots }: Run,
  fit: readonly Figure[] | undefined,
  followed: ReadonlySet<string>,
  all: Map<string, Cell>,
  blankAt: (at: number) => number,
): Row[] {
  let next = 0
  const surplus = fit === undefined ? [] : surplusOf(slots, fit).map(({ start, end }) => ({ start, end }))
  return rows.map(({ form: { row, columns, edition, keys }, label }): Row => {
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
    const told = { unaligned: fit === undefined, surplus, followed: followed.has(row.id) }
    return { id: row.id, format: row, columns, edition, label, span, cells, ...told }
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
