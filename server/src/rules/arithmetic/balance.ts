import type { Rule } from '../rule.ts'
import { sumFindings } from './findings.ts'

/** What came in is not what was dealt with and carried forward, and no single figure explains it. */
export const balance: Rule = {
  id: 'arithmetic/balance',
  severity: 'error',
  check: (report) => sumFindings(report, 'arithmetic/balance'),
}
