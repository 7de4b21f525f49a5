import { codeBlocks } from '../../report/code-blocks.ts'
import { commentsIn } from '../../report/comments.ts'
import type { Span } from '../../text/span.ts'

export const KINDS = ['disable-next-line', 'disable-line', 'disable-file', 'disable', 'enable'] as const
export type Kind = (typeof KINDS)[number]

/**
 * A comment that says what is not to be reported, such as `<!-- nianbao-disable-next-line narrative/count 市级口径 -->`: a
 * kind, the rules it is for, and why, in any words.
 */
export interface Directive {
  /** Undefined where the word after `nianbao-` is none of them. */
  readonly kind: Kind | undefined
  /** The word after `nianbao-`. */
  readonly word: string
  /** The comment. */
  readonly span: Span
  /** All rules are meant where none is named. */
  readonly rules: readonly NamedRule[]
}

export interface NamedRule {
  readonly id: string
  readonly span: Span
}

const OPENS = '<!--'
const CLOSES = '-->'
const WORD = /^\s*nianbao-([\w-]*)/
const RULE = /[\s,，、]*([A-Za-z][\w-]*(?:\/[\w-]*)?)/y

/** The ignore comments of a text, in its order. What a fenced block of code shows is none. */
export function directivesIn(text: string): Directive[] {
  if (!text.includes('nianbao-')) return []
  const directives = [...commentsIn(text)].flatMap((span) => directiveIn(text, span) ?? [])
  const blocks = directives.length === 0 ? [] : codeBlocks(text)
  let next = 0
  return directives.filter(({ span }) => {
    while ((blocks[next]?.end ?? text.length) <= span.start) next++
    return (blocks[next]?.start ?? text.length) > span.start
  })
}

function directiveIn(text: string, span: Span): Directive | undefined {
  const from = span.start + OPENS.length
  const content = text.slice(from, span.end - CLOSES.length)
  const found = WORD.exec(content)
  if (found === null) return undefined
  const word = found[1] as string
  return { kind: KINDS.find((kind) => kind === word), word, span, rules: rulesIn(content, found[0].length, from) }
}

/**
 * The rules come first, and what follows is the reason. The first word counts as a rule if it is written in Latin letters,
 * slash or not: a slip of the finger must not make an ignore of one rule one of all.
 */
function rulesIn(content: string, at: number, offset: number): NamedRule[] {
  const rules: NamedRule[] = []
  RULE.lastIndex = at
  for (let found = RULE.exec(content); found !== null; found = RULE.exec(content)) {
    const id = found[1] as string
    if (rules.length > 0 && !id.includes('/')) break
    rules.push({ id, span: { start: offset + RULE.lastIndex - id.length, end: offset + RULE.lastIndex } })
  }
  return rules
}
