import type { Language } from '../../review/messages/index.ts'
import type { Review } from '../../review/review.ts'
import type { Severity } from '../../rules/rule.ts'
import type { CheckedFile } from '../json.ts'

export const OUTPUT_NAMES = ['pretty', 'json', 'jsonl', 'sarif', 'junit', 'github', 'html'] as const
export type OutputName = (typeof OUTPUT_NAMES)[number]

/** A form in which findings are written down. All but the pieces of files is written where the run is led. */
export interface Output {
  /** Before the first file. */
  readonly begin?: string
  /** One file, alone: runs on whatever thread the file was reviewed on. Empty: nothing to write. */
  readonly file: (checked: Checked) => string
  /** Between the pieces of two files. */
  readonly separator?: string
  /** After the last file. */
  readonly end?: (totals: Totals) => string
  /** Instead of all of these: a page whose beginning depends on its end, for which the pieces are kept. */
  readonly page?: (pieces: readonly string[], totals: Totals) => string
}

export interface Checked {
  readonly file: CheckedFile
  readonly review: Review
}

export interface Totals {
  readonly summary: Summary
  readonly suppressed: number
  /** In the order in which they came. */
  readonly entries: readonly Entry[]
  /** What could not be read or done, in words. */
  readonly problems: readonly string[]
}

/** What a list of files says of one; the same counts as in a summary. */
export interface Entry extends Pick<CheckedFile, 'path' | 'isReport' | 'organ' | 'year' | 'edition'>, Counts {}

export interface Counts {
  errors: number
  warnings: number
  infos: number
  hints: number
}

export interface Summary extends Counts {
  files: number
  reports: number
}

export interface OutputOptions {
  readonly language: Language
  readonly colors: boolean
  /** What was fixed was only tried. */
  readonly isDryRun: boolean
  /** From which severity on a run fails. */
  readonly failOn: Severity
  /** Of this tool. */
  readonly version: string
}

/** What a finding is related to in other files, a line each: `path:line:column words`, counted from one. */
export const elsewhere = ({ related }: CheckedFile['findings'][number]): string[] =>
  related.flatMap(({ path, range: { start }, message }) =>
    path === undefined ? [] : [`${path}:${start.line + 1}:${start.character + 1} ${message}`],
  )

const COUNTERS = { error: 'errors', warning: 'warnings', info: 'infos', hint: 'hints' } as const satisfies Record<
  Severity,
  keyof Counts
>

export const counterOf = (severity: Severity): keyof Counts => COUNTERS[severity]

export function entryOf({ path, isReport, organ, year, edition, findings }: CheckedFile): Entry {
  const counts: Counts = { errors: 0, warnings: 0, infos: 0, hints: 0 }
  for (const { severity } of findings) counts[COUNTERS[severity]]++
  return { path, isReport, organ, year, edition, ...counts }
}
