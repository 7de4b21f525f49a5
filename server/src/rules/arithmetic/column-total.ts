import type { Rule } from '../rule.ts'
import { sumFindings } from './findings.ts'

/** A sum down a column fails, and no single figure explains it. */
export const columnTotal: Rule = {
  id: 'arithmetic/column-total',
  severity: 'error',
  check: (report) => sumFindings(report, 'arithmetic/column-total'),
}
