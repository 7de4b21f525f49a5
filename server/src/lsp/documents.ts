import { TextDocuments } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import type { KeptClaims } from '../report/claims/read.ts'
import type { Report } from '../report/report.ts'
import { isPack } from '../review/config/packs.ts'
import { CONFIG_NAME } from '../review/config/schema.ts'
import { normalized } from '../review/config/store.ts'
import type { ReviewOptions } from '../review/options.ts'
import { judge, type Review, read } from '../review/review.ts'
import type { Beside } from '../rules/beside.ts'
import { LineStore } from '../text/line-store.ts'

/** How a document is reviewed at this moment; the same object as long as nothing changes. */
type OptionsNow = () => ReviewOptions
/** Milliseconds since some moment. */
export type Clock = () => number

/** What a report is compared with at this moment; its parts are the same objects as long as nothing changes. */
export type BesideNow = (open: OpenDocument) => Beside

/** How an open document is reviewed. */
export interface ReviewedBy {
  readonly options: OptionsNow
  readonly beside: BesideNow
  readonly clock: Clock
}

const AS_IT_IS: ReviewOptions = {}
const ALONE: ReviewedBy = { options: () => AS_IT_IS, beside: () => ({}), clock: () => 0 }

/** One version of an open document. Its review is made at the first need and serves every request for that version. */
export class OpenDocument {
  readonly document: TextDocument
  readonly #by: ReviewedBy
  /** Goes from each version to the next. */
  readonly #kept: KeptClaims
  #read: { readonly options: ReviewOptions; readonly report: Report } | undefined
  #tookToRead = 0
  #took = 0
  #reviewed: { readonly report: Report; readonly beside: Beside; readonly review: Review } | undefined

  constructor(document: TextDocument, by: ReviewedBy = ALONE, kept: KeptClaims = new LineStore()) {
    this.document = document
    this.#by = by
    this.#kept = kept
  }

  get uri(): string {
    return this.document.uri
  }

  get report(): Report {
    const options = this.#by.options()
    if (this.#read?.options !== options) {
      const began = this.#by.clock()
      this.#read = { options, report: read(this.document.getText(), options, this.#kept) }
      this.#tookToRead = this.#by.clock() - began
    }
    return this.#read.report
  }

  get review(): Review {
    const { report } = this
    const beside = this.#by.beside(this)
    if (this.#reviewed?.report !== report || !isSame(this.#reviewed.beside, beside)) {
      const began = this.#by.clock()
      const review = judge(report, { ...this.#read?.options, ...beside })
      this.#reviewed = { report, beside, review }
      this.#took = this.#tookToRead + this.#by.clock() - began
    }
    return this.#reviewed.review
  }

  /** It was reviewed beside something else than what it would be reviewed beside now. */
  get isOvertaken(): boolean {
    return this.#reviewed !== undefined && !isSame(this.#reviewed.beside, this.#by.beside(this))
  }

  /** How long the review took, in milliseconds. */
  get took(): number {
    return this.#took
  }

  changed(changes: Parameters<typeof TextDocument.update>[1], version: number): OpenDocument {
    return new OpenDocument(TextDocument.update(this.document, changes, version), this.#by, this.#kept)
  }
}

const isSame = (a: Beside, b: Beside): boolean => a.past === b.past && a.sum === b.sum

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
  /** @param by how each document is reviewed at this moment, given its URI for the options */
  constructor(
    by: Partial<Omit<ReviewedBy, 'options'>> & { readonly optionsFor?: (uri: string) => ReviewOptions } = {},
  ) {
    const { optionsFor = () => AS_IT_IS, ...others } = by
    super({
      create: (uri, languageId, version, text) =>
        new OpenDocument(TextDocument.create(uri, languageId, version, text), {
          ...ALONE,
          ...others,
          options: () => optionsFor(uri),
        }),
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
