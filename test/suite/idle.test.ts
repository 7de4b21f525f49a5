import * as vscode from 'vscode'
import { EXTENSION, equal, openFile, replace, until } from './host.ts'

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

  test('has no server for a text without Chinese, and one from the first Chinese word on', async () => {
    const runs = async () => (await vscode.commands.getCommands(true)).includes('nianbao.bringToEdition')
    const document = await openFile('readme.md', '# A program\n\nWhat it does.\n')
    const began = performance.now()
    await vscode.extensions.getExtension(EXTENSION)?.activate()
    console.log(`    loaded and activated in ${(performance.now() - began).toFixed(0)} ms`)
    await until(
      'Markdown support',
      () => vscode.extensions.getExtension('vscode.markdown-language-features')?.isActive || undefined,
    )
    equal(await runs(), false)
    await replace(document, 'What', '年报')
    await until('the server', async () => (await runs()) || undefined)
  })
})
