import {
  type Connection,
  Emitter,
  type InitializeResult,
  PositionEncodingKind,
  TextDocumentSyncKind,
} from 'vscode-languageserver'
import type { ReviewOptions } from '../review/options.ts'
import { clientOf } from './client.ts'
import { provideCommands } from './commands.ts'
import { Desk } from './desk.ts'
import { deskSources, type Machine } from './desk-sources.ts'
import { provideDiagnostics } from './diagnostics.ts'
import { type BesideNow, type Clock, Documents, isSetup } from './documents.ts'
import { provideFeatures, refreshFeatures } from './features.ts'
import { readerFor } from './files.ts'
import { Folders } from './folders.ts'
import { followPolicies } from './follow-policies.ts'
import { provideFormatting } from './formatting.ts'
import { LastYears } from './last-years.ts'
import { optionsOf } from './options.ts'
import { providePaste } from './paste.ts'
import { NO_POLICY } from './policies.ts'
import { ResourceSettings } from './resource-settings.ts'
import type { Session } from './session.ts'
import { followSettings } from './settings.ts'
import { Sums, sumFor } from './sum.ts'
import { provideTables } from './tables.ts'
import { watchedFiles } from './watch.ts'
import { provideWorkspace } from './workspace.ts'
import { provideWorkspaceSymbols } from './workspace-symbols.ts'

/** What the place that the server runs in contributes. */
export interface Host {
  /** The URI of the folder with the rule pages, for clients that name none. */
  readonly rulePages?: string
  /** Finds and reads files of the machine, for clients that do not. */
  readonly machine?: Machine
  readonly clock?: Clock
  readonly thisYear: () => number
}

/** Serves one client until its connection ends. */
export function startServer(connection: Connection, host: Host): void {
  let optionsFor: (uri: string) => ReviewOptions = () => NO_POLICY.options
  let beside: BesideNow = () => ({})
  const documents = new Documents({
    optionsFor: (uri) => optionsFor(uri),
    beside: (open) => beside(open),
    ...(host.clock && { clock: host.clock }),
  })

  connection.onInitialize((params): InitializeResult => {
    const client = clientOf(params)
    const start = new Emitter<void>()
    connection.onInitialized(() => start.fire())
    const refresh = () => {
      refreshDiagnostics()
      refreshFeatures(session)
    }
    const folders = new Folders(connection, client, params, start.event)
    const resources = new ResourceSettings(connection, client)
    const watched = watchedFiles(connection, client, start.event)
    const machine = host.machine ?? {}
    const parts = { connection, client, documents, folders, settings: resources, machine, watched }
    const policies = followPolicies(parts, { documents: refresh, configs: () => void desk.refresh() })
    optionsFor = (uri) => policies.of(uri).options
    const settings = followSettings(connection, client, params, resources, start.event, {
      settings: () => {
        refresh()
        void desk.refresh()
      },
      resources: () => {
        void policies.renew()
        void desk.refresh()
      },
    })
    const session: Session = {
      connection,
      documents,
      client,
      settings,
      policies,
      folders,
      rulePages: optionsOf(params).rulePages ?? host.rulePages,
      reportYear: () => host.thisYear() - 1,
      readFile: readerFor(connection, client, machine.readFile),
    }
    const sources = deskSources(connection, client, folders, machine)
    const desk = new Desk(session, sources)
    const sums = new Sums(
      (parent) => sumFor(session, sources, parent),
      () => refreshDiagnostics(),
    )
    watched((uris) => sums.touch(uris.filter((uri) => !isSetup(uri))))
    documents.onDidClose(({ document: { uri } }) => sums.forget(uri))
    watched((uris) => desk.touch(uris.filter((uri) => !isSetup(uri))))
    providePaste(session)
    const formatting = provideFormatting(session)
    const lastYears = new LastYears(connection, documents, desk.closed)
    beside = (open) => ({ past: lastYears.pastOf(open), sum: sums.of(open.uri) })
    const refreshDiagnostics = provideDiagnostics(session, desk, formatting.follow)
    lastYears.onDidChange(refreshDiagnostics)
    desk.onDidChange(() => lastYears.renew())
    provideWorkspace(session, desk)
    provideTables(session)
    return {
      serverInfo: { name: 'nianbao' },
      capabilities: {
        positionEncoding: PositionEncodingKind.UTF16,
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        ...(client.pullsDiagnostics && {
          diagnosticProvider: { identifier: 'nianbao', interFileDependencies: true, workspaceDiagnostics: true },
        }),
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
        ...provideFeatures(session),
        ...formatting.capabilities,
        ...provideWorkspaceSymbols(session, desk),
        ...provideCommands(session, desk, sources, sums),
      },
    }
  })
  documents.listen(connection)
  connection.listen()
}
