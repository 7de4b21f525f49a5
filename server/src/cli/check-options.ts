import type { Language } from '../review/messages/index.ts'
import type { Severity } from '../rules/rule.ts'
import type { OutputName } from './outputs/output.ts'

/** Which configuration counts: the nearest one of each file, the one at a path, or none. */
export interface ConfigChoice {
  readonly config?: string | false
  /** By default that of the configuration of the working folder, else Chinese. */
  readonly language?: Language
}

/** Plain data: threads are given it as it is. */
export interface CheckOptions extends ConfigChoice {
  readonly format: OutputName
  readonly failOn: Severity
  readonly stdinName: string
  readonly output?: string
  /** Applies the safe fixes first. */
  readonly fix?: true
  /** Prints what they would change instead, and changes nothing. */
  readonly fixDryRun?: true
  /** Files of formats to hold texts against, besides the official ones. */
  readonly formats?: readonly string[]
  /** A file of findings that are known and not to be reported. */
  readonly baseline?: string
  /** Where to write one, of all that is found. */
  readonly writeBaseline?: string
  /** How many threads review, this one included; by default as many as there are processors. */
  readonly jobs?: number
}
