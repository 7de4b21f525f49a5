import { commands, type Disposable, Uri, window, workspace } from 'vscode'

/** Opens a report of a county that does not exist, with two slips in it: nothing can be spoilt. */
export const registerPractice = (extensionUri: Uri): Disposable =>
  commands.registerCommand('nianbao.openPractice', async () => {
    const file = Uri.joinPath(extensionUri, 'media', 'practice.txt')
    const content = new TextDecoder().decode(await workspace.fs.readFile(file))
    await window.showTextDocument(await workspace.openTextDocument({ content, language: 'plaintext' }))
  })
