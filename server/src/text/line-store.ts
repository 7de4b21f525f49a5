interface Kept<T> {
  readonly value: T
  /** The number of the last version that has the line. */
  seen: number
}

/** What was read in the lines of one version of a text, so that the next version reads only the lines that are new. */
export class LineStore<T> {
  #readBy: readonly unknown[] = []
  #lines = new Map<string, Kept<T>>()
  #version = 0
  /** How many lines the last version has taken from here, or put here. */
  #used = 0

  /**
   * A reader of the lines of the next version. It is `read` that reads, by nothing but the line and what is in `by`: what
   * the versions before it have read by the same is taken again.
   */
  reader(by: readonly unknown[], read: (line: string) => T): (line: string) => T {
    const isSame = by.length === this.#readBy.length && by.every((one, index) => one === this.#readBy[index])
    if (!isSame) this.#lines = new Map()
    else if (this.#lines.size > 2 * this.#used + ENOUGH_TO_SWEEP) this.#sweep()
    this.#readBy = by
    this.#used = 0
    const lines = this.#lines
    const version = ++this.#version
    return (line) => {
      if (line.length > LONGEST_KEPT) return read(line)
      const kept = lines.get(line)
      if (kept !== undefined) {
        if (kept.seen !== version) this.#used++
        kept.seen = version
        return kept.value
      }
      const own = copyOf(line)
      const value = read(own)
      lines.set(own, { value, seen: version })
      this.#used++
      return value
    }
  }

  /** Forgets the lines that the last version no longer has. */
  #sweep(): void {
    for (const [line, { seen }] of this.#lines) if (seen < this.#version) this.#lines.delete(line)
  }
}

/** So many lines that are no longer there are not worth looking for. */
const ENOUGH_TO_SWEEP = 100

/** What has no line ends may be all of a text: to keep it would help nobody. */
const LONGEST_KEPT = 4000

/** A part of a text holds on to all of it: what is kept from many versions must not keep them. */
const copyOf = (line: string): string => ` ${line}`.slice(1)
