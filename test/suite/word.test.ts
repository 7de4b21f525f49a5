import { strFromU8, unzipSync } from 'fflate'
import * as vscode from 'vscode'
import { NOTICE, report } from './fixtures.ts'
import { equal, finding, findings, fixTitled, openUntitled, preferredFix, ruleOf, until, writeFile } from './host.ts'

const WRONG = report('pipes', { 'received/total': 71 })

/** A Word file in the workspace, written by the command from a document that is open. */
async function wordFile(name: string, text: string): Promise<vscode.Uri> {
  const file = await writeFile(name, '')
  const { uri } = await openUntitled(text)
  await vscode.languages.setTextDocumentLanguage(await vscode.workspace.openTextDocument(uri), 'markdown')
  const written = await vscode.commands.executeCommand<vscode.Uri | undefined>('nianbao.writeWord', file)
  equal(written?.toString(), file.toString())
  return file
}

async function open(file: vscode.Uri): Promise<vscode.TextDocument> {
  const uri = await vscode.commands.executeCommand<vscode.Uri | undefined>('nianbao.openWord', file)
  const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri?.toString())
  if (document === undefined) throw new Error('no draft')
  return document
}

/** The words of a Word file, cell by cell and paragraph by paragraph. */
async function wordsOf(file: vscode.Uri): Promise<string[]> {
  const xml = unzipSync(await vscode.workspace.fs.readFile(file))['word/document.xml'] ?? new Uint8Array()
  return [...strFromU8(xml).matchAll(/<w:t(?: [^>]*)?>([^<]*)</g)].map(([, words = '']) => words)
}

suite('a Word file', () => {
  test('is opened as a draft, reviewed, put right and written back', async () => {
    const file = await wordFile('青禾县2023.docx', WRONG)
    const label = '一、本年新收政府信息公开申请数量'
    const received = async (one: vscode.Uri) => {
      const words = await wordsOf(one)
      return words.slice(words.indexOf(label) + 1, words.indexOf(label) + 8)
    }
    equal(await received(file), ['14', '3', '0', '0', '0', '0', '71'])
    const draft = await open(file)
    equal([draft.languageId, draft.isUntitled], ['markdown', true])
    const wrong = await finding(draft, 'arithmetic/cell')
    equal(draft.getText(wrong.range), '71')
    const { edit } = await preferredFix(draft, wrong)
    if (!edit) throw new Error('the fix has no edit')
    equal(await vscode.workspace.applyEdit(edit), true)
    await until('end of the finding', () => (findings(draft).length === 0 ? true : undefined))
    await vscode.window.showTextDocument(draft)
    const corrected = await writeFile('青禾县2023（审校）.docx', '')
    await vscode.commands.executeCommand('nianbao.writeWord', corrected)
    equal(await received(corrected), ['14', '3', '0', '0', '0', '0', '17'])
    equal(await received(file), ['14', '3', '0', '0', '0', '0', '71'])
    equal((await open(corrected)).getText(), draft.getText())
  })

  test('is reviewed with the others of the workspace, shown by its text, and mended in a draft', async () => {
    const file = await wordFile('desk/南岭县2023.docx', WRONG.replaceAll('青禾县', '南岭县'))
    await vscode.commands.executeCommand('nianbao.reviewWorkspace')
    const text = vscode.Uri.from({ scheme: 'nianbao-word', path: `${file.path}.md`, query: file.toString() })
    const closed = () => vscode.languages.getDiagnostics(text).map(ruleOf)
    await until('finding', () => (closed().length > 0 ? true : undefined))
    equal(closed(), ['arithmetic/cell'])
    const document = await vscode.workspace.openTextDocument(text)
    await vscode.window.showTextDocument(document)
    const wrong = await finding(document, 'arithmetic/cell')
    equal([document.languageId, document.getText(wrong.range)], ['markdown', '71'])
    const draft = await fixTitled(document, wrong, '打开可以修改的草稿')
    const { command, arguments: args = [] } = draft.command ?? { command: '' }
    const uri = await vscode.commands.executeCommand<vscode.Uri>(command, ...args)
    const opened = vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri.toString())
    equal([opened?.isUntitled, opened?.getText()], [true, document.getText()])
    // The Word file is put right elsewhere: its text follows.
    const sound = await wordFile('desk/sound.docx', report('pipes').replaceAll('青禾县', '南岭县'))
    await vscode.workspace.fs.copy(sound, file, { overwrite: true })
    await until('end of the finding', () => (closed().length === 0 ? true : undefined))
    await until('the new text', () =>
      document.getText().includes('| 17 |') && !document.getText().includes('71') ? true : undefined,
    )
  })

  test('that cannot be read opens nothing', async () => {
    const before = vscode.workspace.textDocuments.length
    const file = await writeFile('坏了.docx', '这不是 Word 文件')
    equal((await vscode.commands.executeCommand('nianbao.openWord', file)) ?? null, null)
    equal(vscode.workspace.textDocuments.length, before)
  })

  test('is not written from a text that is no report', async () => {
    await openUntitled(NOTICE)
    const file = await writeFile('通知.docx', '')
    equal((await vscode.commands.executeCommand('nianbao.writeWord', file)) ?? null, null)
    equal((await vscode.workspace.fs.readFile(file)).length, 0)
  })
})
