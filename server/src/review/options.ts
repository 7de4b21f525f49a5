import type { Catalogue } from '../formats/catalogue.ts'
import type { Beside } from '../rules/beside.ts'
import type { Finding, Rule, Severity } from '../rules/rule.ts'

/** How a text is reviewed; without any, by every rule as it is. */
export interface ReviewOptions extends Beside {
  /** The formats that it is held against; without it, the official editions. */
  readonly catalogue?: Catalogue
  /** The rules there are. */
  readonly rules?: readonly Rule[]
  /** What people set for rules, by id. */
  readonly settings?: ReadonlyMap<string, RuleSetting>
  /** Findings that people do not want to hear of, from outside of the text. */
  readonly ignores?: readonly ListedIgnore[]
  /** The text is none to review. */
  readonly isExcluded?: boolean
}

export type Level = Severity | 'off'

export interface RuleSetting {
  /** For all that the rule finds. */
  readonly severity?: Level
  readonly options?: Readonly<Record<string, unknown>>
}

/** An ignore that stands in a list, since a plain text has no place for comments. It outlives edits elsewhere in the text. */
export interface ListedIgnore {
  readonly rule: string
  /** Of the finding. */
  readonly address?: string
  /** A quotation: the finding touches it where it stands in the text. Without address and text, all of the rule is meant. */
  readonly text?: string
  /** It is for this one text, so that it is worth saying when it matches nothing. */
  readonly isForOne: boolean
}

/** Whether a rule is to run. */
export const isOn = ({ settings }: ReviewOptions, id: string): boolean => settings?.get(id)?.severity !== 'off'

/** A finding as severe as people set its rule. */
export function graded(finding: Finding, { settings }: ReviewOptions): Finding {
  const severity = settings?.get(finding.rule)?.severity
  return severity === undefined || severity === 'off' ? finding : { ...finding, severity }
}
