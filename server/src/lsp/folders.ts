import type { Connection, Event, InitializeParams, WorkspaceFolder } from 'vscode-languageserver'
import { URI } from 'vscode-uri'
import { pathFrom } from '../review/config/store.ts'
import type { Client } from './client.ts'

/** The folders that the client has open. */
export class Folders {
  #folders: readonly URI[]

  constructor(connection: Connection, client: Client, params: InitializeParams, start: Event<void>) {
    const { workspaceFolders, rootUri } = params
    const parsed = (folders: readonly WorkspaceFolder[]) => folders.map(({ uri }) => URI.parse(uri))
    this.#folders = workspaceFolders ? parsed(workspaceFolders) : rootUri ? [URI.parse(rootUri)] : []
    if (!client.hasFolders) return
    start(() =>
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(parsed(removed).map(String))
        this.#folders = [...this.#folders.filter((folder) => !gone.has(String(folder))), ...parsed(added)]
      }),
    )
  }

  get all(): readonly URI[] {
    return this.#folders
  }

  /** The one that a file lies in; of folders within one another the inner one. */
  of(uri: string): URI | undefined {
    const [inner] = this.#folders
      .filter((folder) => isWithin(folder, uri))
      .sort((a, b) => b.path.length - a.path.length)
    return inner
  }
}

function isWithin(folder: URI, uri: string): boolean {
  const { scheme, authority, path } = URI.parse(uri)
  return scheme === folder.scheme && authority === folder.authority && pathFrom(folder, uri) !== path
}
