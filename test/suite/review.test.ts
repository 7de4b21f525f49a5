import * as vscode from 'vscode'
import { NOTICE, report } from './fixtures.ts'
import { EXTENSION, equal, finding, findings, openFile, openUntitled, replace, until } from './host.ts'

// 17 applications came in; 71 is the slip of a finger.
const SLIP = { 'received/total': 71 }

suite('findings', () => {
  test('the extension starts with the first text document', async () => {
    await openFile('start.md', NOTICE)
    await until('active extension', () => vscode.extensions.getExtension(EXTENSION)?.isActive || undefined)
  })

  test('in a text file, which stays a text file', async () => {
    const document = await openFile('report.txt', report('tabs', SLIP))
    await pointsAtSlip(document)
    equal(document.languageId, 'plaintext')
  })

  test('in a Markdown file', async () => {
    await pointsAtSlip(await openFile('report.md', report('pipes', SLIP)))
  })

  test('in a document that was never saved', async () => {
    await pointsAtSlip(await openUntitled(report('tabs', SLIP)))
  })

  test('come and go while the text is edited', async () => {
    const document = await openUntitled(report('tabs'))
    await replace(document, '\t17\n', '\t71\n')
    await finding(document, 'arithmetic/cell')
    await replace(document, '\t71\n', '\t17\n')
    await until('end of the finding', () => (findings(document).length === 0 ? true : undefined))
  })

  test('say which rule, where it is explained, and what it contradicts', async () => {
    const { code, relatedInformation } = await finding(
      await openFile('explained.txt', report('tabs', SLIP)),
      'arithmetic/cell',
    )
    if (typeof code !== 'object') throw new Error(`a code with a link, not ${code}`)
    equal(code.value, 'arithmetic/cell')
    equal(code.target.path.endsWith('arithmetic/cell.md'), true)
    await vscode.workspace.fs.stat(code.target)
    // The row's own sum, and the balance of the column.
    equal((relatedInformation?.length ?? 0) >= 2, true)
  })

  test('are not looked for in a text that is no report', async () => {
    const notice = await openFile('notice.txt', NOTICE)
    // Reviewed after the notice: once it has findings, the notice would have had its own.
    await finding(await openFile('afterwards.txt', report('tabs', SLIP)), 'arithmetic/cell')
    equal(findings(notice), [])
    const symbols = await vscode.commands.executeCommand('vscode.executeDocumentSymbolProvider', notice.uri)
    equal(symbols ?? [], [])
  })
})

async function pointsAtSlip(document: vscode.TextDocument): Promise<void> {
  const { range, severity } = await finding(document, 'arithmetic/cell')
  equal(document.getText(range), '71')
  equal(severity, vscode.DiagnosticSeverity.Error)
  equal(findings(document).length, 1)
}
