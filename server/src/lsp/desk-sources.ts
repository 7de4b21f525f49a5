import type { Connection } from 'vscode-languageserver'
import type { FindPacks } from '../review/config/packs.ts'
import type { ReadFile } from '../review/config/store.ts'
import type { Client } from './client.ts'
import type { DeskSources } from './desk.ts'
import { readerFor } from './files.ts'
import type { Folders } from './folders.ts'
import type { FindFilesMethod, FindFilesParams, FindFilesResult } from './protocol.ts'
import { READABLE, WORD } from './watch.ts'
import { wordTextOf } from './word-text.ts'

/** The files below folders that a pattern matches, by URI. */
export type FindFiles = (folders: readonly string[], pattern: string) => Promise<readonly string[]>

/** What the server can ask of the machine that it runs on. */
export interface Machine {
  readonly readFile?: ReadFile
  readonly findFiles?: FindFiles
  readonly findPacks?: FindPacks
}

const METHOD: FindFilesMethod = 'nianbao/findFiles'

/** By way of the client, who knows remote and virtual folders, else on the machine, where there is one. */
export function deskSources(connection: Connection, client: Client, folders: Folders, machine: Machine): DeskSources {
  const read = readerFor(connection, client, machine.readFile)
  const find: FindFiles = client.readsFiles
    ? async (_, pattern) => {
        const params: FindFilesParams = { pattern }
        return (await connection.sendRequest<FindFilesResult>(METHOD, params)).uris
      }
    : (machine.findFiles ?? (async () => []))
  const list = async () => {
    const among = folders.all.map(String)
    const texts = await find(among, READABLE)
    const words = client.readsWord ? await find(among, WORD) : []
    return [...texts, ...words.flatMap((uri) => wordTextOf(uri) ?? [])].sort()
  }
  return { read, list }
}
