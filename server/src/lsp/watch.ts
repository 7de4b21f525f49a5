import { type Connection, DidChangeWatchedFilesNotification, Emitter, type Event } from 'vscode-languageserver'
import { IGNORE_NAME } from '../review/config/ignored.ts'
import { PACK_ENDING } from '../review/config/packs.ts'
import { CONFIG_NAME } from '../review/config/schema.ts'
import type { Client } from './client.ts'
import { wordTextOf } from './word-text.ts'

/** The texts in a folder that may be reports. */
export const READABLE = '**/*.{md,markdown,txt,html,htm}'
/** Those that a client reads as texts. */
export const WORD = '**/*.docx'

/** The URIs of files, or of the texts of Word files, that were made, changed or taken away, as far as the client says so. */
export function watchedFiles(connection: Connection, client: Client, start: Event<void>): Event<readonly string[]> {
  const watched = new Emitter<readonly string[]>()
  connection.onDidChangeWatchedFiles(({ changes }) => watched.fire(changes.map(({ uri }) => wordTextOf(uri) ?? uri)))
  start(() => {
    if (!client.registersWatchers) return
    const watchers = [CONFIG_NAME, IGNORE_NAME, `*${PACK_ENDING}`].map((name) => ({ globPattern: `**/${name}` }))
    const texts = [READABLE, ...(client.readsWord ? [WORD] : [])].map((globPattern) => ({ globPattern }))
    connection.client
      .register(DidChangeWatchedFilesNotification.type, { watchers: [...watchers, ...texts] })
      .catch(() => {})
  })
  return watched.event
}
