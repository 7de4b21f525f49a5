import { type Connection, Emitter } from 'vscode-languageserver'
import type { Report } from '../report/report.ts'
import { normalized } from '../review/config/store.ts'
import { identityOf, isSameIdentity, Years } from '../review/years.ts'
import { type Past, pastOf } from '../rules/beside.ts'
import type { ClosedYears } from './closed-years.ts'
import type { Documents, OpenDocument } from './documents.ts'
import { inNextTurn } from './turn.ts'

/**
 * For open documents, the report of the year before: another one that is open, as it stands in the editor, else a file of
 * the workspace that was reviewed. Says when a document would be compared otherwise than it was.
 */
export class LastYears {
  readonly #documents: Documents
  readonly #closed: ClosedYears
  readonly #years = new Years()
  /** What each open document was when it was last looked at. */
  readonly #open = new Map<string, { readonly uri: string; readonly report: Report }>()
  /** Files that were read to be compared with; while one is being read, what it was before. */
  readonly #read = new Map<string, { readonly mark: string | undefined; readonly past: Past | undefined }>()
  readonly #pasts = new WeakMap<Report, Past>()
  readonly #changed = new Emitter<void>()
  #isCheckDue = false

  constructor(connection: Connection, documents: Documents, closed: ClosedYears) {
    this.#documents = documents
    this.#closed = closed
    documents.onDidChangeContent(() => {
      // One alone is asked for anyway.
      if (documents.keys().length > 1) this.#checkSoon(connection)
    })
    documents.onDidClose(({ document: { uri } }) => {
      const key = normalized(uri)
      this.#open.delete(key)
      this.#years.set(key, closed.identity(key))
      this.#checkSoon(connection)
    })
  }

  readonly onDidChange = this.#changed.event

  /** What is known of the files of the workspace has changed. */
  renew(): void {
    for (const key of this.#read.keys()) if (this.#closed.mark(key) === undefined) this.#read.delete(key)
    const there = new Map(this.#closed.identities)
    for (const key of [...this.#years.names]) if (!there.has(key) && !this.#open.has(key)) this.#years.delete(key)
    for (const [key, identity] of there) if (!this.#open.has(key)) this.#years.set(key, identity)
    this.#check()
  }

  pastOf(document: OpenDocument): Past | undefined {
    const identity = identityOf(document.report)
    if (identity === undefined) return undefined
    this.#lookAtOpen()
    const key = this.#years.lastYearOf(normalized(document.uri), identity)
    if (key === undefined) return undefined
    const open = this.#open.get(key)
    return open === undefined ? this.#closedPast(key) : this.#openPast(open)
  }

  #lookAtOpen(): void {
    for (const uri of this.#documents.keys()) {
      const open = this.#documents.get(uri)
      const key = normalized(uri)
      const known = this.#open.get(key)
      if (open === undefined || open.report === known?.report) continue
      const identity = identityOf(open.report)
      this.#open.set(key, { uri, report: open.report })
      if (!isSameIdentity(this.#years.identity(key), identity)) this.#years.set(key, identity)
    }
  }

  #openPast({ uri, report }: { readonly uri: string; readonly report: Report }): Past {
    const past = this.#pasts.get(report) ?? pastOf(uri, report)
    this.#pasts.set(report, past)
    return past
  }

  #closedPast(key: string): Past | undefined {
    const mark = this.#closed.mark(key)
    const before = this.#read.get(key)
    if (before === undefined || before.mark !== mark) {
      this.#read.set(key, { mark, past: before?.past })
      void this.#closed.past(key).then((past) => {
        if (this.#read.get(key)?.mark !== mark) return
        this.#read.set(key, { mark, past })
        this.#check()
      })
    }
    return this.#read.get(key)?.past
  }

  /** After the change that came last of those that have arrived. */
  #checkSoon({ console }: Connection): void {
    if (this.#isCheckDue) return
    this.#isCheckDue = true
    inNextTurn(() =>
      inNextTurn(() => {
        this.#isCheckDue = false
        try {
          this.#check()
        } catch (error) {
          console.error(String(error))
        }
      }),
    )
  }

  #check(): void {
    if (this.#documents.keys().some((uri) => this.#documents.get(uri)?.isOvertaken)) this.#changed.fire()
  }
}
