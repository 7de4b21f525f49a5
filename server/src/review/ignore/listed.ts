import type { Finding } from '../../rules/rule.ts'
import type { ListedIgnore } from '../options.ts'

/** The ignores of a list, for one text. */
export class Listed {
  readonly #text: string
  readonly #ignores: readonly ListedIgnore[]
  readonly #used = new Set<ListedIgnore>()

  constructor(text: string, ignores: readonly ListedIgnore[]) {
    this.#text = text
    this.#ignores = ignores
  }

  /** Whether a finding is not to be reported. All ignores that say so have then matched something. */
  cover(finding: Finding): boolean {
    const found = this.#ignores.filter((ignore) => this.#matches(ignore, finding))
    for (const ignore of found) this.#used.add(ignore)
    return found.length > 0
  }

  /** Those for this text alone that matched nothing. */
  unused(): ListedIgnore[] {
    return this.#ignores.filter((ignore) => ignore.isForOne && !this.#used.has(ignore))
  }

  #matches({ rule, address, text }: ListedIgnore, finding: Finding): boolean {
    if (rule !== finding.rule || (address !== undefined && address !== finding.address)) return false
    if (text === undefined) return true
    const { start, end } = finding.span
    return this.#text.slice(Math.max(0, start - text.length), end + text.length).includes(text)
  }
}
