import type { Connection } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { packDiagnostics } from '../features/pack-diagnostics.ts'
import { CATALOGUE } from '../formats/catalogue.ts'
import { withPacks } from '../formats/pack.ts'
import type { Language } from '../review/messages/index.ts'
import type { Documents } from './documents.ts'
import type { Policy } from './policies.ts'

/**
 * What is wrong in files of formats that count for an open report and are not open themselves: else nobody would know
 * why they do not count. Sent unasked, since nobody asks for what is not open.
 */
export class ClosedPacks {
  readonly #connection: Connection
  readonly #documents: Documents
  readonly #shown = new Map<string, string>()

  constructor(connection: Connection, documents: Documents) {
    this.#connection = connection
    this.#documents = documents
  }

  /** @param packs those of a report, each of which may build on the ones before it */
  show({ packs }: Policy, language: Language): void {
    for (const [index, { uri, text, problems }] of packs.entries()) {
      const isTold = problems.length > 0 && this.#documents.setup(uri) === undefined
      const key = isTold ? language + text : ''
      if ((this.#shown.get(uri) ?? '') === key) continue
      this.#shown.set(uri, key)
      const base = withPacks(CATALOGUE, packs.slice(0, index))
      const document = TextDocument.create(uri, 'json', 0, text)
      const diagnostics = isTold ? packDiagnostics(document, base, language) : []
      this.#connection.sendDiagnostics({ uri, diagnostics })
    }
  }

  /** It is open now: what is said of it is said there. */
  opened(uri: string): void {
    if (this.#shown.delete(uri)) this.#connection.sendDiagnostics({ uri, diagnostics: [] })
  }
}
