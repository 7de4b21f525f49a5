import * as vscode from 'vscode'
import { report } from './fixtures.ts'
import { equal, findings, openUntitled, until } from './host.ts'

suite('a figure', () => {
  let document: vscode.TextDocument
  setup(async () => {
    // 17 applications came in; 71 is the slip of a finger.
    document = await openUntitled(report('tabs', { 'received/total': 71 }))
  })

  const slip = () => document.positionAt(document.getText().indexOf('71'))

  /** Asks a provider until it has something. */
  const ask = <T>(command: string, ...args: unknown[]) =>
    until(command, async () => {
      const answer = await vscode.commands.executeCommand<T[] | undefined>(command, document.uri, ...args)
      return answer && answer.length > 0 ? answer : undefined
    })

  test('is explained', async () => {
    const [hover] = await ask<vscode.Hover>('vscode.executeHoverProvider', slip())
    const text = hover?.contents.map((content) => (typeof content === 'string' ? content : content.value)).join('\n')
    equal(text?.includes('**一、本年新收政府信息公开申请数量·总计：71**'), true)
    equal(text?.includes('14 + 3 ≠ 71'), true)
    equal(hover?.range && document.getText(hover.range), '71')
  })

  test('that is wrong has the right one behind it, which a double click writes', async () => {
    const whole = new vscode.Range(0, 0, document.lineCount, 0)
    const hints = await ask<vscode.InlayHint>('vscode.executeInlayHintProvider', whole)
    const [hint] = hints.filter(({ label }) => label === '→ 17')
    equal(hint?.position, slip().translate(0, 2))
    const edit = new vscode.WorkspaceEdit()
    edit.set(document.uri, hint?.textEdits ?? [])
    equal(await vscode.workspace.applyEdit(edit), true)
    equal(document.getText(), report('tabs'))
    await until('end of the finding', () => (findings(document).length === 0 ? true : undefined))
  })

  test('that is wrong is where the lens over its table leads', async () => {
    const lenses = await ask<vscode.CodeLens>('vscode.executeCodeLensProvider', 9)
    const [requests, remedies] = lenses.filter(({ command }) => command?.title.startsWith('勾稽'))
    equal(requests?.command?.title, '勾稽关系 39 条：37 条成立，2 条不成立')
    equal(remedies?.command?.title, '勾稽关系 3 条：全部成立')
    const { command = '', arguments: args = [] } = requests?.command ?? {}
    await vscode.commands.executeCommand(command, ...args)
    const editor = vscode.window.activeTextEditor
    equal(editor?.document.uri.toString(), document.uri.toString())
    equal(editor?.document.getText(editor.selection), '71')
  })

  test('that is a total leads to its parts, and they lead to it', async () => {
    const parts = await ask<vscode.Location | vscode.LocationLink>('vscode.executeDefinitionProvider', slip())
    const ranges = parts.map((part) => ('targetUri' in part ? part.targetRange : part.range))
    equal(
      ranges.map((range) => document.getText(range)),
      ['14', '3', '0', '0', '0', '0'],
    )
    const totals = await ask<vscode.Location>('vscode.executeReferenceProvider', ranges[0]?.start)
    equal(
      totals.some(({ range }) => range.start.isEqual(slip())),
      true,
    )
  })
})
