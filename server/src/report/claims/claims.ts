import type { Measure } from '../../formats/schema.ts'
import type { Amount } from '../../text/amount.ts'
import type { Span } from '../../text/span.ts'

/** What the sentences of a report say in figures. */
export interface Claims {
  /** Figures of quantities that the tables hold. */
  readonly counts: readonly CountClaim[]
  /** That there was none. */
  readonly denials: readonly DenialClaim[]
  /** A total with the figures that it is divided into. */
  readonly breakdowns: readonly BreakdownClaim[]
  /** Shares of a whole. */
  readonly shares: readonly ShareClaim[]
  readonly rates: readonly RateClaim[]
}

/** A figure in prose. */
export interface ProseFigure {
  /** The digits alone, without their unit. */
  readonly span: Span
  readonly value: Amount
  /** By how much the true figure may be less or more: 1万 says nothing of the hundreds, 余 that there are some more. */
  readonly below: Amount
  readonly above: Amount
  readonly unit: string
}

export interface CountClaim {
  readonly measure: Measure
  /** The words that say it, with the figure. */
  readonly span: Span
  readonly figure: ProseFigure
  /** The words mean the cells, and no more or less. */
  readonly certain: boolean
}

export interface DenialClaim {
  readonly measure: Measure
  readonly span: Span
}

export interface BreakdownClaim {
  readonly total: ProseFigure
  readonly parts: readonly ProseFigure[]
  /** The list says that it is not complete. */
  readonly isOpen: boolean
}

export interface ShareClaim {
  /** The percentage, with its sign. */
  readonly span: Span
  readonly percent: Amount
  /** A unit of its last digit: it may be rounded or cut off. */
  readonly tolerance: Amount
  /** The figure that it is the share of. */
  readonly part: ProseFigure
  /** The figures before it that could be the whole. */
  readonly wholes: readonly ProseFigure[]
  /** What the paragraph may be about, of which the tables may have the whole. */
  readonly measures: readonly Measure[]
}

/** A rate of which more than all is none, such as that of applications answered. */
export interface RateClaim {
  /** The percentage, with its sign. */
  readonly span: Span
  readonly percent: Amount
}

export const NO_CLAIMS: Claims = { counts: [], denials: [], breakdowns: [], shares: [], rates: [] }
