import type { FindPacks } from '../review/config/packs.ts'
import type { ReadFile } from '../review/config/store.ts'
import type { Identity } from '../review/years.ts'
import type { Word } from '../word/word.ts'
import type { CheckOptions } from './check-options.ts'
import type { FileResult } from './file-result.ts'

/** What the command line needs of the machine; everything below the `main` files works through this. */
export interface Host {
  /** A file's bytes; rejects when it cannot be read. */
  readonly readFile: (path: string) => Promise<Uint8Array>
  /** How many bytes a file has. */
  readonly sizeOf: (path: string) => Promise<number>
  /** What reads and writes Word files. */
  readonly loadWord: () => Promise<Word>
  /** Looks for a configuration. */
  readonly readConfig: ReadFile
  /** Looks for files of formats. */
  readonly findPacks: FindPacks
  /** The `file:` URI of a path, and the path as it is printed. */
  readonly uriOf: (path: string) => string
  readonly pathOf: (uri: string) => string
  readonly readStandardInput: () => Promise<Uint8Array>
  /** The files meant by a path: itself, the reports below a folder, or the matches of a glob; empty when there is none. */
  readonly expand: (path: string) => Promise<readonly string[]>
  readonly writeFile: (path: string, content: string | Uint8Array) => Promise<void>
  /** Makes a file, empty, to be written piece by piece. */
  readonly openFile: (path: string) => Promise<OpenFile>
  /** Resolves when there is room for more. */
  readonly out: (content: string | Uint8Array) => void | Promise<void>
  /** Prints a line on standard error, or several. */
  readonly error: (text: string) => void
  /** Shows how far a long run is, where there is a terminal. */
  readonly progress?: (done: number, all: number) => void
  /** The page of a rule in docs/rules; undefined when there is none. */
  readonly rulePage: (id: string) => Promise<string | undefined>
  /** Another thread that reviews files; undefined where there are none to be had. */
  readonly startThread?: (options: CheckOptions) => Thread
  readonly processors: number
  readonly colors: boolean
  readonly version: string
}

export interface OpenFile {
  readonly write: (text: string) => Promise<void>
  readonly close: () => Promise<void>
}

export interface Thread {
  /** One file at a time, this and the next. Rejects when the thread has died over it. */
  readonly review: (path: string, past?: string) => Promise<FileResult>
  readonly identify: (path: string) => Promise<Identity | undefined>
  readonly end: () => void
}

/** Exit statuses, as the users of linters know them. */
export const EXIT = { ok: 0, found: 1, failed: 2 } as const
