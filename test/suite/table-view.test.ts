import * as vscode from 'vscode'
import { report } from './fixtures.ts'
import { equal, openFile, openUntitled, until } from './host.ts'

const VIEW = 'nianbao.tables'

const tabs = () =>
  vscode.window.tabGroups.all
    .flatMap((group) => group.tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith(VIEW))

suite('the table view', () => {
  setup(() => vscode.window.tabGroups.close(tabs()))
  teardown(() => vscode.window.tabGroups.close(tabs()))

  test('opens beside an untitled report from the lens over a table, once a document', async () => {
    const document = await openUntitled(report('tabs'))
    const lens = await until('lens', async () => {
      const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        document.uri,
        9,
      )
      return lenses.find(({ command }) => command?.command === 'nianbao.showTables')
    })
    equal(lens.command?.title, '在侧边看表')
    for (const _ of [1, 2]) {
      await vscode.commands.executeCommand('nianbao.showTables', ...(lens.command?.arguments ?? []))
    }
    const tab = await until('view', () => tabs()[0])
    equal(tabs().length, 1)
    equal(tab.label.startsWith('表 '), true)
    equal(vscode.window.activeTextEditor?.document === document, true)
  })

  test('opens for the report in front, and goes when it is closed', async () => {
    await openFile('侧边看表.md', report('pipes'))
    await vscode.commands.executeCommand('nianbao.showTables')
    const tab = await until('view', () => tabs()[0])
    equal(tab.label, '表 侧边看表.md')
    await vscode.window.tabGroups.close(tab)
    equal(tabs().length, 0)
  })

  test('goes along when a new text is saved', async () => {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri as vscode.Uri
    const file = vscode.Uri.joinPath(folder, '新稿.txt')
    const draft = await vscode.workspace.openTextDocument(file.with({ scheme: 'untitled' }))
    await vscode.window.showTextDocument(draft)
    const edit = new vscode.WorkspaceEdit()
    edit.insert(draft.uri, new vscode.Position(0, 0), report('tabs'))
    await vscode.workspace.applyEdit(edit)
    await vscode.commands.executeCommand('nianbao.showTables', draft.uri)
    await until('view', () => tabs()[0])
    equal(await draft.save(), true)
    await until('end of the draft', () => (draft.isClosed ? true : undefined))
    await vscode.commands.executeCommand('nianbao.showTables', file)
    equal(tabs().length, 1)
    await vscode.workspace.fs.delete(file)
  })

  test('writes a page to print', async () => {
    const document = await openFile('打印.txt', report('tabs', { 'received/total': 71 }))
    const target = vscode.Uri.joinPath(document.uri, '..', '统计表.html')
    await vscode.commands.executeCommand('nianbao.printTables', document.uri, target)
    const page = new TextDecoder().decode(await vscode.workspace.fs.readFile(target))
    equal(page.match(/<table class="form">/g)?.length, 3)
    equal(page.includes('<mark>71</mark> <ins>17</ins>'), true)
    await vscode.workspace.fs.delete(target)
  })
})
