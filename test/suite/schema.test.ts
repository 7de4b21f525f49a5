import * as vscode from 'vscode'
import { equal, openFile, until } from './host.ts'

suite('in a configuration', () => {
  test('rules and severities are completed', async () => {
    const document = await openFile('completed/nianbao.config.json', '{ "rules": { "cell/blank": "" } }')
    const offeredAt = (words: string) =>
      until(`completion at ${words}`, async () => {
        const position = document.positionAt(document.getText().indexOf(words) + words.length)
        const list = await vscode.commands.executeCommand<vscode.CompletionList>(
          'vscode.executeCompletionItemProvider',
          document.uri,
          position,
        )
        const labels = list.items.map(({ label }) => (typeof label === 'string' ? label : label.label))
        return labels.length > 0 ? labels.map((label) => label.replaceAll('"', '')) : undefined
      })
    equal((await offeredAt('"rules": {')).includes('section/title'), true)
    equal((await offeredAt('"cell/blank": ')).includes('off'), true)
  })
})
