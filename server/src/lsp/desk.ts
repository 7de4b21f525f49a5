import { pMapIterable } from 'p-map'
import {
  type CancellationToken,
  type Diagnostic,
  DocumentDiagnosticReportKind,
  Emitter,
  type WorkspaceDocumentDiagnosticReport,
  type WorkspaceFullDocumentDiagnosticReport,
  type WorkspaceSymbol,
} from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { type DeskReport, deskReport } from '../features/desk.ts'
import { diagnostics } from '../features/diagnostics.ts'
import { workspaceSymbols } from '../features/workspace-symbols.ts'
import { normalized, type ReadFile } from '../review/config/store.ts'
import type { Language } from '../review/messages/index.ts'
import { review } from '../review/review.ts'
import type { Past } from '../rules/beside.ts'
import { fingerprint } from '../text/fingerprint.ts'
import { ClosedYears, type LastYear } from './closed-years.ts'
import { isSame, type Policy } from './policies.ts'
import { languageOf, type Session } from './session.ts'
import { inNextTurn } from './turn.ts'

/** What is kept of a file that was reviewed. Its text is not: there may be thousands. */
interface Kept {
  /** As the client writes it. */
  readonly uri: string
  readonly policy: Policy
  readonly language: Language
  readonly items: readonly Diagnostic[]
  readonly resultId: string
  /** Undefined for what is no report. */
  readonly report: DeskReport | undefined
  readonly symbols: readonly WorkspaceSymbol[]
  /** What it was compared with. */
  readonly last: LastYear | undefined
}

export interface DeskSources {
  /** The URIs of the texts in the workspace that may be reports. */
  readonly list: () => Promise<readonly string[]>
  readonly read: ReadFile
}

/** How far a review of the workspace has come. */
export type Progress = (done: number, all: number, uri: string) => void

/** How many files are read ahead of the one that is reviewed. */
const READ_AHEAD = 8

/**
 * The reports of the workspace, open or not. Nothing is read before somebody asks for it; from then on what changes on the
 * disk is reviewed again, and what did not costs nothing.
 */
export class Desk {
  readonly #session: Session
  readonly #sources: DeskSources
  readonly #kept = new Map<string, Kept>()
  readonly #unreadable = new Set<string>()
  /** What has changed on the disk and was not read since. */
  readonly #touched = new Set<string>()
  readonly #changed = new Emitter<void>()
  /** Whose reports the files are. */
  readonly closed: ClosedYears
  #isOpen = false
  #running: Promise<void> = Promise.resolve()
  /** A refresh that has not begun takes in whatever changes before it does. */
  #isRefreshDue = false

  constructor(session: Session, sources: DeskSources) {
    this.#session = session
    this.#sources = sources
    this.closed = new ClosedYears(sources.read)
  }

  /** Somebody has asked for it. */
  get isOpen(): boolean {
    return this.#isOpen
  }

  readonly onDidChange = this.#changed.event

  /** By URI, in order. */
  get reports(): ReadonlyMap<string, DeskReport> {
    const found = [...this.#kept.values()].flatMap(({ uri, report }) =>
      report === undefined ? [] : [[uri, report] as const],
    )
    return new Map(found.sort(([a], [b]) => (a < b ? -1 : 1)))
  }

