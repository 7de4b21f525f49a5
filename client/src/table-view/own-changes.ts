/**
 * The versions of a document that differ by what was written from the view alone. Somebody who fills in one cell after the
 * other is faster than the view is drawn: a figure for such a version is as good as one for the latest.
 */
export class OwnChanges {
  #from = 0
  #to = 0

  /** The version that a figure for `version` may be written to: `now`, if all that has changed since is our own. */
  since(version: number, now: number): number {
    return this.#to === now && this.#from <= version ? now : version
  }

  /** A figure was written to `before`, and `after` is what the document is now. */
  wrote(before: number, after: number): void {
    const isAlone = after === before + 1
    if (!isAlone || this.#to !== before) this.#from = isAlone ? before : after
    this.#to = after
  }
}
