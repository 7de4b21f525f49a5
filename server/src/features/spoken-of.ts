import type { CountClaim, DenialClaim } from '../report/claims/claims.ts'
import type { Cell, Report } from '../report/report.ts'
import { measuredIn } from '../rules/narrative/measured.ts'

/** The cells that a sentence speaks of; none where one of them is not known. */
export const cellsSpokenOf = (report: Report, { measure }: CountClaim | DenialClaim): Cell[] =>
  measuredIn(report, measure)?.[0]?.cells.map(({ cell }) => cell) ?? []

/** The sentences that speak of a cell. */
export const sentencesOn = (report: Report, cell: Cell): (CountClaim | DenialClaim)[] =>
  [...report.claims.counts, ...report.claims.denials].filter((claim) => cellsSpokenOf(report, claim).includes(cell))
