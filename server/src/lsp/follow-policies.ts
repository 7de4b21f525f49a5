import type { Connection, Event } from 'vscode-languageserver'
import { IGNORE_NAME } from '../review/config/ignored.ts'
import type { Client } from './client.ts'
import type { Machine } from './desk-sources.ts'
import { type Documents, isSetup } from './documents.ts'
import { OpenSetups, packFinderFor, readerFor } from './files.ts'
import type { Folders } from './folders.ts'
import { Policies } from './policies.ts'
import type { ResourceSettings } from './resource-settings.ts'

interface Parts {
  readonly connection: Connection
  readonly client: Client
  readonly documents: Documents
  readonly folders: Folders
  readonly settings: ResourceSettings
  /** What the server can ask of the machine that it runs on. */
  readonly machine: Machine
  readonly watched: Event<readonly string[]>
}

/**
 * Keeps the policies up to date with the configurations and formats, on the disk and in the editor. Says when open documents
 * are to be reviewed otherwise than before, and when a configuration has changed, whoever is under it.
 */
export function followPolicies(parts: Parts, changed: { documents: () => void; configs: () => void }): Policies {
  const { connection, client, documents, folders, settings, watched } = parts
  const open = new OpenSetups(documents)
  const read = open.over(readerFor(connection, client, parts.machine.readFile))
  const findPacks = open.beside(packFinderFor(connection, client, parts.machine.findPacks))
  const isOpen = (uri: string) => documents.get(uri) !== undefined
  const policies = new Policies({ read, findPacks, settings, folders, isOpen, changed: changed.documents })
  const renew = (setups: readonly string[]) => {
    for (const uri of setups) policies.drop(uri)
    if (setups.length === 0) return
    void policies.renew()
    changed.configs()
  }

  documents.onDidChangeContent(({ document: { uri, document } }) => {
    if (isSetup(uri) && open.take(uri, document.getText())) renew([uri])
  })
  documents.onDidClose(({ document: { uri } }) => {
    policies.forget(uri)
    if (!isSetup(uri)) return
    open.forget(uri)
    renew([uri])
  })
  watched((uris) => renew(uris.filter((uri) => isSetup(uri) || uri.endsWith(`/${IGNORE_NAME}`))))
  return policies
}
