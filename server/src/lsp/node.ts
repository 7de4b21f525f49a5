import { pathToFileURL } from 'node:url'
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node'
import { type Host, startServer } from './server.ts'

/**
 * Starts the server on the channel that the command line names: `--stdio`, `--node-ipc`, `--pipe=…` or `--socket=…`.
 * The process ends with its client.
 *
 * @param rulePages the path of the folder with the rule pages
 * @param host its files and its clocks
 */
export function startNodeServer(rulePages: string, host: Omit<Host, 'rulePages'>): void {
  startServer(createConnection(ProposedFeatures.all), { rulePages: pathToFileURL(rulePages).href, ...host })
}
