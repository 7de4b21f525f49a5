import * as vscode from 'vscode'
import { report } from './fixtures.ts'
import { equal, finding, findings, openUntitled, preferredFix, ruleOf, until } from './host.ts'

// The report for 2023 with the single row of 2019 in place of three.
const OLD = report('tabs').replace(/（六）其他处理\t1\.[^\n]*\n[^\n]*\n\t\t3\.其他\t/, '（六）其他处理\t\t')

suite('tables of a former edition', () => {
  test('are brought to that of the report’s year by a command, for the document in front', async () => {
    const document = await openUntitled(OLD)
    await finding(document, 'format/outdated-row')
    const answer = await vscode.commands.executeCommand('nianbao.bringToEdition')
    equal(answer, { state: 'changed' })
    equal(document.getText(), report('tabs'))
    await until('end of the finding', () => (findings(document).length === 0 ? true : undefined))
  })

  test('are brought back by undoing it', async () => {
    const document = await openUntitled(OLD)
    await finding(document, 'format/outdated-row')
    await vscode.commands.executeCommand('nianbao.bringToEdition')
    await vscode.commands.executeCommand('undo')
    equal(document.getText(), OLD)
  })

  test('have a quick fix', async () => {
    const document = await openUntitled(OLD)
    const outdated = await finding(document, 'format/outdated-row')
    equal(ruleOf(outdated), 'format/outdated-row')
    const { edit } = await preferredFix(document, outdated)
    if (!edit) throw new Error('the fix has no edit')
    equal(await vscode.workspace.applyEdit(edit), true)
    equal(document.getText(), report('tabs'))
  })

  test('a command that names another document works on that one', async () => {
    const old = await openUntitled(OLD)
    await finding(old, 'format/outdated-row')
    await openUntitled(report('tabs'))
    equal(await vscode.commands.executeCommand('nianbao.bringToEdition', old.uri, '2021'), { state: 'changed' })
    equal(old.getText(), report('tabs'))
  })
})
