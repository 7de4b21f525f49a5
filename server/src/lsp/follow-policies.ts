import type { Connection, Event } from 'vscode-languageserver'
import { IGNORE_NAME } from '../review/config/ignored.ts'
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
  readonly watched: Event<readonly string[]>
}

/**
 * Keeps the policies up to date with the configurations, on the disk and in the editor. Says when open documents are to be
 * reviewed otherwise than before, and when a configuration has changed, whoever is under it.
 */
export function followPolicies(parts: Parts, changed: { documents: () => void; configs: () => void }): Policies {
  const { connection, client, documents, folders, settings, watched } = parts
  const open = new OpenConfigs(documents)
  const read = open.over(readerFor(connection, client, parts.machine))
  const isOpen = (uri: string) => documents.get(uri) !== undefined
  const policies = new Policies({ read, settings, folders, isOpen, changed: changed.documents })
  const renew = (configs: readonly string[]) => {
    for (const uri of configs) policies.drop(uri)
    if (configs.length === 0) return
    void policies.renew()
    changed.configs()
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
  watched((uris) => renew(uris.filter((uri) => isConfig(uri) || uri.endsWith(`/${IGNORE_NAME}`))))
  return policies
}
