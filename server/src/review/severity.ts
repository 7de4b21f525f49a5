import type { Finding, Severity } from '../rules/rule.ts'
import { ruleNamed } from './rule-book.ts'

/** How severe a finding is: its own severity, else its rule's. */
export const severityOf = ({ rule, severity }: Finding): Severity => severity ?? ruleNamed(rule)?.severity ?? 'warning'
