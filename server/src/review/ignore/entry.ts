import type { Finding } from '../../rules/rule.ts'
import type { Config } from '../config/schema.ts'

export type IgnoreEntry = NonNullable<Config['ignore']>[number]

/** A quotation is as long as it takes to be told from others, and no longer than people read. */
const SHORTEST = 8
const LONGEST = 40

/** The entry of a list that has a finding ignored: by its cell, else by the words that it stands on or in. */
export function entryFor(text: string, { rule, address, span }: Finding, files: string): IgnoreEntry {
  if (address !== undefined) return { files, rule, address }
  const words = /^[^\r\n]*/.exec(text.slice(span.start, span.end))?.[0] ?? ''
  const isShort = words.length < SHORTEST
  const quoted = isShort ? clauseBefore(text, span.start) + words + clauseAfter(text, span.start + words.length) : words
  const quotation = wholeLetters(quoted)
  return quotation.trim() === '' ? { files, rule } : { files, rule, text: quotation }
}

/** Up to what sets cells or clauses apart. */
const clauseBefore = (text: string, at: number): string =>
  /[^\r\n\t|，。；：]*$/.exec(text.slice(Math.max(0, at - LONGEST / 2), at))?.[0] ?? ''

const clauseAfter = (text: string, at: number): string =>
  /^[^\r\n\t|，。；：]*/.exec(text.slice(at, at + LONGEST / 2))?.[0] ?? ''

/** Not more than is read, and no half of a letter at either end. */
const wholeLetters = (text: string): string => text.slice(0, LONGEST).replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, '')
