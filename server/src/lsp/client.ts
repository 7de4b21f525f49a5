import type { InitializeParams } from 'vscode-languageserver'

/** What the client says it can do, as far as the server's answers depend on it. */
export interface Client {
  /** It asks for diagnostics; who does not is sent them. */
  readonly pullsDiagnostics: boolean
  readonly refreshesDiagnostics: boolean
  readonly versionedEdits: boolean
  readonly answersConfiguration: boolean
  readonly registersConfiguration: boolean
}

export const clientOf = ({ capabilities: { textDocument, workspace } }: InitializeParams): Client => ({
  pullsDiagnostics: textDocument?.diagnostic !== undefined,
  refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
  versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
  answersConfiguration: workspace?.configuration === true,
  registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
})
