import { commands, type Disposable, ProgressLocation, window } from 'vscode'
import { type BaseLanguageClient, ExecuteCommandRequest, WorkDoneProgress } from 'vscode-languageclient'
import type { ReviewAnswer, ReviewWorkspaceCommand } from '../../server/src/lsp/protocol.ts'

export const REVIEW_WORKSPACE: ReviewWorkspaceCommand = 'nianbao.reviewWorkspace'

/** Has every report of the workspace reviewed, shows how far that is, and may be cancelled. */
export const registerReviewWorkspace = (client: BaseLanguageClient): Disposable =>
  commands.registerCommand(REVIEW_WORKSPACE, () =>
    window.withProgress({ location: ProgressLocation.Notification, cancellable: true }, async (progress, token) => {
      const workDoneToken = `${REVIEW_WORKSPACE}/${Date.now()}`
      let shown = 0
      const listening = client.onProgress(WorkDoneProgress.type, workDoneToken, (step) => {
        if (step.kind === 'begin') progress.report({ message: step.title })
        if (step.kind !== 'report') return
        const { message = '', percentage = shown } = step
        progress.report({ message, increment: percentage - shown })
        shown = percentage
      })
      try {
        const request = { command: REVIEW_WORKSPACE, workDoneToken }
        const answer = (await client.sendRequest(ExecuteCommandRequest.type, request, token)) as ReviewAnswer
        void announce(answer)
        return answer
      } finally {
        listening.dispose()
      }
    }),
  )

async function announce({ text, showProblems }: ReviewAnswer): Promise<void> {
  if ((await window.showInformationMessage(text, showProblems)) === showProblems)
    await commands.executeCommand('workbench.actions.view.problems')
}
