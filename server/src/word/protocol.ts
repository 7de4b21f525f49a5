/** What an editor asks of the bundle for Word files, and what it is told. The client imports these types alone. */

/** One question to a worker, which is ended when it has taken too long. */
export interface WordRequest {
  /** As the settings have it: `zh-CN`, `en` or `auto`, and the editor's own. */
  readonly language?: string | undefined
  readonly editorLanguage?: string | undefined
  readonly ask: WordQuestion
}

export type WordQuestion =
  /** May a file of so many bytes be read? */
  | { readonly kind: 'admit'; readonly size: number }
  | { readonly kind: 'read'; readonly bytes: Uint8Array }
  | { readonly kind: 'write'; readonly text: string; readonly languageId: string }
  | { readonly kind: 'tables'; readonly text: string }
  /** What is said when a worker did not answer. */
  | { readonly kind: 'late' }

export type WordAnswer =
  | { readonly state: 'admitted' }
  /** There is nothing to be had; why, for people. */
  | { readonly state: 'refused'; readonly message: string }
  | WordDraft
  | WordFile
  | WordTables

interface Told {
  /** What came of it, for people, and the particulars, a line each. */
  readonly message: string
  readonly details: readonly string[]
}

export interface WordDraft extends Told {
  readonly state: 'draft'
  /** Markdown. */
  readonly text: string
  /** Asked before the file that was read is written over, where it holds what the draft does not. */
  readonly overwrite?: { readonly question: string; readonly yes: string }
}

export interface WordFile extends Told {
  readonly state: 'file'
  readonly bytes: Uint8Array
}

export interface WordTables extends Told {
  readonly state: 'tables'
  readonly tables: readonly RichTable[]
  /** On the page that copies them. */
  readonly title: string
  readonly copy: string
  readonly copyAll: string
  readonly copied: string
  readonly failed: string
}

/** A table for the clipboard. */
export interface RichTable {
  /** What its section is called. */
  readonly title: string
  /** With merged cells, borders and widths in its tags, as word processors take them over. */
  readonly html: string
  /** Lines with tabs. */
  readonly plain: string
}
