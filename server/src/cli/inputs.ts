import type { Language } from '../review/messages/index.ts'
import { say } from '../review/messages/index.ts'
import { decode } from './encoding.ts'
import type { Host } from './host.ts'

/** A text to work on and the path it is known by. */
export interface Input {
  readonly path: string
  readonly text: string
  /** What the text was read from. */
  readonly bytes: Uint8Array
  readonly isStandardInput: boolean
}

export interface Reading {
  readonly stdinName: string
  readonly language: Language
  /** Called for what is not there or cannot be read. */
  readonly failed: () => void
}

/** A file that is meant, and the path, folder or glob that it was found by. */
export interface NamedFile {
  readonly path: string
  readonly by: string
}

export const STANDARD_INPUT = '-'

/** The files that paths mean, in their order and without doubles. A path that means none is named on standard error. */
export async function namedFiles(
  host: Host,
  paths: readonly string[],
  { language, failed }: Pick<Reading, 'language' | 'failed'>,
): Promise<NamedFile[]> {
  const found = new Map<string, NamedFile>()
  for (const by of paths) {
    const files = by === STANDARD_INPUT ? [by] : await host.expand(by)
    if (files.length === 0) {
      host.error(say(language, 'cli/nothing-there', { path: by }))
      failed()
    }
    for (const path of files) if (!found.has(path)) found.set(path, { path, by })
  }
  return [...found.values()]
}

/** What the given paths mean; what cannot be read is named on standard error. */
export async function* readInputs(host: Host, paths: readonly string[], reading: Reading): AsyncGenerator<Input> {
  for (const { path } of await namedFiles(host, paths, reading)) {
    const input = await readInput(host, path, reading)
    if (input !== undefined) yield input
  }
}

/** One of them; undefined when it cannot be read, which has been said then. */
export async function readInput(
  host: Host,
  path: string,
  { stdinName, language, failed }: Reading,
): Promise<Input | undefined> {
  const isStandardInput = path === STANDARD_INPUT
  try {
    const bytes = await (isStandardInput ? host.readStandardInput() : host.readFile(path))
    return { path: isStandardInput ? stdinName : path, text: decode(bytes).text, bytes, isStandardInput }
  } catch (error) {
    host.error(say(language, 'cli/unreadable', { path, reason: reasonOf(error) }))
    failed()
    return undefined
  }
}

export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
