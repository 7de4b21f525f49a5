import { window, workspace } from 'vscode'
import type { NewReportAnswer, NewReportQuestions } from '../../server/src/lsp/protocol.ts'
import type { Ask } from './ask.ts'

/** Asks for organ and year as far as they are not given, and opens the draft. */
export async function newReport(ask: Ask, args: readonly unknown[]): Promise<unknown> {
  const first = (await ask(...args)) as NewReportAnswer | null
  const answer = first?.state === 'ask' ? await answered(first, args, ask) : first
  if (answer?.state !== 'drafted') return answer
  return window.showTextDocument(await workspace.openTextDocument({ language: 'markdown', content: answer.text }))
}

async function answered({ organ, year }: NewReportQuestions, args: readonly unknown[], ask: Ask) {
  const name =
    typeof args[0] === 'string'
      ? args[0]
      : await window.showInputBox({
          title: organ.title,
          placeHolder: organ.example,
          ignoreFocusOut: true,
          validateInput: (text) => (text.trim() === '' ? organ.required : undefined),
        })
  if (name === undefined) return undefined
  const picked = await window.showQuickPick(year.choices, {
    title: year.title.replace('{organ}', name),
    ignoreFocusOut: true,
  })
  return picked && ((await ask(name, picked.year)) as NewReportAnswer | null)
}
