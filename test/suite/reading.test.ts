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
