import { window } from 'vscode'
import type { ExecuteCommandMiddleware } from 'vscode-languageclient'
import type { BringAnswer, BringCommand } from '../../server/src/lsp/protocol.ts'

const BRING: BringCommand = 'nianbao.bringToEdition'

/** The server's command is for the document in front unless it is told another; where the edition is open, people pick. */
export const commandMiddleware: ExecuteCommandMiddleware = {
  executeCommand: async (command, args, next) => {
    if (command !== BRING) return next(command, args)
    const uri = args[0] ?? window.activeTextEditor?.document.uri
    const ask = (edition: unknown) => next(BRING, [uri?.toString(), edition]) as Promise<BringAnswer | null>
    const answer = await ask(args[1])
    if (answer?.state !== 'choose') return answer
    const picked = await window.showQuickPick(answer.editions, { title: answer.title })
    return picked && ask(picked.id)
  },
}
