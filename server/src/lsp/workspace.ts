import {
  type CancellationToken,
  LSPErrorCodes,
  ResponseError,
  type WorkDoneProgressReporter,
} from 'vscode-languageserver'
import { deskLines } from '../features/desk.ts'
import { say } from '../review/messages/index.ts'
import type { Desk } from './desk.ts'
import type { DeskMethod, DeskParams, ReviewAnswer } from './protocol.ts'
import type { Session } from './session.ts'
import { nameOf } from './word-text.ts'

const DESK: DeskMethod = 'nianbao/desk'

/**
 * The findings of closed files: a client that asks for those of the workspace is answered as soon as there is news, any
 * other one is sent them.
 */
export function provideWorkspace(session: Session, desk: Desk): void {
  const { connection, client, documents, settings } = session
  let asks = false
  const sent = new Map<string, string>()

  desk.onDidChange(() => {
    const params: DeskParams = { organs: deskLines(desk.reports, settings.language) }
    connection.sendNotification(DESK, params)
    if (!asks) publish()
  })
  const publish = () => {
    for (const { uri, resultId = '', ...report } of desk.news(sent)) {
      if (report.kind !== 'full') continue
      connection.sendDiagnostics({ uri, diagnostics: report.items })
      if (report.items.length > 0) sent.set(uri, resultId)
      else sent.delete(uri)
    }
  }
  // What is shown of a closed document is what the disk says.
  documents.onDidClose(({ document: { uri } }) => desk.touch([uri]))

  if (!client.pullsDiagnostics) return
  connection.languages.diagnostics.onWorkspace(async ({ previousResultIds }, token) => {
    asks = true
    const previous = new Map(previousResultIds.map(({ uri, value }) => [uri, value]))
    for (;;) {
      const items = desk.isOpen ? desk.news(previous) : []
      if (items.length > 0) return { items }
      await newsOrEnd(desk, token)
      if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, '')
    }
  })
}

/** Whichever comes first. */
function newsOrEnd(desk: Desk, token: CancellationToken): Promise<void> {
  return new Promise((resolve) => {
    const settle = () => {
      news.dispose()
      end.dispose()
      resolve()
    }
    const news = desk.onDidChange(settle)
    const end = token.onCancellationRequested(settle)
  })
}

/** Reviews every report of the workspace, and says what came of it. */
export async function reviewWorkspace(
  { settings: { language } }: Session,
  desk: Desk,
  token: CancellationToken,
  progress: WorkDoneProgressReporter,
): Promise<ReviewAnswer> {
  progress.begin(say(language, 'desk/reviewing'), 0, undefined, true)
  let shown = 0
  await desk.review((done, all, uri) => {
    const percentage = Math.floor((100 * done) / all)
    if (percentage === shown) return
    shown = percentage
    progress.report(percentage, `${percentage}% ${nameOf(uri)}`)
  }, token)
  progress.done()
  const { reports, unreadable } = desk
  const counts = { errors: 0, warnings: 0, infos: 0 }
  for (const { findings } of reports.values()) {
    counts.errors += findings.error
    counts.warnings += findings.warning
    counts.infos += findings.info + findings.hint
  }
  const parts = [
    say(language, token.isCancellationRequested ? 'desk/cancelled' : 'desk/reviewed', {
      reports: reports.size,
      ...counts,
    }),
    ...(unreadable.length > 0 ? [say(language, 'desk/unreadable', { files: unreadable.map(nameOf).join('、') })] : []),
  ]
  return { reports: reports.size, text: parts.join(''), showProblems: say(language, 'desk/show-problems') }
}
