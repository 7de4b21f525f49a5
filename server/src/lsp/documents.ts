import { TextDocuments } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { isPack } from '../review/config/packs.ts'
import { CONFIG_NAME } from '../review/config/schema.ts'
import { normalized } from '../review/config/store.ts'
import type { ReviewOptions } from '../review/options.ts'
import { type Review, review } from '../review/review.ts'

/** How a document is reviewed at this moment; the same object as long as nothing changes. */
type OptionsNow = () => ReviewOptions
/** Milliseconds since some moment. */
export type Clock = () => number

const AS_IT_IS: ReviewOptions = {}
const NO_CLOCK: Clock = () => 0

/** One version of an open document. Its review is made at the first need and serves every request for that version. */
export class OpenDocument {
  readonly document: TextDocument
  readonly #optionsNow: OptionsNow
  readonly #clock: Clock
  #review: Review | undefined
  #took = 0

  constructor(document: TextDocument, optionsNow: OptionsNow = () => AS_IT_IS, clock = NO_CLOCK) {
    this.document = document
    this.#optionsNow = optionsNow
    this.#clock = clock
  }

  get uri(): string {
    return this.document.uri
  }

  get review(): Review {
    const options = this.#optionsNow()
    if (this.#review?.options !== options) {
      const began = this.#clock()
      this.#review = review(this.document.getText(), options)
      this.#took = this.#clock() - began
    }
    return this.#review
  }

  /** How long the review took, in milliseconds. */
  get took(): number {
    return this.#took
  }

  changed(changes: Parameters<typeof TextDocument.update>[1], version: number): OpenDocument {
    return new OpenDocument(TextDocument.update(this.document, changes, version), this.#optionsNow, this.#clock)
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

const isTransient = (uri: string): boolean => TRANSIENT_SCHEMES.has(uri.slice(0, uri.indexOf(':')))

export const isConfig = (uri: string): boolean => uri.endsWith(`/${CONFIG_NAME}`)

/** A file that says how others are reviewed. */
export const isSetup = (uri: string): boolean => isConfig(uri) || isPack(uri)

/** The open documents, whatever file system they come from: their text arrives with the protocol. */
export class Documents extends TextDocuments<OpenDocument> {
  /** @param optionsFor how each document is reviewed at this moment */
  constructor(optionsFor: (uri: string) => ReviewOptions = () => AS_IT_IS, clock = NO_CLOCK) {
    super({
      create: (uri, languageId, version, text) =>
        new OpenDocument(TextDocument.create(uri, languageId, version, text), () => optionsFor(uri), clock),
      update: (open, changes, version) => open.changed(changes, version),
    })
  }

  /** One that is reviewed; undefined if it is closed, unknown, transient or none to review: it is answered with nothing. */
  override get(uri: string): OpenDocument | undefined {
    return isTransient(uri) || isSetup(uri) ? undefined : super.get(uri)
  }

  /** A configuration or file of formats that is open. */
  setup(uri: string): OpenDocument | undefined {
    if (!isSetup(uri) || isTransient(uri)) return undefined
    // Clients do not all escape the same characters.
    const name = normalized(uri)
    return super.get(uri) ?? this.all().find((open) => isSetup(open.uri) && normalized(open.uri) === name)
  }
}
