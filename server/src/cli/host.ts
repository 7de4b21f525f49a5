import type { ReadFile } from '../review/config/store.ts'

/** What the command line needs of the machine; everything below `main.cli.ts` works through this. */
export interface Host {
  /** A file's bytes; rejects when it cannot be read. */
  readonly readFile: (path: string) => Promise<Uint8Array>
  /** Looks for a configuration. */
  readonly readConfig: ReadFile
  /** The `file:` URI of a path, and the path as it is printed. */
  readonly uriOf: (path: string) => string
  readonly pathOf: (uri: string) => string
  readonly readStandardInput: () => Promise<Uint8Array>
  /** The files meant by a path: itself, the reports below a folder, or the matches of a glob; empty when there is none. */
  readonly expand: (path: string) => Promise<readonly string[]>
  readonly writeFile: (path: string, content: string | Uint8Array) => Promise<void>
  readonly out: (content: string | Uint8Array) => void
  /** Prints a line on standard error, or several. */
  readonly error: (text: string) => void
  /** The page of a rule in docs/rules; undefined when there is none. */
  readonly rulePage: (id: string) => Promise<string | undefined>
  readonly colors: boolean
  readonly version: string
}

/** Exit statuses, as the users of linters know them. */
export const EXIT = { ok: 0, found: 1, failed: 2 } as const
