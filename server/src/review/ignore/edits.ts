import type { Span, SpanEdit } from '../../text/span.ts'
import type { Directive, NamedRule } from './directives.ts'

/** Takes an ignore out: with its line where it has one of its own, else with a space before it. */
export function removal(text: string, { span }: Directive): SpanEdit {
  let { start, end } = span
  while (isBlank(text[start - 1])) start--
  while (isBlank(text[end])) end++
  const lineEnd = /\r\n|[\r\n]|$/y
  lineEnd.lastIndex = end
  const isAlone = (start === 0 || /[\r\n]/.test(text[start - 1] as string)) && lineEnd.test(text)
  if (isAlone) return { span: { start, end: lineEnd.lastIndex }, newText: '' }
  return { span: { start: text[span.start - 1] === ' ' ? span.start - 1 : span.start, end: span.end }, newText: '' }
}

const isBlank = (character: string | undefined): boolean => character === ' ' || character === '\t'

/** Takes one of several rules out of an ignore, with what sets it apart from the next one or the one before. */
export function removalOfRule({ rules }: Directive, rule: NamedRule): SpanEdit {
  const at = rules.indexOf(rule)
  const next = rules[at + 1]
  const span: Span =
    next !== undefined
      ? { start: rule.span.start, end: next.span.start }
      : { start: rules[at - 1]?.span.end ?? rule.span.start, end: rule.span.end }
  return { span, newText: '' }
}
