import type { Range } from 'vscode-languageclient'
import type { ShownTables } from '../../../server/src/lsp/protocol.ts'

/** What the extension tells the page. */
export type ToPage =
  | {
      readonly type: 'tables'
      /** Null: the server has nothing of the document. */
      readonly tables: ShownTables | null
      /** There is a saved text to look at. */
      readonly hasSaved: boolean
      readonly isClosed: boolean
    }
  /** The cursor in the text is in this cell, or in none. */
  | { readonly type: 'mark'; readonly address: string | undefined }
  /** The keyboard comes back to the cell that it was on. */
  | { readonly type: 'focus' }
  /** Brings a table into view. */
  | { readonly type: 'reveal'; readonly table: string }
  /** What came of writing a figure; without a message, all is well. */
  | { readonly type: 'answer'; readonly address: string; readonly message: string | undefined }

/** What the page asks of the extension. */
export type FromPage =
  | { readonly type: 'ready' }
  /** To a cell, or to a range of the text; `focus` takes the keyboard along. */
  | { readonly type: 'go'; readonly address?: string; readonly range?: Range; readonly focus: boolean }
  | { readonly type: 'write'; readonly address: string; readonly version: number; readonly text: string }
  | { readonly type: 'show'; readonly text: ShownTables['text'] }
  | { readonly type: 'save' | 'undo' | 'redo' }
  | { readonly type: 'print' }

/** What the page remembers over a reload of the window. */
export interface PageState {
  readonly uri: string
  readonly text: ShownTables['text']
  readonly scroll: number
}
