import {
  type Disposable,
  DocumentFormattingRequest,
  DocumentRangeFormattingRequest,
  type Range,
  type ServerCapabilities,
  type TextDocumentIdentifier,
  type TextDocumentRegistrationOptions,
  type TextEdit,
} from 'vscode-languageserver'
import { URI } from 'vscode-uri'
import { formatting } from '../features/formatting.ts'
import type { OpenDocument } from './documents.ts'
import type { Session } from './session.ts'

interface Formatting {
  readonly capabilities: ServerCapabilities
  /** Takes note of whether a document is a report. */
  readonly follow: (open: OpenDocument) => void
}

/**
 * Formats reports, and is there for reports alone: an editor with a formatter for other Markdown would have to ask people which
 * of the two to use for it. Clients that take no registrations are answered nothing for other documents. HTML is left to others.
 */
export function provideFormatting(session: Session): Formatting {
  const { connection, documents, client, policies } = session
  const answer = async ({ uri }: TextDocumentIdentifier, range?: Range): Promise<TextEdit[]> => {
    if (documents.get(uri)) await policies.ready(uri)
    const open = documents.get(uri)
    return open && isFormatted(open) ? formatting(open.review, open.document, range) : []
  }
  connection.onDocumentFormatting(({ textDocument }) => answer(textDocument))
  connection.onDocumentRangeFormatting(({ textDocument, range }) => answer(textDocument, range))
  if (!client.registersFormatting) {
    return {
      capabilities: { documentFormattingProvider: true, documentRangeFormattingProvider: true },
      follow: () => {},
    }
  }
  const reports = new Map<string, OpenDocument>()
  const register = registrar(session, reports)
  documents.onDidClose(({ document: { uri } }) => {
    if (reports.delete(uri)) register()
  })
  return {
    capabilities: {},
    follow: (open) => {
      const isNews = isFormatted(open) !== reports.has(open.uri)
      if (isFormatted(open)) reports.set(open.uri, open)
      else reports.delete(open.uri)
      if (isNews) register()
    },
  }
}

const isFormatted = ({ document, review }: OpenDocument): boolean =>
  review.report.isReport && document.languageId !== 'html'

/** Registers for the reports there are at the moment, in place of those there were; one change after the other. */
function registrar({ connection }: Session, reports: ReadonlyMap<string, OpenDocument>): () => void {
  let last: Promise<readonly Disposable[]> = Promise.resolve([])
  return () => {
    last = last
      .then(async (before) => {
        for (const registration of before) registration.dispose()
        if (reports.size === 0) return []
        const options = { documentSelector: [...reports.values()].map(selectorOf) }
        return [
          await connection.client.register(DocumentFormattingRequest.type, options),
          await connection.client.register(DocumentRangeFormattingRequest.type, options),
        ]
      })
      .catch((error) => {
        connection.console.warn(`nianbao: ${error}`)
        return []
      })
  }
}

/** This document and no other: a path that is the pattern itself always matches. */
function selectorOf({
  document,
}: OpenDocument): NonNullable<TextDocumentRegistrationOptions['documentSelector']>[number] {
  const uri = URI.parse(document.uri)
  return { language: document.languageId, scheme: uri.scheme, pattern: uri.fsPath }
}
