import type { Language } from '../review/messages/index.ts'
import { say } from '../review/messages/index.ts'
import type { Draft } from '../word/draft.ts'
import { LIMITS } from '../word/limits.ts'
import { isWordFile, isWordName } from '../word/read/container.ts'
import { isRefusal, Refusal } from '../word/refusal.ts'
import { decode } from './encoding.ts'
import type { Host } from './host.ts'

/** A text to work on and the path it is known by. */
export interface Input {
  readonly path: string
  readonly text: string
  /** What the text was read from. */
  readonly bytes: Uint8Array
  readonly isStandardInput: boolean
  /** What a Word file holds is read as Markdown. */
  readonly draft?: Draft
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

/** The one file that a path means; undefined, and said why, when it means none or several. */
export async function onlyInput(
  host: Host,
  path: string,
  { stdinName, language }: Omit<Reading, 'failed'>,
): Promise<Input | undefined> {
  const inputs: Input[] = []
  let failed = false
  const found = readInputs(host, [path], {
    stdinName,
    language,
    failed: () => {
      failed = true
    },
  })
  for await (const input of found) inputs.push(input)
  if (inputs.length > 1) host.error(say(language, 'cli/one-report', { path, count: inputs.length }))
  return failed || inputs.length > 1 ? undefined : inputs[0]
}

/** One of them; undefined when it cannot be read, which has been said then. */
export async function readInput(
  host: Host,
  path: string,
  { stdinName, language, failed }: Reading,
): Promise<Input | undefined> {
  const isStandardInput = path === STANDARD_INPUT
  const name = isStandardInput ? stdinName : path
  try {
    if (!isStandardInput && isWordName(path) && (await host.sizeOf(path)) > LIMITS.file) throw new Refusal('word/large')
    const bytes = await (isStandardInput ? host.readStandardInput() : host.readFile(path))
    const input = { path: name, bytes, isStandardInput }
    if (!isWordFile(bytes) && !isWordName(name)) return { ...input, text: decode(bytes).text }
    const draft = await (await host.loadWord()).readWord(bytes)
    return { ...input, text: draft.text, draft }
  } catch (error) {
    host.error(
      say(language, 'cli/unreadable', { path, reason: isRefusal(error) ? say(language, error.key) : reasonOf(error) }),
    )
    failed()
    return undefined
  }
}

export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
