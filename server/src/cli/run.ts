import { type Language, say } from '../review/messages/index.ts'
import { writeBaseline } from './baseline.ts'
import type { FileResult } from './file-result.ts'
import type { Host } from './host.ts'
import { type NamedFile, reasonOf } from './inputs.ts'
import type { Counts, Entry, Summary, Totals } from './outputs/output.ts'

/** What a run of `check` comes to, file by file. What it has to say goes to standard error, each line once. */
export class Run implements Totals {
  readonly summary: Summary = { files: 0, reports: 0, errors: 0, warnings: 0, infos: 0, hints: 0 }
  readonly entries: Entry[] = []
  readonly problems: string[] = []
  suppressed = 0
  failed = false
  readonly #host: Host
  readonly #language: Language
  readonly #all: number
  readonly #said = new Set<string>()
  /** By the path that named them: whether any file was reviewed. */
  readonly #asked = new Map<string, boolean>()
  readonly #fingerprints = new Map<string, readonly string[]>()
  #done = 0
  #gone = 0

  constructor(host: Host, language: Language, all: number) {
    this.#host = host
    this.#language = language
    this.#all = all
  }

  add({ by }: NamedFile, result: FileResult): void {
    for (const line of result.errors) this.#say(line)
    this.failed ||= result.failed
    this.suppressed += result.suppressed
    this.#gone += result.gone
    this.#asked.set(by, this.#asked.get(by) === true || !result.isExcluded)
    if (result.entry !== undefined) this.#count(result.entry, result.fingerprints)
    this.#host.progress?.(++this.#done, this.#all)
  }

  /** Somebody asked for what was left out; silence would look like a clean report. */
  close(): void {
    for (const [path, wasReviewed] of this.#asked)
      if (!wasReviewed) this.#host.error(say(this.#language, 'cli/excluded', { path }))
    if (this.#gone > 0) this.#host.error(say(this.#language, 'cli/baseline-gone', { count: this.#gone }))
  }

  async saveBaseline(path: string): Promise<void> {
    const count = [...this.#fingerprints.values()].reduce((sum, keys) => sum + keys.length, 0)
    try {
      await this.#host.writeFile(path, writeBaseline(this.#fingerprints))
      this.#host.error(say(this.#language, 'cli/baseline-written', { path, count }))
    } catch (error) {
      this.#host.error(say(this.#language, 'cli/unwritable', { path, reason: reasonOf(error) }))
      this.failed = true
    }
  }

  #count(entry: Entry, fingerprints: readonly string[]): void {
    this.entries.push(entry)
    this.summary.files++
    if (entry.isReport) this.summary.reports++
    for (const counter of COUNTERS) this.summary[counter] += entry[counter]
    if (fingerprints.length > 0) this.#fingerprints.set(entry.path, fingerprints)
  }

  /** Threads that share a configuration say the same of it. */
  #say(line: string): void {
    if (this.#said.has(line)) return
    this.#said.add(line)
    this.problems.push(line)
    this.#host.error(line)
  }
}

const COUNTERS: readonly (keyof Counts)[] = ['errors', 'warnings', 'infos', 'hints']
