import { type Amount, compare, sum } from '../text/amount.ts'
import type { Figure } from '../text/figure.ts'
import type { Slot } from './layouts/layout.ts'
import type { LayoutName } from './report.ts'
import { splitRuns } from './split.ts'

/**
 * Fits the cells that follow a row's label to the row's columns. One reading: it is sure. Several: the sums of other rows
 * have to tell. None: the row cannot be aligned.
 */
export type Fit = readonly (readonly Figure[])[]

/** A surplus of more zeros than this in one row is no slip of a converter. */
const MOST_SURPLUS = 2

/** The cells of a row, or of several beside one another, before they are told apart. */
export interface Unfitted {
  readonly text: string
  readonly slots: readonly Slot[]
  /** Where the first cell begins if there is none. */
  readonly from: number
  /** How many figures the columns take. */
  readonly width: number
  /** Whether figures in the order of the columns keep the sums along the row; undefined where there are none. */
  readonly holds: (values: readonly Amount[]) => boolean | undefined
  /** The column at which the figures begin in complete rows, by the number of cells in the row. */
  readonly starts: () => ReadonlyMap<number, number>
  /** The first column that no row takes for its label, by the number of cells in the row. */
  readonly labelled: () => ReadonlyMap<number, number>
  readonly layout: LayoutName
  /** Rows of the table were not found: their figures, or those of this row, may stand anywhere. */
  readonly torn: boolean
  /** All rows of the table stand side by side, and their figures below the labels. */
  readonly across: boolean
}

export function fitRow({ text, slots, from, width, holds, starts, labelled, layout, torn, across }: Unfitted): Fit {
  const isLabel = (line: readonly Slot[], at: number) =>
    !KEEPS_ENDS.has(layout) && isOfLabel(line, at, starts(), labelled())
  // Where nothing tells rows apart, no figure may as well mean one that was not found.
  if (slots.length === 0 && (layout === 'spaces' || layout === 'glued' || (layout === 'lines' && torn))) return []
  if (layout === 'spaces' && torn && isDoubtful(text, from, slots)) return []
  if (slots.length === 0) return [Array.from({ length: width }, () => ({ state: 'blank', start: from, end: from }))]
  if (slots.length === width && !UNSEPARATED.has(layout) && slots.every(isFigure)) {
    return [slots.map(({ figure }) => figure)]
  }
  const figures = slots.filter(isFigure)
  if (UNSEPARATED.has(layout) && figures.length === slots.length && hasGlue(text, figures, width, layout)) {
    // Where cells are set apart, a single run may be a single figure: it is several only if the sums say so.
    const isSure = layout === 'lines' || (layout === 'spaces' && isSetApart(text, from, figures))
    const isKept = (values: readonly Amount[]) => (isSure ? holds(values) === true : holds(values) !== false)
    return splitRuns(
      text,
      figures.map(({ figure }) => figure),
      width,
      isKept,
    )
  }
  const own = slots.filter((slot) => slot.line === 0)
  if (own.length === width && own.some(isFigure)) {
    // Blanks of merged cells, and a page break among the figures, or blanks among them and figures of something below.
    if (figures.length === width && !own.every(isFigure))
      return holds(figures.map(amountIn)) === true ? [figures.map(({ figure }) => figure)] : []
    if (isLabel(own, 0) || (hasRemainders(slots, width) && holds(own.map(amountIn)) !== true)) return []
    return [own.map(({ figure }) => figure)]
  }
  // Cells that are all blank leave no room for what stands below them, unless they are those of a head.
  if (!across && own.length >= width && !own.some(isFigure) && figures.length > 0) return []
  if (figures.length === width) return [figures.map(({ figure }) => figure)]
  const lone = loneText(text, slots)
  if (lone !== undefined && width === 1) return [[lone]]
  const line = fullestLine(slots, width)
  if (line !== undefined && (figures.length === 0 || figures.length === line.filter(isFigure).length)) {
    const fit = fitLine(line, width, starts(), isLabel)
    if (fit !== undefined) return [fit]
  }
  const surplus = figures.length - width
  // A mark among too many figures may be anything: the surplus is not told apart.
  if (figures.some(({ figure }) => figure.state === 'notApplicable')) return []
  return surplus > 0 && surplus <= MOST_SURPLUS ? withoutZeros(figures, surplus, holds) : []
}

/** Figures on several lines, or after the number of a row that was not found, may be those of other rows. */
function isDoubtful(text: string, from: number, slots: readonly Slot[]): boolean {
  const first = slots[0]?.figure.start ?? from
  const last = slots.at(-1)?.figure.start ?? from
  return /[\n\r]/.test(text.slice(first, last)) || /\d[.．、]/.test(text.slice(from, first))
}

/** Layouts whose rows end with a mark of their own, so that no blank at the end is lost. */
const KEEPS_ENDS: ReadonlySet<LayoutName> = new Set(['html', 'pipes'])

/** Layouts in which figures may stand together without a separator. */
const UNSEPARATED: ReadonlySet<LayoutName> = new Set(['glued', 'spaces', 'lines'])

