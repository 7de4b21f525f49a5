import { MessageType, type ServerCapabilities, ShowMessageNotification } from 'vscode-languageserver'
import { bring, editionChoices } from '../features/bring.ts'
import { type MessageKey, say } from '../review/messages/index.ts'
import { isApplied } from './apply.ts'
import type { Desk, DeskSources } from './desk.ts'
import { newReport } from './new-report.ts'
import type { BringAnswer, BringCommand, NewReportCommand, ReviewWorkspaceCommand, SumCommand } from './protocol.ts'
import { presentationOf, type Session } from './session.ts'
import { type Sums, sumReports } from './sum.ts'
import { afterNextMessage } from './turn.ts'
import { reviewWorkspace } from './workspace.ts'

const BRING: BringCommand = 'nianbao.bringToEdition'
const NEW_REPORT: NewReportCommand = 'nianbao.newReport'
const SUM: SumCommand = 'nianbao.sumReports'
const REVIEW_WORKSPACE: ReviewWorkspaceCommand = 'nianbao.reviewWorkspace'

/** Answers the commands of an editor, and returns what to announce: a command that the client has is none of ours. */
export function provideCommands(session: Session, desk: Desk, sources: DeskSources, sums: Sums): ServerCapabilities {
  session.connection.onExecuteCommand(({ command, arguments: args = [] }, token, progress) => {
    if (command === BRING) return bringTables(session, args[0], args[1])
    if (command === NEW_REPORT) return newReport(session, args[0], args[1])
    if (command === SUM) return sumReports(session, sources, sums, typeof args[0] === 'string' ? args[0] : undefined)
    return command === REVIEW_WORKSPACE ? reviewWorkspace(session, desk, token, progress) : null
  })
  const commands = [BRING, NEW_REPORT, REVIEW_WORKSPACE, SUM].filter((command) => !session.client.commands.has(command))
  return { executeCommandProvider: { commands, workDoneProgress: true } }
}

/** Has the editor write the tables of a report in another edition, and tells what came of it. */
async function bringTables(session: Session, uri: unknown, edition: unknown): Promise<BringAnswer> {
  const { connection, documents, client, settings } = session
  const tell = (type: MessageType, message: string) =>
    connection.sendNotification(ShowMessageNotification.type, { type, message })
  const warn = (key: MessageKey) => tell(MessageType.Warning, say(settings.language, key))
  // Edits are for the text as it is when a change that came right behind the request has been taken in.
  await afterNextMessage()
  const open = typeof uri === 'string' ? documents.get(uri) : undefined
  if (open === undefined || !open.review.report.isReport) {
    warn('edition/not-open')
    return { state: 'noReport' }
  }
  const { editions } = open.review.report
  const named = editions.formats.find(({ id }) => id === edition)
  const format = edition === undefined || edition === null ? open.review.report.facts.format : named
  if (!format) {
    const title = say(settings.language, 'edition/choose')
    connection.console.info(title)
    return { state: 'choose', title, editions: editionChoices(editions, settings.language) }
  }
  const { edit, message, details, hasObstacles } = bring(open.review, open.document, format, {
    ...presentationOf(session, open.uri),
    versionedEdits: client.versionedEdits,
  })
  if (edit !== undefined && !(await isApplied(session, edit, message))) {
    warn('edition/refused')
    return { state: 'refused' }
  }
  if (details.length > 0) connection.console.info(details.join('\n'))
  tell(hasObstacles ? MessageType.Warning : MessageType.Info, message)
  return { state: edit === undefined ? 'unchanged' : 'changed' }
}
