import {
  type Connection,
  type InitializeResult,
  PositionEncodingKind,
  TextDocumentSyncKind,
} from 'vscode-languageserver'
import { clientOf } from './client.ts'
import { provideCommands } from './commands.ts'
import { provideDiagnostics } from './diagnostics.ts'
import { Documents } from './documents.ts'
import { provideFeatures, refreshFeatures } from './features.ts'
import { optionsOf } from './options.ts'
import type { Session } from './session.ts'
import { followSettings } from './settings.ts'

/** What the place that the server runs in contributes. */
export interface Host {
  /** The URI of the folder with the rule pages, for clients that name none. */
  readonly rulePages?: string
}

/** Serves one client until its connection ends. */
export function startServer(connection: Connection, host: Host = {}): void {
  const documents = new Documents()

  connection.onInitialize((params): InitializeResult => {
    const client = clientOf(params)
    const settings = followSettings(connection, client, params, () => {
      refreshDiagnostics()
      refreshFeatures(session)
    })
    const session: Session = {
      connection,
      documents,
      client,
      settings,
      rulePages: optionsOf(params).rulePages ?? host.rulePages,
    }
    const refreshDiagnostics = provideDiagnostics(session)
    return {
      serverInfo: { name: 'nianbao' },
      capabilities: {
        positionEncoding: PositionEncodingKind.UTF16,
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        ...(client.pullsDiagnostics && {
          diagnosticProvider: { identifier: 'nianbao', interFileDependencies: false, workspaceDiagnostics: false },
        }),
        ...provideFeatures(session),
        ...provideCommands(session),
      },
    }
  })
  documents.listen(connection)
  connection.listen()
}
