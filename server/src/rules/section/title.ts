import * as z from 'zod'
import type { SectionFormat } from '../../formats/schema.ts'
import { headingWords, titlesOf, titleWords } from '../../report/headings.ts'
import { withoutNumbering } from '../../report/labels.ts'
import type { Section } from '../../report/report.ts'
import { inPlaceOf } from '../../report/words.ts'
import { narrowed, type Span, type SpanEdit, sliceOf } from '../../text/span.ts'
import { type Finding, withOptions } from '../rule.ts'

const OPTIONS = z.object({
  /** Titles that are as good as the official ones here. */
  accepted: z.array(z.string().min(1)).default([]),
})

/** A section's title is not the official one: a word of substance is missing or replaced, or (information) 主要 and the like. */
export const title = withOptions(OPTIONS, {
  id: 'section/title',
  severity: 'warning',
  *check(report, { accepted }): Iterable<Finding> {
    const { format } = report.facts
    if (format === null) return
    const local = new Set(accepted.map(titleWords))
    for (const section of report.sections) {
      const official = format.sections.find(({ id }) => id === section.id)
      if (official === undefined || titlesOf(official).includes(wordsOf(section))) continue
      if (local.has(wordsOf(section))) continue
      // Tags leave wide blanks behind.
      const args = { found: section.titleText.replace(/\s{2,}/g, ''), title: official.title }
      const words = withoutNumbering(official.title)
      const span = { start: section.title.start + numberLength(section), end: section.title.end }
      yield {
        rule: 'section/title',
        ...(lacksOptionalWords(official, wordsOf(section)) && { severity: 'info' as const }),
        span: section.title,
        wording: { key: 'section/title', args },
        related: [],
        fixes: [
          {
            title: { key: 'fix/title', args: { title: official.title } },
            edits: [keepingTags(report.text, narrowed(report.text, { span, newText: words }))],
            preferred: true,
            safe: holdsTitleAlone(report.text, span, official),
          },
        ],
      }
    }
  },
})

/** Tags among the words that change come to stand behind them. */
const keepingTags = (text: string, { span, newText }: SpanEdit): SpanEdit => ({
  span,
  newText: inPlaceOf(sliceOf(text, span), newText),
})

/** How much of a heading is its number and the marks behind it. */
const numberLength = ({ titleText, ordinal }: Section): number =>
  ordinal === undefined ? 0 : (/^.[\s、.．，,:：是]*/.exec(titleText)?.[0].length ?? 0)

const wordsOf = ({ titleText, ordinal }: Section): string => headingWords(titleText, ordinal !== undefined)

/**
 * Whether no word of the author's is lost, or left over, with the old title. A heading that breaks off within, or that text
 * follows, may hold what the section says as well (其他事项：无); one may go on in the next line.
 */
function holdsTitleAlone(text: string, span: Span, official: SectionFormat): boolean {
  const [behind = '', nextLine = ''] = text.slice(span.end, span.end + BEHIND).split(/[\r\n]+/)
  const rest = titleWords(nextLine)
  return (
    !/[\s：:，,；;][^\s：:，,；;]/.test(sliceOf(text, span)) &&
    /^[\s*_#|]*(?:<|$)/.test(behind) &&
    (rest === '' || !titleWords(official.title).endsWith(rest))
  )
}

/** How much is looked at behind a title. */
const BEHIND = 100

/** Whether the title is the official one but for words that may be left out. */
function lacksOptionalWords(official: SectionFormat, words: string): boolean {
  const without = (title: string) =>
    official.optionalWords.reduce((rest, word) => rest.replaceAll(titleWords(word), ''), title)
  return titlesOf(official).some((accepted) => without(accepted) === without(words))
}
