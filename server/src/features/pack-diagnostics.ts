import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { Diagnostic } from 'vscode-languageserver-types'
import type { Catalogue } from '../formats/catalogue.ts'
import { parseFormatPack } from '../formats/pack.ts'
import { type Language, say, sayWording } from '../review/messages/index.ts'
import { SEVERITY } from './diagnostics.ts'
import { rangeOf } from './ranges.ts'

/** What is wrong in a file of formats; what it may build on is in `base`. */
export const packDiagnostics = (document: TextDocument, base: Catalogue, language: Language): Diagnostic[] =>
  parseFormatPack(document.getText(), base).problems.map(({ span, path, wording }) => ({
    range: rangeOf(document, span),
    severity: SEVERITY.error,
    source: say(language, 'source'),
    message: `${path === '' ? '' : `${path} `}${sayWording(language, wording)}`,
  }))
