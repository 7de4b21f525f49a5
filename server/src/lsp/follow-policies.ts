import { type Connection, DidChangeWatchedFilesNotification, type Event } from 'vscode-languageserver'
import { CONFIG_NAME } from '../review/config/schema.ts'
import type { ReadFile } from '../review/config/store.ts'
import type { Client } from './client.ts'
import { type Documents, isConfig } from './documents.ts'
import { OpenConfigs, readerFor } from './files.ts'
import type { Folders } from './folders.ts'
import { Policies } from './policies.ts'
import type { ResourceSettings } from './resource-settings.ts'

interface Parts {
  readonly connection: Connection
  readonly client: Client
  readonly documents: Documents
  readonly folders: Folders
  readonly settings: ResourceSettings
  /** Reads files of the machine that the server runs on, if it can. */
  readonly machine: ReadFile | undefined
}

/** Keeps the policies up to date with the configurations, on the disk and in the editor. */
export function followPolicies(parts: Parts, start: Event<void>, changed: () => void): Policies {
  const { connection, client, documents, folders, settings } = parts
  const open = new OpenConfigs(documents)
  const read = open.over(readerFor(connection, client, parts.machine))
  const isOpen = (uri: string) => documents.get(uri) !== undefined
  const policies = new Policies({ read, settings, folders, isOpen, changed })
  const renew = (configs: readonly string[]) => {
    for (const uri of configs) policies.drop(uri)
    if (configs.length > 0) void policies.renew()
  }

  documents.onDidChangeContent(({ document: { uri, document } }) => {
    if (isConfig(uri) && open.take(uri, document.getText())) renew([uri])
  })
  documents.onDidClose(({ document: { uri } }) => {
    policies.forget(uri)
    if (!isConfig(uri)) return
    open.forget(uri)
    renew([uri])
  })
  connection.onDidChangeWatchedFiles(({ changes }) => renew(changes.map(({ uri }) => uri).filter(isConfig)))
  start(() => {
    if (!client.registersWatchers) return
    const watchers = [{ globPattern: `**/${CONFIG_NAME}` }]
    connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(() => {})
  })
  return policies
}
