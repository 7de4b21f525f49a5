import * as vscode from 'vscode'
import { report } from './fixtures.ts'
import { equal, finding, findings, openFile, openUntitled, preferredFix, until } from './host.ts'

suite('quick fixes', () => {
  test('write the figure that agrees, and nothing else', async () => {
    const document = await openUntitled(report('tabs', { 'received/total': 71 }))
    await applyPreferredFix(document)
    equal(document.getText(), report('tabs'))
    await until('end of the finding', () => (findings(document).length === 0 ? true : undefined))
  })

  test('reach the disk', async () => {
    const document = await openFile('fixed.md', report('pipes', { 'granted/person': 6 }))
    await applyPreferredFix(document)
    equal(await document.save(), true)
    const bytes = await vscode.workspace.fs.readFile(document.uri)
    equal(new TextDecoder().decode(bytes), report('pipes'))
  })
})

async function applyPreferredFix(document: vscode.TextDocument): Promise<void> {
  const { edit } = await preferredFix(document, await finding(document, 'arithmetic/cell'))
  if (!edit) throw new Error('the fix has no edit')
  equal(await vscode.workspace.applyEdit(edit), true)
}
