import type { Report } from '../../report/report.ts'
import type { Gapped } from '../../report/writing/draft.ts'
import type { Span, SpanEdit } from '../../text/span.ts'

/** Something to be written where the cursor is. */
export interface Offer {
  readonly label: string
  readonly detail?: string
  readonly text: Gapped
  /** What it takes the place of, on the cursor's line and around the cursor. */
  readonly replace: Span
  /** What else changes with it. */
  readonly edits?: readonly SpanEdit[]
  /** It is what mostly comes next. */
  readonly preferred?: boolean
}

/** Where the cursor is. */
export interface Caret {
  readonly offset: number
  /** From the line's first character, blanks aside, to the cursor. */
  readonly typed: Span
  /** The same, with the line's blanks. */
  readonly line: Span
  /** Nothing but blanks follow on the line. */
  readonly isAtEnd: boolean
}

export function caretAt({ text }: Pick<Report, 'text'>, offset: number): Caret {
  let start = offset
  while (start > 0 && !/[\r\n]/.test(text[start - 1] as string)) start--
  let first = start
  while (first < offset && /\s/.test(text[first] as string)) first++
  const rest = /^[^\r\n]*/.exec(text.slice(offset, offset + LONGEST_REST))?.[0] ?? ''
  return {
    offset,
    typed: { start: first, end: offset },
    line: { start, end: offset },
    isAtEnd: rest.trim() === '' && rest.length < LONGEST_REST,
  }
}

const LONGEST_REST = 200

/**
 * Whether what was typed so far may be the beginning of one of these. Marks among letters do not count; without letters they are the
 * first ones of a text, or something else: a line of dashes, the end of a fence.
 */
export function isMeant(typed: string, ...texts: readonly string[]): boolean {
  const letters = lettersOf(typed)
  if (letters === '') return texts.some((text) => text.startsWith(typed.trim()))
  return texts.some((text) => lettersOf(text.slice(0, LONGEST_REST)).startsWith(letters))
}

const lettersOf = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase()

/** More than that is a sentence of its own. */
export const LONGEST_TYPED = 40
