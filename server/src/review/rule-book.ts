import { RULES } from '../rules/index.ts'
import type { Rule } from '../rules/rule.ts'
import { distance } from '../text/distance.ts'

/** What people know a rule by and may set for it; how it finds what it finds is another matter. */
export type RuleHead = Pick<Rule, 'id' | 'severity' | 'options'>

/** An ignore that matches nothing. */
export const unusedIgnore: RuleHead = { id: 'config/unused-ignore', severity: 'info' }

/** An ignore that names a rule which does not exist: what it was meant for is still reported. */
export const unknownRule: RuleHead = { id: 'config/unknown-rule', severity: 'warning' }

/** Every rule that people may meet: those that look at a report, and those that look at the ignores in it. */
export const RULE_BOOK: readonly RuleHead[] = [...RULES, unusedIgnore, unknownRule]

/** Whether a rule looks at the ignores in a text, not at the report. */
export const isAboutIgnores = (id: string): boolean => id === unusedIgnore.id || id === unknownRule.id

const BY_ID = new Map(RULE_BOOK.map((rule) => [rule.id, rule]))

export const ruleNamed = (id: string): RuleHead | undefined => BY_ID.get(id)

/** The rule that was likely meant by an id that no rule has: at most every third letter differs. */
export function nearestRule(id: string): string | undefined {
  const wanted = id.toLowerCase().slice(0, LONGEST_ID)
  const [nearest] = RULE_BOOK.map((rule) => ({ id: rule.id, letters: distance(wanted, rule.id) })).sort(
    (a, b) => a.letters - b.letters,
  )
  return nearest !== undefined && nearest.letters * 3 <= wanted.length ? nearest.id : undefined
}

/** No id of a rule is longer. */
const LONGEST_ID = 60
