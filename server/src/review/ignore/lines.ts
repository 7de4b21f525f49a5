import { TextDocument } from 'vscode-languageserver-textdocument'
import { commentsIn } from '../../report/comments.ts'
import type { Span } from '../../text/span.ts'

/** The lines of a text by number, and which of them hold more than comments. */
export class Lines {
  /** Without its comments; at the same offsets, in the same lines. */
  readonly #bare: TextDocument
  /** By line: the first one from there on that holds something. */
  readonly #held = new Map<number, number>()

  constructor(text: string) {
    let bare = ''
    let at = 0
    for (const { start, end } of commentsIn(text)) {
      bare += text.slice(at, start) + text.slice(start, end).replace(/[^\r\n]/g, ' ')
      at = end
    }
    this.#bare = TextDocument.create('', '', 0, bare + text.slice(at))
  }

  at(offset: number): number {
    return this.#bare.positionAt(offset).line
  }

  /** With its line end. */
  spanOf(line: number): Span {
    return {
      start: this.#bare.offsetAt({ line, character: 0 }),
      end: this.#bare.offsetAt({ line: line + 1, character: 0 }),
    }
  }

  /** Whether there is nothing on a line but comments. */
  isBare(line: number): boolean {
    const { start, end } = this.spanOf(line)
    return this.#bare.getText().slice(start, end).trim() === ''
  }

  /** The first line from this one on that holds something; without any, the one after the last. */
  heldFrom(line: number): number {
    let held = line
    while (held < this.#bare.lineCount && !this.#held.has(held) && this.isBare(held)) held++
    const found = this.#held.get(held) ?? held
    for (let passed = line; passed <= held; passed++) this.#held.set(passed, found)
    return found
  }
}
