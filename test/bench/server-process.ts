import { type ChildProcess, spawn } from 'node:child_process'
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node'

/** A language server as a process of its own, and the way to it. */
export interface ServerProcess {
  readonly process: ChildProcess
  readonly connection: MessageConnection
}

/** Starts a server of Node, which is told of the given folders and to be asked for diagnostics. */
export async function startServer(path: string, folders: readonly string[] = []): Promise<ServerProcess> {
  const child = spawn(process.execPath, [path, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] })
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  )
  connection.listen()
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: { textDocument: { diagnostic: {} } },
    workspaceFolders: folders.map((uri) => ({ uri, name: uri })),
  })
  await connection.sendNotification('initialized', {})
  return { process: child, connection }
}

export async function stopServer({ process: child, connection }: ServerProcess): Promise<void> {
  await connection.sendRequest('shutdown')
  await connection.sendNotification('exit')
  child.stdin?.end()
}
