import { window } from 'vscode'
import type { BringAnswer } from '../../server/src/lsp/protocol.ts'
import type { Ask } from './ask.ts'

/** The server's command is for the document in front unless it is told another; where the edition is open, people pick. */
export async function bringToEdition(ask: Ask, args: readonly unknown[]): Promise<unknown> {
  const uri = args[0] ?? window.activeTextEditor?.document.uri
  const bring = (edition: unknown) => ask(uri?.toString(), edition) as Promise<BringAnswer | null>
  const answer = await bring(args[1])
  if (answer?.state !== 'choose') return answer
  const picked = await window.showQuickPick(answer.editions, { title: answer.title })
  return picked && bring(picked.id)
}
