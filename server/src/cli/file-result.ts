import type { Entry } from './outputs/output.ts'

/** What became of a file. Plain data: it may come from another thread. */
export interface FileResult {
  /** Undefined for a file that was not reviewed. */
  readonly entry?: Entry
  /** As the output form writes it. */
  readonly piece: string
  readonly suppressed: number
  /** Lines for standard error. */
  readonly errors: readonly string[]
  /** For standard output besides: differences, a fixed text. */
  readonly printed: readonly (string | Uint8Array)[]
  readonly failed: boolean
  /** It is not to be reviewed, by the configuration or an ignore file. */
  readonly isExcluded: boolean
  /** What its findings are known by in a baseline, where one is to be written. */
  readonly fingerprints: readonly string[]
  /** How many findings of the baseline are gone. */
  readonly gone: number
}

/** Of a file that was not reviewed. */
export const nothingOf = (changes: Partial<FileResult>): FileResult => ({
  piece: '',
  suppressed: 0,
  errors: [],
  printed: [],
  failed: false,
  isExcluded: false,
  fingerprints: [],
  gone: 0,
  ...changes,
})
