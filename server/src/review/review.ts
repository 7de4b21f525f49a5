import { CATALOGUE } from '../formats/catalogue.ts'
import type { KeptClaims } from '../report/claims/read.ts'
import { noReport, readReport } from '../report/read.ts'
import type { Report } from '../report/report.ts'
import { RULES } from '../rules/index.ts'
import type { Finding, Rule } from '../rules/rule.ts'
import { silence } from './ignore/silence.ts'
import { graded, isOn, type ReviewOptions } from './options.ts'

/** A report with its findings: what every feature and output form answers from. Nothing is reviewed twice. */
export interface Review {
  readonly report: Report
  /** In the order of the text. */
  readonly findings: readonly Finding[]
  /** How many findings people want to hear nothing of. */
  readonly suppressed: number
  /** Rules that threw: the others still reported. */
  readonly failures: readonly RuleFailure[]
  /** How the text was reviewed. */
  readonly options: ReviewOptions
}

export interface RuleFailure {
  readonly rule: string
  readonly error: unknown
}

/** Reads a text and holds the rules against it. A pure function of the text and the options; never throws. */
export const review = (text: string, options: ReviewOptions = {}): Review => judge(read(text, options), options)

/** Reads a text, unless it is none to review; `kept` is what an earlier version of it has left. */
export const read = (text: string, { isExcluded, catalogue }: ReviewOptions = {}, kept?: KeptClaims): Report =>
  isExcluded ? noReport(text) : readReport(text, catalogue ?? CATALOGUE, kept)

/** Holds the rules against a report that was read by the same options. */
export function judge(report: Report, options: ReviewOptions = {}): Review {
  if (!report.isReport) return { report, findings: [], suppressed: 0, failures: [], options }
  const rules = (options.rules ?? RULES).filter(({ id }) => isOn(options, id))
  const { found, failures } = run(rules, report, options)
  const heard = new Set(rules.map(({ id }) => id))
  for (const { rule } of failures) heard.delete(rule)
  const isHeard = (rule?: string) => (rule === undefined ? failures.length === 0 : heard.has(rule))
  const { findings, suppressed } = silence(report, found, options, isHeard)
  const inOrder = findings
    .map((finding) => graded(finding, options))
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
  return { report, findings: inOrder, suppressed, failures, options }
}

function run(rules: readonly Rule[], report: Report, options: ReviewOptions) {
  const found: Finding[] = []
  const failures: RuleFailure[] = []
  for (const rule of rules) {
    try {
      for (const finding of [...rule.check(report, options.settings?.get(rule.id)?.options, options)])
        found.push(finding)
    } catch (error) {
      failures.push({ rule: rule.id, error })
    }
  }
  return { found, failures }
}
