import type { Language } from '../review/messages/index.ts'
import { say } from '../review/messages/index.ts'
import type { Host } from './host.ts'

/** A text to work on and the path it is known by. */
export interface Input {
  readonly path: string
  readonly text: string
}

/** What the given paths mean, in their order and without doubles; what cannot be read is named on standard error. */
export async function* readInputs(
  host: Host,
  paths: readonly string[],
  stdinName: string,
  language: Language,
  failed: () => void,
): AsyncGenerator<Input> {
  const seen = new Set<string>()
  for (const path of paths) {
    if (path === '-') {
      yield { path: stdinName, text: decode(await host.readStandardInput()) }
      continue
    }
    const files = await host.expand(path)
    if (files.length === 0) {
      host.error(say(language, 'cli/nothing-there', { path }))
      failed()
    }
    for (const file of files) {
      if (seen.has(file)) continue
      seen.add(file)
      try {
        yield { path: file, text: decode(await host.readFile(file)) }
      } catch (error) {
        host.error(say(language, 'cli/unreadable', { path: file, reason: reasonOf(error) }))
        failed()
      }
    }
  }
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** UTF-8 or, by its byte order mark, UTF-16; what is no valid UTF-8 is read as GB18030, the other encoding in use. */
export function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}
