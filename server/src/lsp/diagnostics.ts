import { type Diagnostic, DocumentDiagnosticReportKind } from 'vscode-languageserver'
import { configDiagnostics } from '../features/config-diagnostics.ts'
import { diagnostics } from '../features/diagnostics.ts'
import { packDiagnostics } from '../features/pack-diagnostics.ts'
import { isPack } from '../review/config/packs.ts'
import { fingerprint } from '../text/fingerprint.ts'
import { ClosedPacks } from './closed-packs.ts'
import type { Desk } from './desk.ts'
import { isConfig, type OpenDocument } from './documents.ts'
import { presentationOf, type Session } from './session.ts'
import { StatusReporter } from './status.ts'
import { inNextTurn } from './turn.ts'

type Diagnose = (open: OpenDocument) => Diagnostic[]

/**
 * Diagnostics take one of two ways, never both: a client that announces to ask for them is answered, others are sent
 * them. `onReviewed` hears of each review of an open document. Returns what brings them up to date after a change that is not in a text.
 */
export function provideDiagnostics(session: Session, desk: Desk, onReviewed: (open: OpenDocument) => void): () => void {
  const { connection, documents, settings, policies, client } = session
  const status = new StatusReporter(connection)
  const closedPacks = new ClosedPacks(connection, documents)
  documents.onDidOpen(({ document }) => closedPacks.opened(document.uri))
  documents.onDidClose(({ document }) => status.forget(document.uri))

  const diagnose: Diagnose = (open) => {
    const setup = policies.setup(open.uri)
    if (isConfig(open.uri)) return configDiagnostics(open.document, settings.language, setup)
    if (isPack(open.uri)) return packDiagnostics(open.document, setup.base, settings.language)
    const presentation = presentationOf(session, open.uri)
    const policy = policies.of(open.uri)
    status.tell(open, policy, presentation.language)
    closedPacks.show(policy, presentation.language)
    onReviewed(open)
    return diagnostics(open.review, open.document, presentation)
  }
  return client.pullsDiagnostics ? answer(session, desk, diagnose) : send(session, diagnose)
}

/** A document that there may be something to say of. */
const documentAt = ({ documents }: Session, uri: string): OpenDocument | undefined =>
  documents.get(uri) ?? documents.setup(uri)

/** What has to be waited for before a document is reviewed, if anything. */
const waiting = ({ documents, policies }: Session, uri: string): Promise<void> | undefined =>
  documents.get(uri) ? policies.ready(uri) : documents.setup(uri) && policies.setupReady(uri)

/** On request. The result's id is made from what it says, so that the same findings travel once. */
function answer(session: Session, desk: Desk, diagnose: Diagnose): () => void {
  const { connection, client } = session
  connection.languages.diagnostics.on(async ({ textDocument: { uri }, previousResultId }) => {
    await waiting(session, uri)
    const open = documentAt(session, uri)
    // A client asks once more when it closes a document.
    if (!open) return { kind: DocumentDiagnosticReportKind.Full, items: [...desk.itemsOf(uri)] }
    const items = diagnose(open)
    const resultId = fingerprint(JSON.stringify(items))
    return resultId === previousResultId
      ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
      : { kind: DocumentDiagnosticReportKind.Full, resultId, items }
  })
  // One at a time, however fast somebody types in what others are compared with.
  let state: 'idle' | 'asked' | 'again' = 'idle'
  const refresh = () => {
    if (!client.refreshesDiagnostics) return
    if (state !== 'idle') {
      state = 'again'
      return
    }
    state = 'asked'
    const settle = () => {
      const isDue = state === 'again'
      state = 'idle'
      if (isDue) refresh()
    }
    connection.languages.diagnostics.refresh().then(settle, settle)
  }
  return refresh
}

/**
 * Unasked: as soon as the changes that have already arrived are taken in, so that a burst of them is reviewed once.
 * What was shown stays until the new set is there; closing a document clears it.
 */
function send(session: Session, diagnose: Diagnose): () => void {
  const { connection, documents } = session
  const due = new Set<string>()
  const shown = new Set<string>()

  const schedule = (uri: string) => {
    if (due.has(uri)) return
    due.add(uri)
    inNextTurn(() => settle(uri))
  }
  /** The connection hands over one message a turn: a version that outlives a turn is the last one for now. */
  const settle = (uri: string, seen?: OpenDocument) => {
    const open = documentAt(session, uri)
    const wait = waiting(session, uri)
    if (wait) {
      wait.then(() => settle(uri))
    } else if (open && open !== seen) {
      inNextTurn(() => settle(uri, open))
    } else {
      due.delete(uri)
      if (open) publish(open)
    }
  }
  const publish = (open: OpenDocument) => {
    const { uri, version } = open.document
    try {
      connection.sendDiagnostics({ uri, version, diagnostics: diagnose(open) })
      shown.add(uri)
    } catch (error) {
      connection.console.error(`${uri}: ${error}`)
    }
  }
  documents.onDidChangeContent(({ document }) => schedule(document.uri))
  documents.onDidClose(({ document: { uri } }) => {
    if (shown.delete(uri)) connection.sendDiagnostics({ uri, diagnostics: [] })
  })
  return () => documents.keys().forEach(schedule)
}
