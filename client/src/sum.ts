import { commands, type Disposable, ProgressLocation, ViewColumn, window, workspace } from 'vscode'
import { type BaseLanguageClient, ExecuteCommandRequest } from 'vscode-languageclient'
import type { SumAnswer, SumCommand } from '../../server/src/lsp/protocol.ts'

export const SUM: SumCommand = 'nianbao.sumReports'
const CHECK_SUM = 'nianbao.checkSum'

/** Adds up the reports of the workspace and opens what they come to; the second command holds the report in front against it. */
export const registerSum = (client: BaseLanguageClient): Disposable[] => [
  commands.registerCommand(SUM, () => sum(client, undefined)),
  commands.registerCommand(CHECK_SUM, () => sum(client, window.activeTextEditor?.document.uri.toString())),
]

async function sum(client: BaseLanguageClient, parent: string | undefined): Promise<SumAnswer> {
  const request = { command: SUM, arguments: parent === undefined ? [] : [parent] }
  const answer = await window.withProgress(
    { location: ProgressLocation.Window, title: client.name },
    () => client.sendRequest(ExecuteCommandRequest.type, request) as Promise<SumAnswer>,
  )
  if (answer.text === undefined) void window.showWarningMessage(answer.message)
  else {
    void window.showInformationMessage(answer.message)
    const document = await workspace.openTextDocument({ language: 'markdown', content: answer.text })
    // A report that is held against it stays in sight.
    const viewColumn = parent === undefined ? ViewColumn.Active : ViewColumn.Beside
    await window.showTextDocument(document, { preview: false, viewColumn })
  }
  return answer
}
