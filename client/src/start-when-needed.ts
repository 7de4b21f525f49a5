import { commands, type Disposable, languages, type TextDocument, workspace } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { reviewedDocuments, setupDocuments } from './client.ts'

/** Says whether the server runs: its own commands are shown from then on. */
const IS_RUNNING = 'nianbao.isRunning'
const CHINESE = /\p{Script=Han}/u

/**
 * Starts the server when the first text is open that might be a report, and not for the README of a program: as long as
 * nothing open has a Chinese character, there is no server, which VS Code could not be told otherwise. A request starts it
 * as well.
 */
export function startWhenNeeded(client: BaseLanguageClient): Disposable[] {
  const [reviewed, setups] = [reviewedDocuments(), setupDocuments()]
  const isNeededFor = (document: TextDocument) =>
    languages.match(setups, document) > 0 ||
    (languages.match(reviewed, document) > 0 && CHINESE.test(document.getText()))
  const listening: Disposable[] = []
  const look = (document: TextDocument) => {
    if (client.needsStart() && isNeededFor(document)) start()
  }
  const stopLooking = () => {
    for (const one of listening.splice(0)) one.dispose()
  }
  const start = () => {
    stopLooking()
    client.start().catch((error) => client.error(String(error)))
  }
  listening.push(
    workspace.onDidOpenTextDocument(look),
    workspace.onDidChangeTextDocument(({ document }) => look(document)),
  )
  for (const document of workspace.textDocuments) look(document)
  return [
    { dispose: stopLooking },
    client.onDidChangeState(() => commands.executeCommand('setContext', IS_RUNNING, client.isRunning())),
  ]
}
