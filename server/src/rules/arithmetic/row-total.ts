import type { Rule } from '../rule.ts'
import { sumFindings } from './findings.ts'

/** A sum along a row fails, and no single figure explains it. */
export const rowTotal: Rule = {
  id: 'arithmetic/row-total',
  severity: 'error',
  check: (report) => sumFindings(report, 'arithmetic/row-total'),
}
