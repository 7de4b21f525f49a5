import { type InitializeParams, InsertTextMode, MarkupKind, ResourceOperationKind } from 'vscode-languageserver'
import { optionsOf } from './options.ts'
import type { ShowFindingCommand, ShowTablesCommand } from './protocol.ts'

const SHOW_FINDING: ShowFindingCommand = 'nianbao.showFinding'
const SHOW_TABLES: ShowTablesCommand = 'nianbao.showTables'

/** What the client says it can do, as far as the server's answers depend on it. */
export interface Client {
  /** It asks for diagnostics; who does not is sent them. */
  readonly pullsDiagnostics: boolean
  readonly refreshesDiagnostics: boolean
  readonly versionedEdits: boolean
  readonly appliesEdits: boolean
  readonly answersConfiguration: boolean
  readonly registersConfiguration: boolean
  /** In which it prefers to show a hover. */
  readonly hoverMarkup: MarkupKind
  readonly definitionLinks: boolean
  readonly refreshesCodeLenses: boolean
  readonly refreshesInlayHints: boolean
  /** It answers `nianbao/readFile`. */
  readonly readsFiles: boolean
  /** For the texts of Word files as well, which it shows. */
  readonly readsWord: boolean
  readonly registersWatchers: boolean
  readonly hasFolders: boolean
  /** In a completion: places to be filled in, and text that is not to be indented. */
  readonly snippets: boolean
  readonly textAsIs: boolean
  /** It takes what is formatted document by document. */
  readonly registersFormatting: boolean
  /** It makes new files as part of an edit. */
  readonly createsFiles: boolean
  /** Those that it has itself. */
  readonly commands: ReadonlySet<string>
  /** Its command that shows a finding, if it has one. */
  readonly showFinding: string | undefined
  /** Its command that shows the tables as the form prints them: it has a view of them. */
  readonly showTables: string | undefined
}

export const clientOf = ({
  capabilities: { textDocument, workspace },
  initializationOptions,
}: InitializeParams): Client => ({
  pullsDiagnostics: textDocument?.diagnostic !== undefined,
  refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
  versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
  appliesEdits: workspace?.applyEdit === true,
  answersConfiguration: workspace?.configuration === true,
  registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
  hoverMarkup: textDocument?.hover?.contentFormat?.find(isMarkup) ?? MarkupKind.PlainText,
  definitionLinks: textDocument?.definition?.linkSupport === true,
  refreshesCodeLenses: workspace?.codeLens?.refreshSupport === true,
  refreshesInlayHints: workspace?.inlayHint?.refreshSupport === true,
  readsFiles: optionsOf({ initializationOptions }).readsFiles === true,
  readsWord: optionsOf({ initializationOptions }).readsWord === true,
  registersWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
  hasFolders: workspace?.workspaceFolders === true,
  snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
  textAsIs:
    textDocument?.completion?.completionItem?.insertTextModeSupport?.valueSet.includes(InsertTextMode.asIs) === true,
  registersFormatting:
    textDocument?.formatting?.dynamicRegistration === true &&
    textDocument.rangeFormatting?.dynamicRegistration === true,
  createsFiles:
    workspace?.workspaceEdit?.documentChanges === true &&
    workspace.workspaceEdit.resourceOperations?.includes(ResourceOperationKind.Create) === true,
  commands: new Set(optionsOf({ initializationOptions }).commands),
  showFinding: optionsOf({ initializationOptions }).commands?.find((command) => command === SHOW_FINDING),
  showTables: optionsOf({ initializationOptions }).commands?.find((command) => command === SHOW_TABLES),
})

const isMarkup = (kind: string): boolean => kind === MarkupKind.Markdown || kind === MarkupKind.PlainText
