import { commands, type ExtensionContext } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { showDesk } from './desk-view.ts'
import { answerFindFiles } from './find-files.ts'
import { answerReadFile } from './read-file.ts'
import { registerReviewWorkspace } from './review-workspace.ts'
import { registerShowFinding } from './show-finding.ts'
import { showStatus } from './status.ts'
import { registerWordCommands } from './word/commands.ts'
import type { StartWordWorker } from './word/worker.ts'

/** Starts the server with all that belongs to it; it stops when the extension is deactivated. */
export async function start(
  client: BaseLanguageClient,
  { subscriptions }: ExtensionContext,
  startWordWorker: StartWordWorker,
): Promise<void> {
  subscriptions.push(
    client,
    client.outputChannel,
    ...showStatus(client),
    ...showDesk(client),
    answerReadFile(client),
    answerFindFiles(client),
    registerShowFinding(client),
    registerReviewWorkspace(client),
    ...registerWordCommands(startWordWorker, client.outputChannel),
    commands.registerCommand('nianbao.restart', async () => {
      await client.stop()
      await client.start()
    }),
    commands.registerCommand('nianbao.showOutput', () => client.outputChannel.show()),
  )
  await client.start()
}
