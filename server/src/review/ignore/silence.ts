import type { Report } from '../../report/report.ts'
import type { Finding } from '../../rules/rule.ts'
import { isOn, type ListedIgnore, type ReviewOptions } from '../options.ts'
import { isAboutIgnores, ruleNamed, unusedIgnore } from '../rule-book.ts'
import { type Clause, Clauses } from './clauses.ts'
import { directivesIn } from './directives.ts'
import { Listed } from './listed.ts'
import { remarksOn } from './remarks.ts'

/** What is left of the findings, and how many are not. */
export interface Silenced {
  readonly findings: readonly Finding[]
  readonly suppressed: number
}

/**
 * Leaves out what people want to hear nothing of: by comments in the text, and by the list they keep. Findings are known by
 * rule, place and address, never by their words. What there is to say of the ignores themselves is added.
 *
 * @param isHeard whether it is known all that a rule finds; without an id, all that every rule finds
 */
export function silence(
  report: Report,
  findings: readonly Finding[],
  options: ReviewOptions,
  isHeard: (rule?: string) => boolean,
): Silenced {
  const { text, facts } = report
  const directives = directivesIn(text)
  const { ignores = [] } = options
  if (directives.length === 0 && ignores.length === 0) return { findings, suppressed: 0 }
  const clauses = new Clauses(text, directives)
  const listed = new Listed(text, ignores)
  const isLoud = (finding: Finding): boolean => {
    const isCovered = clauses.cover(finding)
    return !listed.cover(finding) && !isCovered
  }
  const loud = findings.filter(isLoud)

  // What follows a second report's title was not reviewed.
  const end = facts.secondTitle?.start ?? text.length
  const isUnused = (clause: Clause): boolean => {
    const id = clause.rule?.id
    if (clauses.used.has(clause) || clause.directive.span.start >= end || !isHeard(id)) return false
    return id === undefined || (ruleNamed(id) !== undefined && !isAboutIgnores(id))
  }
  const remarks = [
    ...remarksOn(text, directives, clauses, isUnused),
    ...listed.unused().flatMap((ignore) => (isHeard(ignore.rule) ? unusedEntry(report, ignore) : [])),
  ].filter(({ rule }) => isOn(options, rule))
  const loudRemarks = remarks.filter(isLoud)
  return {
    findings: [...loud, ...loudRemarks],
    suppressed: findings.length - loud.length + remarks.length - loudRemarks.length,
  }
}

const unusedEntry = ({ facts }: Report, { rule, address, text }: ListedIgnore): Finding => ({
  rule: unusedIgnore.id,
  span: facts.title ?? { start: 0, end: 0 },
  wording: {
    key: 'config/unused-ignore.listed',
    args: { entry: [rule, address, text && `“${text}”`].filter(Boolean).join(' ') },
  },
  related: [],
  fixes: [],
})
