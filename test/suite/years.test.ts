import * as vscode from 'vscode'
import { report } from './fixtures.ts'
import { equal, findings, ruleOf, until, writeFile } from './host.ts'

/** The fixture for another year or organ. */
const other = (text: string, year: number, organ = '青禾县人民政府') =>
  text.replaceAll('2023', String(year)).replaceAll('青禾县人民政府', organ)

suite('years side by side', () => {
  test('a figure that last year handed on is compared, linked and led to', async () => {
    const last = await writeFile(
      'years/2022.txt',
      other(
        report('tabs', {
          'carriedForward/person': 4,
          'carriedForward/total': 4,
          'received/person': 17,
          'received/total': 20,
        }),
        2022,
      ),
    )
    const now = await writeFile('years/2023.txt', report('tabs'))
    const before = await vscode.workspace.openTextDocument(last)
    await vscode.window.showTextDocument(before, { preview: false })
    const document = await vscode.workspace.openTextDocument(now)
    await vscode.window.showTextDocument(document, { preview: false })
    const carried = () => findings(document).find((one) => ruleOf(one) === 'history/carried-over')
    const finding = await until('finding against last year', carried)
    equal(finding.relatedInformation?.[0]?.location.uri.path, last.path)
    const places = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      now,
      finding.range.start,
    )
    const targets = places.map((place) => ('targetUri' in place ? place.targetUri : place.uri).path)
    equal(targets.includes(last.path), true)
    // The findings follow what stands in the other editor.
    const edit = new vscode.WorkspaceEdit()
    const year = before.getText().indexOf('2022')
    edit.replace(last, new vscode.Range(before.positionAt(year), before.positionAt(year + 4)), '2020')
    await vscode.workspace.applyEdit(edit)
    await until('end of the finding', () => (carried() === undefined ? true : undefined))
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor')
  })

  test('reports are added up, and one is held against the sum', async () => {
    await writeFile('sum/a.txt', other(report('tabs'), 2025, '青禾县教育局'))
    await writeFile('sum/b.txt', other(report('tabs'), 2025, '青禾县水利局'))
    const uri = await writeFile('sum/all.txt', other(report('tabs'), 2025, '青禾县'))
    const parent = await vscode.workspace.openTextDocument(uri)
    await vscode.window.showTextDocument(parent, { preview: false })
    const { text } = await vscode.commands.executeCommand<{ text?: string }>('nianbao.checkSum')
    equal(/^\| 行政许可 \| 8240 \|/m.test(text ?? ''), true)
    equal(vscode.window.activeTextEditor?.document.getText(), text)
    await until('difference', () => findings(parent).find((one) => ruleOf(one) === 'rollup/sum'))
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor')
  })
})
