import { pathToFileURL } from 'node:url'
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node'
import type { Machine } from './desk-sources.ts'
import { startServer } from './server.ts'

/**
 * Starts the server on the channel that the command line names: `--stdio`, `--node-ipc`, `--pipe=…` or `--socket=…`.
 * The process ends with its client.
 *
 * @param rulePages the path of the folder with the rule pages
 * @param machine finds and reads its files
 */
export function startNodeServer(rulePages: string, machine: Machine): void {
  startServer(createConnection(ProposedFeatures.all), { rulePages: pathToFileURL(rulePages).href, machine })
}
