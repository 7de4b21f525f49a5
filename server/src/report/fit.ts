import { type Amount, compare, sum } from '../text/amount.ts'
import type { Figure } from '../text/figure.ts'
import type { Slot } from './layouts/layout.ts'

/**
 * Fits the cells that follow a row's label to the row's columns. One reading: it is sure. Several: the sums of other rows
 * have to tell. None: the row cannot be aligned.
 */
export type Fit = readonly (readonly Figure[])[]

/** A surplus of more zeros than this in one row is no slip of a converter. */
const MOST_SURPLUS = 2

/**
 * `holds` says whether figures in the order of the columns keep the sums along the row.
 * `starts` is the column at which the figures begin in complete rows, by the number of cells in the row.
 */
export function fitRow(
  slots: readonly Slot[],
  width: number,
  holds: (values: readonly Amount[]) => boolean,
  starts: ReadonlyMap<number, number>,
): Fit {
  const figures = slots.filter(({ figure }) => figure.state === 'number' || figure.state === 'notApplicable')
  if (figures.length === width) return [figures.map(({ figure }) => figure)]
  const line = fullestLine(slots)
  if (line !== undefined && (figures.length === 0 || figures.length === line.filter(isFigure).length)) {
    const fit = fitLine(line, width, starts)
    if (fit !== undefined) return [fit]
  }
  const surplus = figures.length - width
  return surplus > 0 && surplus <= MOST_SURPLUS ? withoutZeros(figures, surplus, holds) : []
}

const isFigure = ({ figure }: Slot): boolean => figure.state === 'number' || figure.state === 'notApplicable'

/** The layout's row with the most figures; of rows without any, the first. Undefined where the layout tells no rows. */
function fullestLine(slots: readonly Slot[]): Slot[] | undefined {
  const lines = new Map<number, Slot[]>()
  for (const slot of slots) {
    if (slot.line < 0) return undefined
    const line = lines.get(slot.line)
    if (line === undefined) lines.set(slot.line, [slot])
    else line.push(slot)
  }
  let fullest: Slot[] | undefined
  for (const line of lines.values()) {
    if (fullest === undefined || line.filter(isFigure).length > fullest.filter(isFigure).length) fullest = line
  }
  return fullest
}

/**
 * A line with a cell for each column, or with more, of which the surplus at its ends is blank: where complete lines show
 * at which cell the figures begin, there; else only if it can be but one place. Without figures any place is as good.
 */
function fitLine(
  line: readonly Slot[],
  width: number,
  starts: ReadonlyMap<number, number>,
): readonly Figure[] | undefined {
  const places: number[] = []
  for (let from = 0; from + width <= line.length; from++) {
    if (blankAt(line, 0, from) && blankAt(line, from + width, line.length)) places.push(from)
  }
  const start = starts.get(lengthOf(line))
  const told = places.find((from) => line[from]?.column === start)
  const from = told ?? (places.length === 1 || !line.some(isFigure) ? places.at(-1) : undefined)
  return from === undefined ? undefined : line.slice(from, from + width).map(({ figure }) => figure)
}

/** The number of cells in a layout's row, from its beginning to the last of these. */
export const lengthOf = (line: readonly Slot[]): number => (line.at(-1)?.column ?? -1) + 1

const blankAt = (line: readonly Slot[], from: number, to: number): boolean =>
  line.slice(from, to).every(({ figure }) => figure.state === 'blank')

/** The readings that leave out `surplus` zeros and keep the sums; readings with the same values are one. */
function withoutZeros(figures: readonly Slot[], surplus: number, holds: (values: readonly Amount[]) => boolean): Fit {
  const fits = new Map<string, readonly Figure[]>()
  const leaveOut = (kept: readonly Slot[], from: number, left: number) => {
    if (left === 0) {
      const row = kept.map(({ figure }) => figure)
      const values = row.map((figure) => (figure.state === 'number' ? figure.value : 0))
      const key = values.join()
      if (!fits.has(key) && holds(values)) fits.set(key, row)
      return
    }
    for (let at = from; at < kept.length; at++) {
      const { figure } = kept[at] as Slot
      if (figure.state === 'number' && compare(figure.value, 0) === 0) {
        leaveOut([...kept.slice(0, at), ...kept.slice(at + 1)], at, left - 1)
      }
    }
  }
  leaveOut(figures, 0, surplus)
  return [...fits.values()]
}

/** Whether two groups of figures have the same sum. */
export const balances = (left: readonly Amount[], right: readonly Amount[]): boolean =>
  compare(sum(left), sum(right)) === 0
