import { commands, type ExtensionContext } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { showDesk } from './desk-view.ts'
import { answerFindFiles } from './find-files.ts'
import { answerFindPacks } from './find-packs.ts'
import { registerPaste } from './paste.ts'
import { registerPractice } from './practice.ts'
import { answerReadFile } from './read-file.ts'
import { registerReviewWorkspace } from './review-workspace.ts'
import { registerShowFinding } from './show-finding.ts'
import { startWhenNeeded } from './start-when-needed.ts'
import { showStatus } from './status.ts'
import { registerSum } from './sum.ts'
import { TableViews } from './table-view/views.ts'
import { registerWordCommands } from './word/commands.ts'
import { WordTexts } from './word/texts.ts'
import type { StartWordWorker } from './word/worker.ts'

/** Has all that belongs to the server ready, and starts it when it is needed; it stops when the extension is deactivated. */
export function start(client: BaseLanguageClient, context: ExtensionContext, startWordWorker: StartWordWorker): void {
  const views = new TableViews(client, context)
  const words = new WordTexts(startWordWorker)
  context.subscriptions.push(
    client,
    client.outputChannel,
    views,
    ...showStatus(client, (status) => views.take(status)),
    ...showDesk(client),
    words,
    answerReadFile(client, words),
    answerFindFiles(client),
    registerPaste(client),
    answerFindPacks(client),
    registerShowFinding(client),
    registerReviewWorkspace(client),
    ...registerWordCommands(startWordWorker, client.outputChannel),
    registerPractice(context.extensionUri),
    ...registerSum(client),
    commands.registerCommand('nianbao.restart', async () => {
      await client.stop()
      await client.start()
    }),
    commands.registerCommand('nianbao.showOutput', () => client.outputChannel.show()),
  )
  context.subscriptions.push(...startWhenNeeded(client))
}
