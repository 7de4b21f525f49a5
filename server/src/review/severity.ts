import { RULES } from '../rules/index.ts'
import type { Finding, Severity } from '../rules/rule.ts'

const DEFAULTS = new Map(RULES.map(({ id, severity }) => [id, severity]))

/** How severe a finding is: its own severity, else its rule's. */
export const severityOf = ({ rule, severity }: Finding): Severity => severity ?? DEFAULTS.get(rule) ?? 'warning'
