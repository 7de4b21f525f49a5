import type * as z from 'zod'
import type { Report } from '../report/report.ts'
import type { Span, SpanEdit } from '../text/span.ts'
import type { Beside, OtherText } from './beside.ts'

export const SEVERITIES = ['error', 'warning', 'info', 'hint'] as const
export type Severity = (typeof SEVERITIES)[number]

/** What a rule looks for, apart from how it is worded: words are in review/messages. */
export interface Rule {
  /** `folder/name`, permanent once released; the file of the rule and its page in docs/rules are named so. */
  readonly id: string
  /** By default; a finding may carry its own. */
  readonly severity: Severity
  /** What people may set besides its severity, each with a default; see `withOptions`. */
  readonly options?: z.ZodObject
  /** `options` is as people wrote it, if they did. */
  readonly check: (report: Report, options?: unknown, beside?: Beside) => Iterable<Finding>
}

/** A rule that has options: its check is given them read by their schema, with their defaults. */
export const withOptions = <Options extends z.ZodObject>(
  options: Options,
  rule: Pick<Rule, 'id' | 'severity'> & {
    check: (report: Report, options: z.infer<Options>, beside?: Beside) => Iterable<Finding>
  },
): Rule => ({
  ...rule,
  options,
  check: (report, given = {}, beside) => rule.check(report, options.parse(given), beside),
})

export type Args = Readonly<Record<string, string | number>>

/** A wording in the message table and what fills its blanks. */
export interface Wording {
  readonly key: string
  readonly args: Args
}

export interface Finding {
  readonly rule: string
  readonly severity?: Severity
  readonly span: Span
  /** Which of the rule's wordings; the rule's own id where it has just one. */
  readonly wording: Wording
  /** `table/row/column`, when it is about one cell. */
  readonly address?: string
  readonly related: readonly Related[]
  readonly fixes: readonly Fix[]
  /** The text is of a former edition: shown struck through. */
  readonly deprecated?: boolean
}

export interface Related {
  readonly span: Span
  readonly wording: Wording
  /** The text that the span is in, where it is another one. */
  readonly in?: OtherText
}

export interface Fix {
  readonly title: Wording
  readonly edits: readonly SpanEdit[]
  /** Offered first; a fix that writes a figure only when one reading remains. */
  readonly preferred: boolean
  /** May be applied without being asked: official wording and numbering, never a figure. */
  readonly safe: boolean
}
