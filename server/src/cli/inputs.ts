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
  /** Files to leave out. */
  readonly isExcluded?: (path: string) => Promise<boolean>
}

/** What the given paths mean, in their order and without doubles; what cannot be read is named on standard error. */
export async function* readInputs(
  host: Host,
  paths: readonly string[],
  { stdinName, language, failed, isExcluded = async () => false }: Reading,
): AsyncGenerator<Input> {
  const seen = new Set<string>()
  for (const path of paths) {
    if (path === '-') {
      yield input(stdinName, await host.readStandardInput(), true)
      continue
    }
    const files = await host.expand(path)
    if (files.length === 0) {
      host.error(say(language, 'cli/nothing-there', { path }))
      failed()
    }
    let excluded = 0
    for (const file of files) {
      if (seen.has(file)) continue
      if (await isExcluded(file)) {
        excluded++
        continue
      }
      seen.add(file)
      try {
        yield input(file, await host.readFile(file), false)
      } catch (error) {
        host.error(say(language, 'cli/unreadable', { path: file, reason: reasonOf(error) }))
        failed()
      }
    }
    // Somebody asked for this; silence would look like a clean report.
    if (excluded > 0 && excluded === files.length) host.error(say(language, 'cli/excluded', { path }))
  }
}

const input = (path: string, bytes: Uint8Array, isStandardInput: boolean): Input => ({
  path,
  text: decode(bytes).text,
  bytes,
  isStandardInput,
})

export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
