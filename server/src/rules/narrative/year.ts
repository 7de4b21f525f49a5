import type { Content } from '../../formats/content-schema.ts'
import { passagesIn } from '../../report/prose/passages.ts'
import type { Report } from '../../report/report.ts'
import { narrowed, type Span } from '../../text/span.ts'
import type { Finding, Fix, Rule } from '../rule.ts'

/** A sentence on what was done begins with another year than the report's: a leftover of the report before. */
export const year: Rule = {
  id: 'narrative/year',
  severity: 'warning',
  *check(report): Iterable<Finding> {
    const { format, year: own } = report.facts
    const past = format?.content.pastWork
    if (past === undefined || own === undefined) return
    const { text, spanOf } = report.squeezed
    for (const { from, to } of passagesIn(report, past.section)) {
      for (const { index, 0: whole, 1: figure = '' } of text.slice(from, to).matchAll(OPENING)) {
        const stated = Number(figure)
        const end = from + index + whole.length
        if (stated === own || Math.abs(stated - own) > FARTHEST) continue
        if (!tellsOfWork(sentenceFrom(text, end, to), own, past)) continue
        const at = end - whole.length + whole.indexOf(figure)
        const digits = spanOf(at, at + figure.length)
        const args = { stated, year: own }
        yield {
          rule: 'narrative/year',
          span: spanOf(at, end),
          wording: { key: 'narrative/year', args },
          related: [],
          fixes: isWhole(digits, figure) ? [writeYear(report, digits, own)] : [],
        }
      }
    }
  },
}

/** Beyond, a year is history. */
const FARTHEST = 2
/** A year, and no month, at the beginning of a sentence. */
const OPENING = /(?:^|[。;!?\n])[\s*|]{0,4}(20\d\d)\s?年(?!\s?\d)/g
const LONGEST_SENTENCE = 400

function sentenceFrom(text: string, at: number, limit: number): string {
  const rest = text.slice(at, Math.min(limit, at + LONGEST_SENTENCE))
  // What follows a semicolon may set the years against one another.
  const end = rest.search(/[。!?]/)
  return (end === -1 ? rest : rest.slice(0, end)).replace(/\s+/g, '').replace(/《[^》]*》|“[^”]*”/g, '')
}

function tellsOfWork(sentence: string, own: number, { done, otherwise }: NonNullable<Content['pastWork']>): boolean {
  const has = (word: string) => sentence.includes(word)
  // 2022年印发的…: the year is that of what is spoken of.
  const isAttribute = done.some((word) => sentence.startsWith(`${word}的`))
  return !isAttribute && done.some(has) && !otherwise.some(has) && !has(String(own))
}

/** Whether nothing that a person does not see stands between the digits. */
const isWhole = ({ start, end }: Span, figure: string): boolean => end - start === figure.length

const writeYear = ({ text }: Report, span: Span, year: number): Fix => ({
  title: { key: 'fix/year', args: { year } },
  edits: [narrowed(text, { span, newText: String(year) })],
  preferred: true,
  safe: false,
})
