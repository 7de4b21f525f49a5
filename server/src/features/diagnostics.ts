import type { TextDocument } from 'vscode-languageserver-textdocument'
import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver-types'
import { type Language, say, sayWording } from '../review/messages/index.ts'
import type { Review } from '../review/review.ts'
import { severityOf } from '../review/severity.ts'
import type { Finding, Severity } from '../rules/rule.ts'
import { rangeOf } from './ranges.ts'

export const SEVERITY: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
}

export interface Presentation {
  readonly language: Language
  /** The URI of the folder with the rule pages; undefined: rule ids are no links. */
  readonly rulePages: string | undefined
}

export const diagnostics = (review: Review, document: TextDocument, presentation: Presentation): Diagnostic[] =>
  review.findings.map((finding) => diagnosticOf(finding, document, presentation))

/** A finding as the editor shows it. The code is the rule's id and links to its page. */
export function diagnosticOf(
  finding: Finding,
  document: TextDocument,
  { language, rulePages }: Presentation,
): Diagnostic {
  return {
    range: rangeOf(document, finding.span),
    severity: SEVERITY[severityOf(finding)],
    code: finding.rule,
    ...(rulePages && { codeDescription: { href: `${rulePages}/${finding.rule}.md` } }),
    source: say(language, 'source'),
    message: sayWording(language, finding.wording),
    ...(finding.deprecated && { tags: [DiagnosticTag.Deprecated] }),
    ...(finding.related.length > 0 && {
      relatedInformation: finding.related.map(({ span, wording, in: other }) => ({
        location: other
          ? { uri: other.name, range: other.lines.rangeOf(span) }
          : { uri: document.uri, range: rangeOf(document, span) },
        message: sayWording(language, wording),
      })),
    }),
  }
}
