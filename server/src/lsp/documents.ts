import { TextDocuments } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { type Review, review } from '../review/review.ts'

/** One version of an open document. Its review is made at the first need and serves every request for that version. */
export class OpenDocument {
  readonly document: TextDocument
  #review: Review | undefined

  constructor(document: TextDocument) {
    this.document = document
  }

  get uri(): string {
    return this.document.uri
  }

  get review(): Review {
    this.#review ??= review(this.document.getText())
    return this.#review
  }
}

/** Views that an editor makes of other texts, such as the left side of a comparison: nobody mends anything there. */
const TRANSIENT_SCHEMES = new Set([
  'git',
  'gitfs',
  'gitlens',
  'output',
  'debug',
  'scm-history-item',
  'chat-editing-text-model',
])

/** The open documents that are reviewed, whatever file system they come from: their text arrives with the protocol. */
export class Documents extends TextDocuments<OpenDocument> {
  constructor() {
    super({
      create: (uri, languageId, version, text) => new OpenDocument(TextDocument.create(uri, languageId, version, text)),
      update: ({ document }, changes, version) => new OpenDocument(TextDocument.update(document, changes, version)),
    })
  }

  /** Undefined for one that is closed, unknown or transient: such a request is answered with nothing. */
  override get(uri: string): OpenDocument | undefined {
    return TRANSIENT_SCHEMES.has(uri.slice(0, uri.indexOf(':'))) ? undefined : super.get(uri)
  }
}
