import type { Connection } from 'vscode-languageserver'
import { URI, Utils } from 'vscode-uri'
import { type FindPacks, isPack } from '../review/config/packs.ts'
import { readConfig } from '../review/config/read.ts'
import { normalized, type ReadFile } from '../review/config/store.ts'
import { readJson } from '../text/json.ts'
import type { Client } from './client.ts'
import type { Documents } from './documents.ts'
import type {
  FindPacksMethod,
  FindPacksParams,
  FindPacksResult,
  ReadFileMethod,
  ReadFileParams,
  ReadFileResult,
} from './protocol.ts'

const METHOD: ReadFileMethod = 'nianbao/readFile'
const FIND_PACKS: FindPacksMethod = 'nianbao/findPacks'

/** Reads files by way of the client, who knows remote and virtual folders, else on the machine, where there is one. */
export function readerFor(connection: Connection, client: Client, machine: ReadFile | undefined): ReadFile {
  if (!client.readsFiles) return machine ?? (async () => undefined)
  return async (uri) => {
    const { text } = await connection.sendRequest<ReadFileResult>(METHOD, { uri } satisfies ReadFileParams)
    return text ?? undefined
  }
}

/** Finds files of formats by way of the client, or on the machine. */
export function packFinderFor(connection: Connection, client: Client, machine: FindPacks | undefined): FindPacks {
  if (!client.readsFiles) return machine ?? (async () => [])
  return async (folder) =>
    (await connection.sendRequest<FindPacksResult>(FIND_PACKS, { folder } satisfies FindPacksParams)).uris
}

/**
 * A configuration or file of formats that is open counts as it stands in the editor, saved or not. While it is being written and is no JSON,
 * it counts as it was before.
 */
export class OpenSetups {
  readonly #documents: Documents
  readonly #sound = new Map<string, string>()

  constructor(documents: Documents) {
    this.#documents = documents
  }

  /** Takes notice of a text; whether that changes anything. */
  take(uri: string, text: string): boolean {
    if (isBroken(uri, text) || this.#sound.get(uri) === text) return false
    this.#sound.set(uri, text)
    return true
  }

  forget(uri: string): void {
    this.#sound.delete(uri)
  }

  /** The same files, but those that are open. */
  over(read: ReadFile): ReadFile {
    return async (uri) => {
      const open = this.#documents.setup(uri)
      return (open && this.#sound.get(open.uri)) ?? read(uri)
    }
  }

  /** What is found, and what is open there though it is not on the disk yet. */
  beside(find: FindPacks): FindPacks {
    return async (folder) => {
      const open = [...this.#sound.keys()].filter((uri) => isPack(uri) && dirnameOf(uri) === folder)
      return [...new Set([...(await find(folder)), ...open].map(normalized))]
    }
  }
}

/** Whether it is no JSON; what else may be wrong in it leaves the rest of it standing. */
const isBroken = (uri: string, text: string): boolean =>
  isPack(uri) ? readJson(text).problems.length > 0 : readConfig(text).isBroken

const dirnameOf = (uri: string): string => Utils.dirname(URI.parse(uri)).toString()
