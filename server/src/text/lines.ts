/** A place as editors count: from zero, characters in UTF-16 units. */
export interface Position {
  readonly line: number
  readonly character: number
}

const LF = 0x0a
const CR = 0x0d

/** Where the lines of a text begin: enough to say where an offset is, once the text itself is gone. */
export class Lines {
  readonly #starts: Uint32Array

  constructor(text: string) {
    const starts = [0]
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at)
      if (unit === LF || (unit === CR && text.charCodeAt(at + 1) !== LF)) starts.push(at + 1)
    }
    this.#starts = Uint32Array.from(starts)
  }

  positionAt(offset: number): Position {
    let low = 0
    let high = this.#starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >>> 1
      if ((this.#starts[middle] as number) <= offset) low = middle
      else high = middle - 1
    }
    return { line: low, character: offset - (this.#starts[low] as number) }
  }

  rangeOf({ start, end }: { readonly start: number; readonly end: number }): { start: Position; end: Position } {
    return { start: this.positionAt(start), end: this.positionAt(end) }
  }
}