/** One run for several columns, a run that begins as no figure does, or too few in a text that glues figures anyway. */
const hasGlue = (text: string, figures: readonly Slot[], width: number, layout: Unfitted['layout']): boolean =>
  (figures.length === 1 && width > 1) ||
  (layout !== 'lines' && figures.some(({ figure }) => /^0\d/.test(text.slice(figure.start, figure.end)))) ||
  (layout === 'glued' && figures.length < width)

/** Whether a blank parts the label from its only run of digits, which may be a figure as it is. */
const isSetApart = (text: string, from: number, [only, ...others]: readonly Slot[]): boolean =>
  only !== undefined && others.length === 0 && only.figure.start > from && text[only.figure.start] !== '0'

const isFigure = ({ figure }: Slot): boolean => figure.state === 'number' || figure.state === 'notApplicable'

const amountIn = ({ figure }: Slot): Amount => (figure.state === 'number' ? figure.value : 0)

/** Whether fewer figures than the row has stand below it without words: ends of figures that wrap in narrow cells. */
function hasRemainders(slots: readonly Slot[], width: number): boolean {
  const below = slots.filter(({ line }) => line > 0)
  const figures = below.filter(isFigure).length
  return figures > 0 && figures < width && below.every(({ figure }) => figure.state !== 'unreadable')
}

/** What stands alone in its row in place of a figure: no words, which may belong to the label, but what may be a slip. */
function loneText(text: string, slots: readonly Slot[]): Figure | undefined {
  const [only, ...others] = slots.filter(({ figure }) => figure.state !== 'blank')
  if (only === undefined || others.length > 0 || only.line !== 0 || only.figure.state !== 'unreadable') return undefined
  const { start, end } = only.figure
  return /[\d０-９]|^[^\u4e00-\u9fff]+$/.test(text.slice(start, end)) ? only.figure : undefined
}

/** The layout's row with the most figures; without any, the first of enough blanks. None where the layout tells no rows. */
function fullestLine(slots: readonly Slot[], width: number): Slot[] | undefined {
  const lines = new Map<number, Slot[]>()
  for (const slot of slots) {
    if (slot.line < 0) return undefined
    const line = lines.get(slot.line)
    if (line === undefined) lines.set(slot.line, [slot])
    else line.push(slot)
  }
  let fullest: Slot[] | undefined
  let most = 0
  for (const line of lines.values()) {
    const figures = line.filter(isFigure).length
    const isBlank = line.length >= width && line.every(({ figure }) => figure.state === 'blank')
    if (figures > most || (fullest === undefined && isBlank)) {
      fullest = line
      most = figures
    }
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
  isLabel: (line: readonly Slot[], at: number) => boolean,
): readonly Figure[] | undefined {
  const last = line.length - width
  if (last < 0) return undefined
  const firstFilled = line.findIndex(({ figure }) => figure.state !== 'blank')
  const from = Math.max(0, line.findLastIndex(({ figure }) => figure.state !== 'blank') - width + 1)
  const to = firstFilled < 0 ? last : Math.min(firstFilled, last)
  if (from > to) return undefined
  const start = starts.get(lengthOf(line))
  const told = line.findIndex(({ column }, index) => index >= from && index <= to && column === start)
  const isSure = firstFilled < 0 || (from === to && !isLabel(line, to))
  const place = told >= 0 ? told : isSure ? to : undefined
  return place === undefined ? undefined : line.slice(place, place + width).map(({ figure }) => figure)
}

/**
 * Whether a blank that would be the first cell may belong to the label, and the row have lost cells at its end, as editors
 * trim blank ones: all complete rows have more cells than it, none begins there, or a row with as many has its label there.
 */
function isOfLabel(
  line: readonly Slot[],
  at: number,
  starts: ReadonlyMap<number, number>,
  labelled: ReadonlyMap<number, number>,
): boolean {
  const first = line[at]
  if (first === undefined || first.figure.state !== 'blank' || line.every(({ figure }) => figure.state === 'blank'))
    return false
  const length = lengthOf(line)
  const [complete, ...others] = starts.keys()
  if (complete !== undefined && others.length === 0 && length < complete) return true
  const begins = [...starts.values()]
  return (begins.length > 0 && !begins.includes(first.column)) || first.column < (labelled.get(length) ?? 0)
}

/** The number of cells in a layout's row, from its beginning to the last of these. */
export const lengthOf = (line: readonly Slot[]): number => (line.at(-1)?.column ?? -1) + 1

/** The readings that leave out `surplus` zeros and keep the sums; readings with the same values are one. */
function withoutZeros(figures: readonly Slot[], surplus: number, holds: Unfitted['holds']): Fit {
  const fits = new Map<string, readonly Figure[]>()
  const leaveOut = (kept: readonly Slot[], from: number, left: number) => {
    if (left === 0) {
      const row = kept.map(({ figure }) => figure)
      const values = kept.map(amountIn)
      const key = values.join()
      if (!fits.has(key) && holds(values) === true) fits.set(key, row)
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
