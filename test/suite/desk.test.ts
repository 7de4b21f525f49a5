import * as vscode from 'vscode'
import { report } from './fixtures.ts'
import { equal, findings, ruleOf, until, writeFile } from './host.ts'

const SLIP = { 'received/total': 71 }

/** What is known of a file that no editor has open. */
const closed = (uri: vscode.Uri) =>
  vscode.languages.getDiagnostics(uri).map((diagnostic) => [ruleOf(diagnostic), diagnostic.severity])

suite('the reports of the workspace', () => {
  const review = () => vscode.commands.executeCommand<{ reports: number }>('nianbao.reviewWorkspace')

  test('are reviewed though they are closed, and follow the disk', async () => {
    const wrong = await writeFile('desk/deep/2023.txt', report('tabs', SLIP))
    const sound = await writeFile('desk/2022.md', report('pipes'))
    // The command is there before any text is open, and starts the extension.
    const { reports } = await review()
    equal(reports >= 2, true)
    equal(
      vscode.workspace.textDocuments.some(({ uri }) => uri.path === wrong.path),
      false,
    )
    await until('finding', () => (closed(wrong).length > 0 ? true : undefined))
    equal(closed(wrong), [['arithmetic/cell', vscode.DiagnosticSeverity.Error]])
    equal(closed(sound), [])
    await writeFile('desk/deep/2023.txt', report('tabs'))
    await until('end of the finding', () => (closed(wrong).length === 0 ? true : undefined))
    await writeFile('desk/2022.md', report('pipes', SLIP))
    await until('finding', () => (closed(sound).length > 0 ? true : undefined))
    await vscode.workspace.fs.delete(sound)
    await until('end of the findings', () => (closed(sound).length === 0 ? true : undefined))
  })

  test('have their findings once, open or closed', async () => {
    const uri = await writeFile('desk/open.txt', report('tabs', SLIP))
    await review()
    await until('finding', () => (closed(uri).length > 0 ? true : undefined))
    const document = await vscode.workspace.openTextDocument(uri)
    await vscode.window.showTextDocument(document)
    await until('one finding', () => (findings(document).length === 1 ? true : undefined))
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor')
    await until('a finding still', () => (closed(uri).length === 1 ? true : undefined))
  })

  test('have a view', async () => {
    await writeFile('desk/2024.txt', report('tabs'))
    await review()
    await vscode.commands.executeCommand('nianbao.reports.focus')
  })
})
