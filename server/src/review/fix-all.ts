import type { Finding, Fix } from '../rules/rule.ts'
import { composed } from '../text/compose.ts'
import { applyEdits, ordered, type SpanEdit, sliceOf } from '../text/span.ts'
import { type Review, review } from './review.ts'
import { keepsFigures } from './same-figures.ts'

/** What the safe fixes make of a text. */
export interface Fixed {
  /** Of the text that they lead to; the review that was given, where there was nothing to fix. */
  readonly review: Review
  /** Against the text that was given: as small as they can be, in the order of the text, none touching another. */
  readonly edits: readonly SpanEdit[]
  /** How many findings were fixed. */
  readonly count: number
}

/** Fixes bring up few findings that can be fixed in turn; some that still do after so many rounds never end. */
const MOST_ROUNDS = 16

/** How many fixes are tried one by one, a review each, when not all of them leave the figures alone. */
const MOST_SINGLY = 32

/**
 * Applies the safe fixes, of all rules or of those with the ids given, and reviews again as the text was reviewed, until
 * nothing is left to fix. A round in which a figure of a table would not stay what it is is not applied: a figure is changed
 * by a person's choice alone. Fixes that undo one another, or go on for ever, change nothing. Fixing what was fixed therefore
 * changes nothing either.
 */
export function fixAll(given: Review, rules?: readonly string[]): Fixed {
  const { text } = given.report
  const seen = new Set([text])
  let fixed: Fixed = { review: given, edits: [], count: 0 }
  for (let rounds = 0; rounds < MOST_ROUNDS; rounds++) {
    const round = nextRound(fixed.review, rules)
    if (round === undefined) return fixed
    if (seen.has(round.review.report.text)) break
    seen.add(round.review.report.text)
    const edits = composed(text, fixed.edits, round.edits)
    fixed = { review: round.review, edits, count: fixed.count + round.count }
  }
  return { review: given, edits: [], count: 0 }
}

/** The fix of a finding that may be applied without being asked: its preferred or only one, if that is safe. */
export function safeFixOf({ fixes }: Finding): Fix | undefined {
  const fix = fixes.find(({ preferred }) => preferred) ?? (fixes.length === 1 ? fixes[0] : undefined)
  return fix?.safe ? fix : undefined
}

/** All that can be fixed at once; undefined when there is nothing, or nothing that leaves the figures alone. */
function nextRound(from: Review, rules: readonly string[] | undefined): Fixed | undefined {
  const fixes = apart(fixesOf(from, rules))
  return attempt(from, fixes) ?? attempt(from, harmless(from, fixes))
}

function attempt(from: Review, fixes: readonly Fix[]): Fixed | undefined {
  if (fixes.length === 0) return undefined
  const edits = fixes.flatMap((fix) => fix.edits)
  const next = review(applyEdits(from.report.text, edits), from.options)
  return keepsFigures(from.report, next.report) ? { review: next, edits, count: fixes.length } : undefined
}

/** When a figure would change: those fixes that, each by itself, change none. */
function harmless(from: Review, fixes: readonly Fix[]): Fix[] {
  if (fixes.length === 1) return []
  return fixes.slice(0, MOST_SINGLY).filter((fix) => attempt(from, [fix]) !== undefined)
}

function fixesOf({ report, findings }: Review, rules: readonly string[] | undefined): Fix[] {
  return findings
    .filter(({ rule }) => rules?.includes(rule) ?? true)
    .flatMap((finding) => safeFixOf(finding) ?? [])
    .filter(({ edits }) => edits.some(({ span, newText }) => sliceOf(report.text, span) !== newText))
}

/** Those that lie apart, the first in the order of the text winning; the others have their turn in the next round. */
function apart(fixes: readonly Fix[]): Fix[] {
  const placed = fixes.map((fix) => {
    const spans = ordered(fix.edits).map(({ span }) => span)
    return { fix, start: spans[0]?.start ?? 0, end: spans.at(-1)?.end ?? 0 }
  })
  placed.sort((a, b) => a.start - b.start)
  let taken = -1
  return placed.flatMap(({ fix, start, end }) => {
    if (start <= taken) return []
    taken = end
    return [fix]
  })
}
