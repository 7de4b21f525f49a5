import type { Amount } from '../text/amount.ts'
import type { Figure } from '../text/figure.ts'
import { onDemand } from '../text/on-demand.ts'
import type { Span } from '../text/span.ts'
import type { Equation } from './equations.ts'
import { balances, type Fit, fitRow, lengthOf } from './fit.ts'
import type { Slot } from './layouts/layout.ts'
import type { LayoutName } from './report.ts'
import type { RowForm } from './table-forms.ts'

/** Rows whose figures stand in one run: a single row, or all rows of a table that has them side by side. */
export interface Run {
  readonly rows: readonly { readonly form: RowForm; readonly label: Span }[]
  /** The cells' keys in the order of their figures. */
  readonly keys: readonly string[]
  readonly slots: readonly Slot[]
  /** Where the figures begin. */
  readonly from: number
}

export interface Unfit {
  readonly text: string
  readonly runs: readonly Run[]
  readonly equations: readonly Equation[]
  readonly layout: LayoutName
  readonly torn: boolean
  readonly across: boolean
  readonly reordered: readonly boolean[]
}

/** The readings of each run: one, several, or none. */
export function fitRuns({ text, runs, equations, layout, torn, across, reordered }: Unfit): Fit[] {
  // Only rows with blanks ask for them.
  const starts = onDemand(() => startsOf(runs))
  const labelled = onDemand(() => labelledBy(runs))
  return runs.map(({ slots, keys, from }, index) => {
    if (reordered[index]) return []
    const holds = (values: readonly Amount[]) => keepsSums(keys, values, equations)
    return fitRow({ text, slots, from, width: keys.length, holds, starts, labelled, layout, torn, across })
  })
}

/** Whether the first figure is the total of more rows than the last one is. */
export function totalStandsFirst(runs: readonly Run[], equations: readonly Equation[]): boolean {
  let surplus = 0
  for (const { slots, keys } of runs) {
    const values = slots.flatMap(({ figure }) => (figure.state === 'number' ? [figure.value] : []))
    const [first, ...others] = values
    if (first === undefined || values.length !== keys.length) continue
    surplus += Number(keepsSums(keys, [...others, first], equations) ?? 0)
    surplus -= Number(keepsSums(keys, values, equations) ?? 0)
  }
  return surplus > 0
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
export function chooseFits(
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