  /** What they are found by. */
  get symbols(): readonly WorkspaceSymbol[] {
    return [...this.#kept.values()].flatMap(({ symbols }) => symbols)
  }

  /** Those that are there and could not be read. */
  get unreadable(): readonly string[] {
    return [...this.#unreadable].sort()
  }

  /** Reviews what is new or has changed since, one run after another. Stops between two files when it is cancelled. */
  review(progress: Progress = () => {}, token?: CancellationToken): Promise<void> {
    this.#isOpen = true
    const run = this.#running.then(() => this.#review(progress, token))
    this.#running = run.catch(() => {})
    return run
  }

  /** Files that were made, changed, closed or taken away: to be looked at again. */
  touch(uris: readonly string[]): void {
    for (const key of uris.map(normalized)) {
      this.#kept.delete(key)
      this.#touched.add(key)
    }
    if (uris.length > 0) void this.refresh()
  }

  /** After something that may concern every file. */
  async refresh(): Promise<void> {
    if (!this.#isOpen || this.#isRefreshDue) return
    this.#isRefreshDue = true
    await this.#running
    this.#isRefreshDue = false
    await this.review().catch((error) => this.#session.connection.console.error(String(error)))
  }

  /** What is shown of a file. */
  itemsOf(uri: string): readonly Diagnostic[] {
    return this.#kept.get(normalized(uri))?.items ?? []
  }

  /** What has changed against what a client has, by URI: a file that is gone has nothing any more. */
  news(previous: ReadonlyMap<string, string>): WorkspaceDocumentDiagnosticReport[] {
    const known = new Map([...previous].map(([uri, id]) => [normalized(uri), { uri, id }]))
    const open = new Set(this.#session.documents.keys().map(normalized))
    const news = [...this.#kept]
      .filter(([key, { items, resultId }]) => {
        const before = known.get(key)
        return !open.has(key) && (before === undefined ? items.length > 0 : before.id !== resultId)
      })
      .map(([, { uri, items, resultId }]) => full(uri, items, resultId))
    const gone = [...known].filter(([key]) => !this.#kept.has(key) && !open.has(key))
    return [...news, ...gone.map(([, { uri }]) => full(uri, [], NOTHING))]
  }

  async #review(progress: Progress, token: CancellationToken | undefined): Promise<void> {
    const uris = await this.#sources.list()
    const there = new Set(uris.map(normalized))
    for (const key of this.#kept.keys()) if (!there.has(key)) this.#kept.delete(key)
    this.closed.keep(there)
    this.#unreadable.clear()
    let done = 0
    const step = (uri: string) => progress(++done, 2 * uris.length, uri)
    // First whose reports they are: each is then reviewed beside the one of the year before.
    const policies = new Map<string, Policy>()
    const due = new Set<string>()
    const looked = pMapIterable(uris, (uri) => this.#look(uri), { concurrency: READ_AHEAD })
    for await (const { uri, policy, text } of looked) {
      if (token?.isCancellationRequested) break
      const key = normalized(uri)
      policies.set(key, policy)
      // What has changed while it was read is read again after this run.
      if (text === undefined) {
        if (!this.#kept.has(key)) this.closed.delete(key)
      } else if (!this.#touched.has(key)) {
        due.add(key)
        this.closed.take(key, uri, text, policy.options)
        await this.#turn()
      }
      step(uri)
    }
    const compared = pMapIterable(uris, (uri) => this.#withLastYear(uri, due), { concurrency: READ_AHEAD })
    for await (const { uri, key, text, last, past } of compared) {
      if (token?.isCancellationRequested) break
      const policy = policies.get(key)
      if (text !== undefined && policy !== undefined && !this.#touched.has(key)) {
        this.#kept.set(key, { ...this.#reviewed(uri, text, policy, past), last })
        await this.#turn()
      }
      step(uri)
    }
    this.closed.forgetTexts()
    this.#changed.fire()
  }

  /** Whoever is typing meanwhile comes first. */
  readonly #turn = () => new Promise<void>(inNextTurn)

  /** What a file is to be reviewed with, unless it is known already what is to be said of it. */
  async #withLastYear(uri: string, due: ReadonlySet<string>): Promise<Fetched> {
    const key = normalized(uri)
    const last = this.closed.lastYearOf(key)
    const kept = this.#kept.get(key)
    const isCompared = kept !== undefined && kept.last?.key === last?.key && kept.last?.mark === last?.mark
    if (isCompared && !due.has(key)) return { uri, key }
    const text = await this.closed.textOf(key).catch(() => undefined)
    const past = text === undefined || last === undefined ? undefined : await this.closed.past(last.key)
    return { uri, key, text, last, past }
  }

  /** Reads a file, unless what is kept of it still holds. */
  async #look(uri: string): Promise<{ uri: string; policy: Policy; text?: string }> {
    const key = normalized(uri)
    this.#touched.delete(key)
    const policy = await this.#session.policies.forFile(uri)
    const kept = this.#kept.get(key)
    const isInWords = kept?.language === languageOf(this.#session, policy)
    if (kept !== undefined && isInWords && isSame(kept.policy, policy)) return { uri, policy }
    try {
      const text = await this.#sources.read(uri)
      if (text !== undefined) return { uri, policy, text }
    } catch {
      this.#unreadable.add(uri)
    }
    this.#kept.delete(key)
    return { uri, policy }
  }

  #reviewed(uri: string, text: string, policy: Policy, past: Past | undefined): Omit<Kept, 'last'> {
    const reviewed = review(text, { ...policy.options, past })
    const document = TextDocument.create(uri, '', 0, text)
    const language = languageOf(this.#session, policy)
    const items = diagnostics(reviewed, document, { language, rulePages: this.#session.rulePages })
    const symbols = workspaceSymbols(reviewed, document, language)
    const resultId = fingerprint(JSON.stringify(items))
    return { uri, policy, language, items, resultId, report: deskReport(reviewed), symbols }
  }
}

interface Fetched {
  readonly uri: string
  readonly key: string
  readonly text?: string | undefined
  readonly last?: LastYear | undefined
  readonly past?: Past | undefined
}

const NOTHING = fingerprint('[]')

const full = (uri: string, items: readonly Diagnostic[], resultId: string): WorkspaceFullDocumentDiagnosticReport => ({
  kind: DocumentDiagnosticReportKind.Full,
  uri,
  version: null,
  resultId,
  items: [...items],
})
