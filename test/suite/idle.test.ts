import * as vscode from 'vscode'
import { EXTENSION, equal, openFile, until } from './host.ts'

suite('a window without text documents', () => {
  test('does not start the extension', async () => {
    const extension = vscode.extensions.getExtension(EXTENSION)
    equal(extension?.isActive, false)
    await openFile('more.json', '{ "figures": [14, 3, 17] }')
    // The built-in JSON support starts on the same event; had ours wanted to, it would have by then.
    await until(
      'JSON support',
      () => vscode.extensions.getExtension('vscode.json-language-features')?.isActive || undefined,
    )
    equal(extension?.isActive, false)
  })
})
