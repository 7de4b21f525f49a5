import type { ServerCapabilities } from 'vscode-languageserver'
import { CODE_ACTION_KINDS, codeActions } from '../features/code-actions.ts'
import { foldingRanges } from '../features/folding.ts'
import { SEMANTIC_TOKENS_LEGEND, semanticTokens } from '../features/semantic-tokens.ts'
import { documentSymbols } from '../features/symbols.ts'
import { say } from '../review/messages/index.ts'
import type { OpenDocument } from './documents.ts'
import { presentationOf, type Session } from './session.ts'

/** Answers the requests about an open document, each from its one review, and returns what to announce. */
export function provideFeatures(session: Session): ServerCapabilities {
  const { connection, documents, client, settings } = session
  const ask = <T>(uri: string, nothing: T, answer: (open: OpenDocument) => T): T => {
    const open = documents.get(uri)
    return open ? answer(open) : nothing
  }

  connection.onCodeAction(({ textDocument, range, context }) =>
    ask(textDocument.uri, [], ({ review, document }) =>
      codeActions(review, document, range, context, {
        ...presentationOf(session),
        versionedEdits: client.versionedEdits,
      }),
    ),
  )
  connection.onDocumentSymbol(({ textDocument }) =>
    ask(textDocument.uri, [], ({ review, document }) => documentSymbols(review, document)),
  )
  connection.onFoldingRanges(({ textDocument }) =>
    ask(textDocument.uri, [], ({ review, document }) => foldingRanges(review, document)),
  )
  connection.languages.semanticTokens.on(({ textDocument }) =>
    ask(textDocument.uri, { data: [] }, ({ review, document }) => semanticTokens(review, document)),
  )
  connection.languages.semanticTokens.onRange(({ textDocument, range }) =>
    ask(textDocument.uri, { data: [] }, ({ review, document }) => semanticTokens(review, document, range)),
  )

  return {
    codeActionProvider: { codeActionKinds: CODE_ACTION_KINDS },
    documentSymbolProvider: { label: say(settings.language, 'source') },
    foldingRangeProvider: true,
    semanticTokensProvider: { legend: SEMANTIC_TOKENS_LEGEND, full: true, range: true },
  }
}
