import { bracketsLike } from '../../report/dialect.ts'
import { isWithin, type Passage, passagesIn, passagesOf } from '../../report/prose/passages.ts'
import { occurrencesOf } from '../../report/prose/wordings.ts'
import type { Report } from '../../report/report.ts'
import type { SpanEdit } from '../../text/span.ts'
import { isRefuted } from '../narrative/measured.ts'
import type { Finding, Rule } from '../rule.ts'
import { saySomething } from './leftovers.ts'

/** The section for it says nothing of fees; information where the report says it elsewhere. */
export const feeStatement: Rule = {
  id: 'content/fee-statement',
  severity: 'warning',
  *check(report): Iterable<Finding> {
    const fees = report.facts.format?.content.fees
    const section = report.sections.find(({ id }) => id === fees?.section)
    if (fees === undefined || section === undefined) return
    const passages = passagesIn(report, section.id)
    if (!saySomething(report, passages)) return
    const named = occurrencesOf(report, fees.names).filter((occurrence) => isWithin(passagesOf(report), occurrence))
    const all = [...named, ...occurrencesOf(report, fees.signs)]
    if (all.some((occurrence) => isWithin(passages, occurrence))) return
    const [elsewhere] = named
    const draft = fees.draft.replace('{year}', String(report.facts.year ?? ''))
    const edit = isRefuted(report, draft) ? undefined : insertDraft(report, passages, draft)
    const args = { section: section.titleText }
    yield {
      rule: 'content/fee-statement',
      ...(elsewhere !== undefined && { severity: 'info' as const }),
      span: section.title,
      wording: { key: elsewhere === undefined ? 'content/fee-statement' : 'content/fee-statement.elsewhere', args },
      related:
        elsewhere === undefined
          ? []
          : [
              {
                span: report.squeezed.spanOf(elsewhere.from, elsewhere.to),
                wording: { key: 'related/said-here', args: {} },
              },
            ],
      fixes:
        edit === undefined
          ? []
          : [{ title: { key: 'fix/fee-draft', args }, edits: [edit], preferred: true, safe: false }],
    }
  },
}

/** Puts a sentence behind the first line of the section, before the marks that end the line. */
function insertDraft(report: Report, passages: readonly Passage[], draft: string): SpanEdit | undefined {
  const { text, spanOf } = report.squeezed
  for (const { from, to } of passages) {
    const line = FIRST_LINE.exec(text.slice(from, to))
    if (line === null) continue
    const end = from + line.index + line[0].length
    const at = spanOf(end - 1, end).end
    const stop = /[。.!?;]$/.test(line[0]) ? '' : '。'
    return { span: { start: at, end: at }, newText: stop + bracketsLike(report.text, draft) }
  }
  return undefined
}

/** The first line that says something, up to its last letter and the marks after it. */
const FIRST_LINE = /[\p{L}\p{N}](?:[^\n]*[\p{L}\p{N}])?[”"’』)》〉]{0,3}[。.!?;]?/u
