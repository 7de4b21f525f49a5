import type { Connection } from 'vscode-languageserver'
import { readConfig } from '../review/config/read.ts'
import type { ReadFile } from '../review/config/store.ts'
import type { Client } from './client.ts'
import type { Documents } from './documents.ts'
import type { ReadFileMethod, ReadFileParams, ReadFileResult } from './protocol.ts'

const METHOD: ReadFileMethod = 'nianbao/readFile'

/** Reads files by way of the client, who knows remote and virtual folders, else on the machine, where there is one. */
export function readerFor(connection: Connection, client: Client, machine: ReadFile | undefined): ReadFile {
  if (!client.readsFiles) return machine ?? (async () => undefined)
  return async (uri) => {
    const { text } = await connection.sendRequest<ReadFileResult>(METHOD, { uri } satisfies ReadFileParams)
    return text ?? undefined
  }
}

/**
 * A configuration that is open counts as it stands in the editor, saved or not. While it is being written and is no JSON,
 * it counts as it was before.
 */
export class OpenConfigs {
  readonly #documents: Documents
  readonly #sound = new Map<string, string>()

  constructor(documents: Documents) {
    this.#documents = documents
  }

  /** Takes notice of a text; whether that changes anything. */
  take(uri: string, text: string): boolean {
    if (readConfig(text).isBroken || this.#sound.get(uri) === text) return false
    this.#sound.set(uri, text)
    return true
  }

  forget(uri: string): void {
    this.#sound.delete(uri)
  }

  /** The same files, but those that are open. */
  over(read: ReadFile): ReadFile {
    return async (uri) => {
      const open = this.#documents.config(uri)
      return (open && this.#sound.get(open.uri)) ?? read(uri)
    }
  }
}
