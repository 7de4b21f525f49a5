import * as vscode from 'vscode'
import { EXTENSION, equal, findings, ruleOf, until } from './host.ts'

suite('the walkthrough', () => {
  const { walkthroughs, commands: own } = vscode.extensions.getExtension(EXTENSION)?.packageJSON.contributes ?? {}
  const steps: { id: string; description: string; media: { markdown: string } }[] = walkthroughs?.[0]?.steps ?? []

  test('names commands that there are', async () => {
    const known = new Set([
      ...(await vscode.commands.getCommands(true)),
      ...own.map(({ command }: { command: string }) => command),
    ])
    const named = steps.flatMap(({ description }) => [...description.matchAll(/\(command:([\w.]+)\)/g)])
    equal(named.length, steps.length)
    equal(
      named.flatMap(([, command = '']) => (known.has(command) ? [] : [command])),
      [],
    )
  })

  test('opens', async () => {
    await vscode.commands.executeCommand('workbench.action.openWalkthrough', `${EXTENSION}#firstSteps`)
  })

  test('opens a report to practise on, with two slips in it', async () => {
    await vscode.commands.executeCommand('nianbao.openPractice')
    const document = vscode.window.activeTextEditor?.document
    if (!document) throw new Error('nothing was opened')
    equal(document.isUntitled, true)
    await until('two findings', () => (findings(document).length === 2 ? true : undefined))
    equal(findings(document).map(ruleOf), ['section/title', 'arithmetic/cell'])
  })
})
