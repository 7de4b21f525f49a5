import { isWithin, passagesOf } from '../../report/prose/passages.ts'
import type { Report } from '../../report/report.ts'
import { wordsIn } from '../../report/words.ts'
import { isBlank } from '../../text/figure.ts'
import { type Span, sliceOf } from '../../text/span.ts'
import type { Finding, Fix, Rule } from '../rule.ts'
import { type Leftover, leftoversOf, saySomething } from './leftovers.ts'

/** An instruction of the form was left in the text, or what had to be filled in was not. */
export const placeholder: Rule = {
  id: 'content/placeholder',
  severity: 'warning',
  *check(report): Iterable<Finding> {
    for (const leftover of leftoversOf(report)) {
      const span = report.squeezed.spanOf(leftover.from, leftover.to)
      const words = wordsIn(sliceOf(report.text, span)).replace(/\s+/g, '')
      yield {
        rule: 'content/placeholder',
        span,
        wording: { key: `content/placeholder.${leftover.kind}`, args: { words } },
        related: [],
        fixes: removal(report, leftover, span, words),
      }
    }
  },
}

/**
 * An instruction goes where the section says more than that; where it is all there is, what it asks for is to be written. The
 * mark of a draft goes when a person says so.
 */
function removal(report: Report, leftover: Leftover, span: Span, words: string): Fix[] {
  if (leftover.kind === 'draft') {
    const title = { key: 'fix/confirm-draft', args: { words } }
    return [{ title, edits: [{ span, newText: '' }], preferred: false, safe: false }]
  }
  if (leftover.kind !== 'instruction') return []
  const passages = passagesOf(report)
  const section = passages.find((passage) => isWithin([passage], leftover))?.section
  const own = passages.filter((passage) => passage.section === section)
  if (!own.some(({ besideTable }) => besideTable) && !saySomething(report, own)) return []
  const edits = [{ span: withLine(report.text, span), newText: '' }]
  return [{ title: { key: 'fix/remove-instruction', args: {} }, edits, preferred: true, safe: true }]
}

/** The whole line, with the blank lines after it, where nothing else stands on it. */
function withLine(text: string, { start, end }: Span): Span {
  let lineStart = start
  while (lineStart > 0 && isBlank(text.charCodeAt(lineStart - 1))) lineStart--
  const isFirst = lineStart === 0 || /[\r\n]/.test(text[lineStart - 1] as string)
  const rest = /^[ \u00a0\u3000]*(?:\r\n|\r|\n|$)(?:[ \u00a0\u3000]*(?:\r\n|\r|\n))*/.exec(
    text.slice(end, end + BEHIND),
  )
  return isFirst && rest !== null ? { start: lineStart, end: end + rest[0].length } : { start, end }
}

/** How much is looked at behind an instruction. */
const BEHIND = 80
