import type { Catalogue } from '../formats/catalogue.ts'
import type { Report } from '../report/report.ts'
import { read } from '../review/review.ts'
import { type Past, pastOf } from '../rules/beside.ts'

/** The years of an organ mostly come one after another; more are not kept, however many files there are. */
const MOST_KEPT = 8

/** Reports that others are compared with, by path. Those that were read last are at hand. */
export class Pasts {
  readonly #textOf: (path: string) => Promise<string | undefined>
  readonly #catalogueFor: (path: string) => Promise<Catalogue>
  readonly #kept = new Map<string, Report>()

  constructor(
    textOf: (path: string) => Promise<string | undefined>,
    catalogueFor: (path: string) => Promise<Catalogue>,
  ) {
    this.#textOf = textOf
    this.#catalogueFor = catalogueFor
  }

  /** Undefined when it cannot be read, which is said when it is reviewed itself. */
  async at(path: string): Promise<Past | undefined> {
    const kept = this.#kept.get(path)
    if (kept !== undefined) return pastOf(path, kept)
    const text = await this.#textOf(path)
    if (text === undefined) return undefined
    const report = read(text, { catalogue: await this.#catalogueFor(path) })
    this.keep(path, report)
    return pastOf(path, report)
  }

  keep(path: string, report: Report): void {
    this.#kept.delete(path)
    this.#kept.set(path, report)
    const [oldest] = this.#kept.keys()
    if (this.#kept.size > MOST_KEPT && oldest !== undefined) this.#kept.delete(oldest)
  }
}
