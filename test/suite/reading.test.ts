import * as vscode from 'vscode'
import { report } from './fixtures.ts'
import { equal, openFile, until } from './host.ts'

suite('what was read', () => {
  let document: vscode.TextDocument
  suiteSetup(async () => {
    document = await openFile('outline.txt', report('tabs'))
  })

  /** Asks a provider until it has something. */
  const ask = <T extends { readonly length: number }>(command: string) =>
    until(command, async () => {
      const answer = await vscode.commands.executeCommand<T | undefined>(command, document.uri)
      return answer && answer.length > 0 ? answer : undefined
    })

  test('the outline has the six sections, and the tables in theirs', async () => {
    const symbols = (await ask<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider')).flatMap(withChildren)
    const named = (text: string) => symbols.filter(({ name }) => name.includes(text))
    for (const title of ['总体情况', '主动公开政府信息情况', '存在的主要问题', '其他需要报告的事项']) {
      equal(named(title).length > 0, true)
    }
    equal(symbols.filter(({ children }) => children.length > 0).length >= 3, true)
  })

  test('sections and tables fold', async () => {
    const ranges = await ask<vscode.FoldingRange[]>('vscode.executeFoldingRangeProvider')
    const title = document.getText().split('\n').indexOf('三、收到和处理政府信息公开申请情况')
    equal(
      ranges.some(({ start, end }) => start === title && end > title + 25),
      true,
    )
  })

  test('a selection grows from a cell to its row, its table and its section', async () => {
    const editor = await vscode.window.showTextDocument(document)
    const cell = document.positionAt(document.getText().indexOf('4120') + 1)
    editor.selection = new vscode.Selection(cell, cell)
    const grown: string[] = []
    await until('growing selection', async () => {
      await vscode.commands.executeCommand('editor.action.smartSelect.grow')
      grown.push(document.getText(editor.selection))
      return editor.selection.contains(new vscode.Range(0, 0, document.lineCount - 1, 0)) || undefined
    })
    const order = ['4120', '行政许可\t4120'].map((text) => grown.indexOf(text))
    const table = grown.findIndex((text) => text.startsWith('第二十条第（一）项') && text.includes('256.4'))
    const section = grown.findIndex((text) => text.startsWith('二、主动公开政府信息情况'))
    equal(
      [...order, table, section].every((at, index, all) => at >= 0 && at > (all[index - 1] ?? -1)),
      true,
    )
  })

  test('the law is linked', async () => {
    const links = await ask<vscode.DocumentLink[]>('vscode.executeLinkProvider')
    const own = links.find(({ range }) => document.getText(range) === '中华人民共和国政府信息公开条例')
    equal(own?.target?.authority, 'www.gov.cn')
  })

  test('reports, sections and tables are found by name', async () => {
    const found = await until('symbols', async () => {
      const symbols = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
        'vscode.executeWorkspaceSymbolProvider',
        '总体情况',
      )
      return symbols.find(({ location }) => location.uri.toString() === document.uri.toString())
    })
    equal([found.name, found.containerName], ['一、总体情况', '青禾县人民政府 2023 年'])
  })

  test('a table with tabs is aligned by hints that change nothing', async () => {
    const whole = new vscode.Range(0, 0, document.lineCount, 0)
    const hints = await until('hints', async () => {
      const answer = await vscode.commands.executeCommand<vscode.InlayHint[] | undefined>(
        'vscode.executeInlayHintProvider',
        document.uri,
        whole,
      )
      return answer && answer.length > 100 ? answer : undefined
    })
    equal(
      hints.every(({ label, textEdits }) => /^[\u00a0\u3000]+$/.test(String(label)) && textEdits === undefined),
      true,
    )
  })

  test('a report without findings says so', async () => {
    const lenses = await ask<vscode.CodeLens[]>('vscode.executeCodeLensProvider')
    equal(lenses[0]?.command?.title, '年报审校：未发现问题')
  })

  test('labels and figures are coloured', async () => {
    const tokens = await until('semantic tokens', async () => {
      const answer = await vscode.commands.executeCommand<vscode.SemanticTokens | undefined>(
        'vscode.provideDocumentSemanticTokens',
        document.uri,
      )
      return answer && answer.data.length > 0 ? answer.data : undefined
    })
    equal(tokens.length % 5, 0)
  })
})

const withChildren = (symbol: vscode.DocumentSymbol): vscode.DocumentSymbol[] => [
  symbol,
  ...symbol.children.flatMap(withChildren),
]
