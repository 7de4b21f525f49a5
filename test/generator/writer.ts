import type { Span } from '../../server/src/text/span.ts'
import type { Cell } from './table.ts'

/** A figure as it was written. */
export interface Written {
  readonly span: Span
  /** What may be read, in plain digits; null is a cell without a value. */
  readonly reads: readonly (string | null)[]
}

/** Collects a text, and where its figures and row labels stand. */
export class Writer {
  text = ''
  readonly figures = new Map<string, Written>()
  /** By row id; a label that a page tears stands in several pieces. */
  readonly labels = new Map<string, Span[]>()
  constructor(readonly newline: string = '\n') {}

  put(text: string): this {
    this.text += text
    return this
  }

  line(text = ''): this {
    return this.put(text + this.newline)
  }

  /** A cell's words; a wrapped label goes on after `wrap`. */
  cell({ kind, text, of, address, unit = '', reads }: Cell, wrap = this.newline): this {
    const start = this.text.length
    this.text += address === undefined ? text.replaceAll('\n', wrap) : text
    if (kind === 'label' && of !== undefined)
      this.labels.set(of, [...(this.labels.get(of) ?? []), { start, end: this.text.length }])
    const written = { span: { start, end: this.text.length }, reads: reads ?? [text === '' ? null : text] }
    if (address !== undefined) this.figures.set(address, written)
    return this.put(unit)
  }
}
