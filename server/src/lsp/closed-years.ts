import type { ReadFile } from '../review/config/store.ts'
import type { ReviewOptions } from '../review/options.ts'
import { read } from '../review/review.ts'
import { type Identity, identify, Years } from '../review/years.ts'
import { type Past, pastOf } from '../rules/beside.ts'
import { fingerprint } from '../text/fingerprint.ts'

/** So many characters are kept between telling whose reports they are and reviewing them: a desk of some hundreds. */
const MOST_KEPT = 16_000_000

/** A report of the year before, as it stands on the disk. */
export interface LastYear {
  /** Its place in the index, and what it says: who was compared with it is to be compared again when that changes. */
  readonly key: string
  readonly mark: string
}

interface Known {
  readonly uri: string
  readonly identity: Identity | undefined
  readonly mark: string
  /** How it is read. */
  readonly options: ReviewOptions
}

/** Whose reports the files of a workspace are. Of their texts, those are at hand that were read last, up to a limit. */
export class ClosedYears {
  readonly #read: ReadFile
  readonly #known = new Map<string, Known>()
  readonly #years = new Years()
  readonly #texts = new Map<string, string>()
  #kept = 0

  constructor(read: ReadFile) {
    this.#read = read
  }

  /** A file that was read; what is excluded is none to compare with. */
  take(key: string, uri: string, text: string, options: ReviewOptions): void {
    const identity = options.isExcluded ? undefined : identify(text, options.catalogue)
    this.#known.set(key, { uri, identity, mark: identity === undefined ? '' : fingerprint(text), options })
    this.#years.set(key, identity)
    if (this.#kept + text.length > MOST_KEPT) return
    this.#kept += text.length
    this.#texts.set(key, text)
  }

  delete(key: string): void {
    this.#known.delete(key)
    this.#years.delete(key)
  }

  /** Forgets those that are not there any more. */
  keep(there: ReadonlySet<string>): void {
    for (const key of this.#known.keys()) if (!there.has(key)) this.delete(key)
  }

  /** What was reviewed need not be at hand any more. */
  forgetTexts(): void {
    this.#texts.clear()
    this.#kept = 0
  }

  get identities(): Iterable<readonly [key: string, identity: Identity]> {
    return [...this.#known].flatMap(([key, { identity }]) => (identity === undefined ? [] : [[key, identity] as const]))
  }

  identity(key: string): Identity | undefined {
    return this.#known.get(key)?.identity
  }

  /** What a file says, in short; undefined for one that is not known. */
  mark(key: string): string | undefined {
    return this.#known.get(key)?.mark
  }

  lastYearOf(key: string): LastYear | undefined {
    const identity = this.#known.get(key)?.identity
    const last = identity && this.#years.lastYearOf(key, identity)
    return last === undefined ? undefined : { key: last, mark: this.mark(last) ?? '' }
  }

  /** Undefined when it is not there any more; rejects when it cannot be read. */
  async textOf(key: string): Promise<string | undefined> {
    const uri = this.#known.get(key)?.uri
    return this.#texts.get(key) ?? (uri === undefined ? undefined : this.#read(uri))
  }

  /** To compare with; undefined when it cannot be read, which is said elsewhere. */
  async past(key: string): Promise<Past | undefined> {
    const text = await this.textOf(key).catch(() => undefined)
    const known = this.#known.get(key)
    return text === undefined || known === undefined ? undefined : pastOf(known.uri, read(text, known.options))
  }
}
