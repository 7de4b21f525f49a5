import * as vscode from 'vscode'
import { report } from './fixtures.ts'
import { equal, finding, openFile } from './host.ts'

suite('a workspace of two folders', () => {
  test('has both reviewed', async () => {
    equal(vscode.workspace.workspaceFolders?.length, 2)
    for (const folder of [0, 1]) {
      const document = await openFile('own.txt', report('tabs', { 'received/total': 71 }), folder)
      const { range } = await finding(document, 'arithmetic/cell')
      equal(document.getText(range), '71')
    }
  })
})
