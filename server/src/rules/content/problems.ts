import type { Content } from '../../formats/content-schema.ts'
import { isWithin, type Passage, passagesIn, wordsOf } from '../../report/prose/passages.ts'
import { type Occurrence, occurrencesOf } from '../../report/prose/wordings.ts'
import type { Report } from '../../report/report.ts'
import type { Finding, Rule, Severity } from '../rule.ts'
import { saySomething } from './leftovers.ts'

/** The section on problems and measures lacks one of them, or says nothing; information where it is very short. */
export const problems: Rule = {
  id: 'content/problems',
  severity: 'warning',
  *check(report): Iterable<Finding> {
    const asked = report.facts.format?.content.problems
    const section = report.sections.find(({ id }) => id === asked?.section)
    if (asked === undefined || section === undefined) return
    const passages = passagesIn(report, section.id)
    if (!saySomething(report, passages)) return
    const judged = judge(report, passages, asked)
    if (judged === undefined) return
    yield {
      rule: 'content/problems',
      ...(judged.severity !== undefined && { severity: judged.severity }),
      span: section.title,
      wording: { key: judged.key, args: { section: section.titleText, length: judged.length } },
      related: [],
      fixes: [],
    }
  },
}

interface Judged {
  readonly key: string
  readonly severity?: Severity
  /** Letters and digits that the section has. */
  readonly length: number
}

function judge(
  report: Report,
  passages: readonly Passage[],
  { nothing, problems, measures, least }: NonNullable<Content['problems']>,
): Judged | undefined {
  const words = wordsOf(report, passages).replace(/[^\p{L}\p{N}]+/gu, '')
  const length = words.length
  if (nothing.includes(words)) return { key: 'content/problems.nothing', length }
  const within = (list: readonly string[]) =>
    occurrencesOf(report, list).filter((occurrence) => isWithin(passages, occurrence))
  const told = within(problems)
  if (told.length === 0) return { key: 'content/problems.no-problem', length }
  if (!hasClauseOfItsOwn(report, within(measures), told)) return { key: 'content/problems.no-measure', length }
  return length < least ? { key: 'content/problems.short', severity: 'info', length } : undefined
}

/** Whether a measure stands in a clause that tells of no problem: 有待进一步加强 is none. */
function hasClauseOfItsOwn(
  { squeezed: { text } }: Report,
  measures: readonly Occurrence[],
  told: readonly Occurrence[],
): boolean {
  let next = 0
  for (const { from, to } of measures) {
    const start = clauseStart(text, from)
    const end = clauseEnd(text, to)
    while (next < told.length && (told[next] as Occurrence).from < start) next++
    if (next === told.length || (told[next] as Occurrence).from >= end) return true
  }
  return false
}

const MARK = /[。;,:!?\n]/
const LONGEST_CLAUSE = 200

function clauseStart(text: string, at: number): number {
  let start = at
  while (start > 0 && at - start < LONGEST_CLAUSE && !MARK.test(text[start - 1] as string)) start--
  return start
}

function clauseEnd(text: string, at: number): number {
  let end = at
  while (end < text.length && end - at < LONGEST_CLAUSE && !MARK.test(text[end] as string)) end++
  return end
}
