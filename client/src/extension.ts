import { type ExtensionContext, Uri } from 'vscode'
import { LanguageClient, TransportKind } from 'vscode-languageclient/node'
import { clientOptions, ID, NAME } from './client.ts'
import { start } from './start.ts'
import { wordThreads } from './word/thread.ts'

/** On the desktop and on remote hosts the server is a Node process. */
export function activate(context: ExtensionContext): void {
  const module = Uri.joinPath(context.extensionUri, 'dist', 'server.node.js').fsPath
  const client = new LanguageClient(ID, NAME, { module, transport: TransportKind.ipc }, clientOptions(context))
  start(client, context, wordThreads(context))
}
