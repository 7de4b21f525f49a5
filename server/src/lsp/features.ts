import { CodeLensRefreshRequest, type ServerCapabilities } from 'vscode-languageserver'
import { alignmentHints } from '../features/alignment-hints.ts'
import { CODE_ACTION_KINDS, codeActions } from '../features/code-actions.ts'
import { codeLenses } from '../features/code-lens.ts'
import { completion } from '../features/completion.ts'
import { definition } from '../features/definition.ts'
import { documentLinks } from '../features/document-links.ts'
import { foldingRanges } from '../features/folding.ts'
import { hover } from '../features/hover.ts'
import { inlayHints } from '../features/inlay-hints.ts'
import { references } from '../features/references.ts'
import { type RuleName, ruleHover, ruleInComment, ruleInConfig } from '../features/rule-hover.ts'
import { selectionRanges } from '../features/selection-ranges.ts'
import { SEMANTIC_TOKENS_LEGEND, semanticTokens } from '../features/semantic-tokens.ts'
import { documentSymbols } from '../features/symbols.ts'
import { type Language, say } from '../review/messages/index.ts'
import { configTarget } from './config-target.ts'
import type { OpenDocument } from './documents.ts'
import type { TablesChangedMethod } from './protocol.ts'
import { languageFor, presentationOf, type Session } from './session.ts'
import { afterNextMessage } from './turn.ts'
import { actionsInWordText, isWordText, lensesInWordText } from './word-text.ts'

const TABLES_CHANGED: TablesChangedMethod = 'nianbao/tablesChanged'

/** Answers the requests about an open document, each from its one review, and returns what to announce. */
export function provideFeatures(session: Session): ServerCapabilities {
  const { connection, documents, client, settings, policies, readFile } = session
  const ask = async <T>(
    uri: string,
    nothing: T,
    answer: (open: OpenDocument, language: Language) => T | Promise<T>,
  ): Promise<T> => {
    if (documents.get(uri)) await policies.ready(uri)
    const open = documents.get(uri)
    return open ? answer(open, languageFor(session, uri)) : nothing
  }

  connection.onCodeAction(async ({ textDocument, range, context }) => {
    const asked = documents.get(textDocument.uri)
    // Edits are for the text they were asked for: when a change came right behind the request, there are none.
    await afterNextMessage()
    return ask(textDocument.uri, [], (open, language) => {
      if (open !== asked) return []
      const form = { ...presentationOf(session, open.uri), versionedEdits: client.versionedEdits }
      const actions = codeActions(open.review, open.document, range, context, form, configTarget(session, open.uri))
      return isWordText(open.uri) ? actionsInWordText(actions, open.uri, language) : actions
    })
  })
  connection.onCompletion(({ textDocument, position }) =>
    ask(textDocument.uri, null, ({ review, document }, language) =>
      completion(review, document, position, {
        language,
        snippets: client.snippets,
        asIs: client.textAsIs,
        reportYear: session.reportYear(),
      }),
    ),
  )
  connection.onDocumentSymbol(({ textDocument }) =>
    ask(textDocument.uri, [], ({ review, document }) => documentSymbols(review, document)),
  )
  connection.onFoldingRanges(({ textDocument }) =>
    ask(textDocument.uri, [], ({ review, document }) => foldingRanges(review, document)),
  )
  connection.onSelectionRanges(({ textDocument, positions }) =>
    ask(textDocument.uri, null, ({ review, document }) => selectionRanges(review, document, positions)),
  )
  connection.onDocumentLinks(({ textDocument }) =>
    ask(textDocument.uri, [], ({ review, document }) =>
      documentLinks(review, document, presentationOf(session, document.uri)),
    ),
  )
  connection.languages.semanticTokens.on(({ textDocument }) =>
    ask(textDocument.uri, { data: [] }, ({ review, document }) => semanticTokens(review, document)),
  )
  connection.languages.semanticTokens.onRange(({ textDocument, range }) =>
    ask(textDocument.uri, { data: [] }, ({ review, document }) => semanticTokens(review, document, range)),
  )

  const hoverOfRule = async (name: RuleName, { document, uri }: OpenDocument) => {
    const page = session.rulePages === undefined ? undefined : `${session.rulePages}/${name.id}.md`
    const text = page === undefined ? undefined : await readFile(page).catch(() => undefined)
    const form = { language: languageFor(session, uri), markup: client.hoverMarkup }
    return ruleHover(name, document, form, { text, uri: page })
  }
  connection.onHover(async ({ textDocument: { uri }, position }) => {
    const setup = documents.setup(uri)
    const named = setup && ruleInConfig(setup.document, position)
    if (setup && named) return hoverOfRule(named, setup)
    return ask(uri, null, (open, language) => {
      const { review, document } = open
      const found = hover(review, document, position, { language, markup: client.hoverMarkup })
      const rule = found === null && review.report.isReport ? ruleInComment(document, position) : undefined
      return rule === undefined ? found : hoverOfRule(rule, open)
    })
  })
  connection.onDefinition(({ textDocument, position }) =>
    ask(textDocument.uri, null, ({ review, document }) =>
      definition(review, document, position, { links: client.definitionLinks }),
    ),
  )
  connection.onReferences(({ textDocument, position, context }) =>
    ask(textDocument.uri, null, ({ review, document }) => references(review, document, position, context)),
  )
  connection.onCodeLens(({ textDocument }) =>
    ask(textDocument.uri, null, ({ review, document, uri }, language) => {
      const { showFinding, showTables } = client
      const lenses = settings.codeLens ? codeLenses(review, document, { language, showFinding, showTables }) : []
      return isWordText(uri) ? lensesInWordText(lenses, uri, language) : lenses
    }),
  )
  connection.languages.inlayHint.on(({ textDocument, range }) =>
    ask(textDocument.uri, null, ({ review, document }, language) => {
      const figures = settings.inlayHints ? inlayHints(review, document, range, language) : []
      return settings.tableAlignment ? [...figures, ...alignmentHints(review, document, range, figures)] : figures
    }),
  )

  return {
    codeActionProvider: { codeActionKinds: CODE_ACTION_KINDS },
    codeLensProvider: {},
    completionProvider: {},
    definitionProvider: true,
    documentLinkProvider: {},
    documentSymbolProvider: { label: say(settings.language, 'source') },
    foldingRangeProvider: true,
    hoverProvider: true,
    inlayHintProvider: true,
    referencesProvider: true,
    selectionRangeProvider: true,
    semanticTokensProvider: { legend: SEMANTIC_TOKENS_LEGEND, full: true, range: true },
  }
}

/** Has the client ask again for what it keeps on the screen, after a change that is not in a text. */
export function refreshFeatures({ connection, client }: Session): void {
  if (client.refreshesCodeLenses) connection.sendRequest(CodeLensRefreshRequest.type).catch(() => {})
  if (client.refreshesInlayHints) connection.languages.inlayHint.refresh().catch(() => {})
  if (client.showTables) connection.sendNotification(TABLES_CHANGED).catch(() => {})
}
