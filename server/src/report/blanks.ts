import { WORD_JOINER } from '../text/fold.ts'

/** Blanks as long as a text, with pieces put in at their places, from first to last. */
export class Blanks {
  private readonly pieces: string[] = []
  private at = 0
  constructor(private readonly source: string) {}

  /** @param joins whether the piece goes on where the one before it ends: then joiners stand between them */
  copy(at: number, piece: string, joins = false): void {
    if (at < this.at) return
    this.pieces.push((joins ? WORD_JOINER : ' ').repeat(at - this.at), piece)
    this.at = at + piece.length
  }

  /** One character in place of a tag's first. A tag that is only implied has no place of its own. */
  put(at: number, mark: string): void {
    if (this.source[at] === '<') this.copy(at, mark)
  }

  text(): string {
    return this.pieces.join('') + ' '.repeat(Math.max(0, this.source.length - this.at))
  }
}
