import * as vscode from 'vscode'
import { NOTICE, report } from './fixtures.ts'
import { equal, openUntitled } from './host.ts'

suite('tables for pasting', () => {
  test('are put on the clipboard', async () => {
    await openUntitled(report('tabs'))
    equal(await vscode.commands.executeCommand('nianbao.copyTables'), true)
  })

  test('are not made from a text that has none', async () => {
    await openUntitled(NOTICE)
    equal((await vscode.commands.executeCommand('nianbao.copyTables')) ?? null, null)
  })
})
