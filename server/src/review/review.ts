import { readReport } from '../report/read.ts'
import type { Report } from '../report/report.ts'
import { RULES } from '../rules/index.ts'
import type { Finding, Rule } from '../rules/rule.ts'

/** A report with its findings: what every feature and output form answers from. Nothing is reviewed twice. */
export interface Review {
  readonly report: Report
  /** In the order of the text. */
  readonly findings: readonly Finding[]
  /** Rules that threw: the others still reported. */
  readonly failures: readonly RuleFailure[]
}

export interface RuleFailure {
  readonly rule: string
  readonly error: unknown
}

/** Reads a text and holds every rule against it. A pure function of the text; never throws. */
export function review(text: string, rules: readonly Rule[] = RULES): Review {
  const report = readReport(text)
  const findings: Finding[] = []
  const failures: RuleFailure[] = []
  if (report.isReport) {
    for (const rule of rules) {
      try {
        const found = [...rule.check(report)]
        for (const finding of found) findings.push(finding)
      } catch (error) {
        failures.push({ rule: rule.id, error })
      }
    }
  }
  findings.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
  return { report, findings, failures }
}
