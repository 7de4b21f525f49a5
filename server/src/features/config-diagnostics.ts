import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { Diagnostic } from 'vscode-languageserver-types'
import { readConfig } from '../review/config/read.ts'
import { type Language, say, sayWording } from '../review/messages/index.ts'
import { SEVERITY } from './diagnostics.ts'
import { rangeOf } from './ranges.ts'

/** What is wrong in a configuration that is open in an editor. */
export const configDiagnostics = (document: TextDocument, language: Language): Diagnostic[] =>
  readConfig(document.getText()).problems.map(({ span, severity, wording }) => ({
    range: rangeOf(document, span),
    severity: SEVERITY[severity],
    source: say(language, 'source'),
    message: sayWording(language, wording),
  }))
