import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { Diagnostic } from 'vscode-languageserver-types'
import { missingFormats } from '../review/config/packs.ts'
import { readConfig } from '../review/config/read.ts'
import { type Language, say, sayWording } from '../review/messages/index.ts'
import { SEVERITY } from './diagnostics.ts'
import { rangeOf } from './ranges.ts'

/** What is wrong in a configuration that is open in an editor; of the formats that it names, some may be missing. */
export function configDiagnostics(
  document: TextDocument,
  language: Language,
  { named, missing }: { readonly named: readonly string[]; readonly missing: readonly string[] },
): Diagnostic[] {
  const text = document.getText()
  const problems = [...readConfig(text).problems, ...missingFormats(text, named, missing)]
  return problems.map(({ span, severity, wording }) => ({
    range: rangeOf(document, span),
    severity: SEVERITY[severity],
    source: say(language, 'source'),
    message: sayWording(language, wording),
  }))
}
