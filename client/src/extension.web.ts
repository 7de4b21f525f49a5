/// <reference lib="webworker" />
import { type ExtensionContext, Uri } from 'vscode'
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser'
import { clientOptions, ID, NAME } from './client.ts'
import { start } from './start.ts'
import { wordWebWorkers } from './word/web-worker.ts'

/** In the browser the server is a worker, and each start takes a new one. */
export function activate(context: ExtensionContext): void {
  const script = Uri.joinPath(context.extensionUri, 'dist', 'server.web.js').toString(true)
  const connect = async () => {
    // Not handed over as it is: the client would ask `instanceof Worker`, which VS Code's own class here does not satisfy.
    const worker = new Worker(script)
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) }
  }
  start(new LanguageClient(ID, NAME, connect, clientOptions(context)), context, wordWebWorkers(context))
}
