import * as vscode from 'vscode'
import { report } from './fixtures.ts'
import { equal, findings, openUntitled, ruleOf, until } from './host.ts'

const openMarkdown = async (content: string) =>
  (await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ content, language: 'markdown' })))
    .document

/** Puts the cursor on the first occurrence of a text, or behind it. */
function putCursor(words: string, behind = false): vscode.Position {
  const editor = vscode.window.activeTextEditor
  if (!editor) throw new Error('no editor')
  const { document } = editor
  const position = document.positionAt(document.getText().indexOf(words) + (behind ? words.length : 0))
  editor.selection = new vscode.Selection(position, position)
  return position
}

/** The completion that has a label, as soon as it is offered. */
const offered = ({ uri }: vscode.TextDocument, position: vscode.Position, label: string) =>
  until(`completion ${label}`, async () => {
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      uri,
      position,
    )
    return list.items.find((item) => (typeof item.label === 'string' ? item.label : item.label.label) === label)
  })

suite('a new report', () => {
  test('is drafted for an organ and a year, and reviewed', async () => {
    await vscode.commands.executeCommand('nianbao.newReport', '青禾县水务局', 2025)
    const document = vscode.window.activeTextEditor?.document
    equal(document?.languageId, 'markdown')
    equal(document?.isUntitled, true)
    equal(document?.lineAt(0).text, '# 青禾县水务局2025年政府信息公开工作年度报告')
    const rules = await until('findings', () => {
      const found = document ? findings(document) : []
      return found.length > 0 ? [...new Set(found.map(ruleOf))].sort() : undefined
    })
    equal(rules, ['cell/blank', 'content/placeholder'])
  })
})

suite('completion', () => {
  test('offers the whole form in an empty document, with places to fill in', async () => {
    const document = await openMarkdown('')
    const year = new Date().getFullYear() - 1
    const item = await offered(document, new vscode.Position(0, 0), `${year} 年年报全文`)
    const { insertText } = item
    equal(insertText instanceof vscode.SnippetString, true)
    equal((insertText as vscode.SnippetString).value.indexOf('{1:（机关名称）}'), 3)
  })

  test('writes a row that is missing as the others are, tabs and all', async () => {
    const row = /^\t\t3\.其他\t.*$/m.exec(report('tabs'))?.[0] ?? ''
    const document = await openUntitled(report('tabs').replace(row, '！'))
    const editor = vscode.window.activeTextEditor
    const at = putCursor('！')
    await editor?.edit((edit) => edit.delete(new vscode.Range(at, at.translate(0, 1))))
    await offered(document, at, '3.其他')
    await vscode.commands.executeCommand('editor.action.triggerSuggest')
    await until('the row', async () => {
      await vscode.commands.executeCommand('acceptSelectedSuggestion')
      return document.getText() === report('tabs').replace(row, row.replace(/\d+(?=\t|$)/g, '')) || undefined
    })
  })
})

suite('formatting', () => {
  test('aligns the tables of a report, and a second time changes nothing', async () => {
    const document = await openMarkdown(report('pipes'))
    const before = document.getText()
    await until('aligned tables', async () => {
      await vscode.commands.executeCommand('editor.action.formatDocument')
      return document.getText() !== before || undefined
    })
    const after = document.getText()
    equal(after.replace(/[ -]+/g, ''), before.replace(/[ -]+/g, ''))
    equal(after.includes('| 行政事业性收费     |'), true)
    await vscode.commands.executeCommand('editor.action.formatDocument')
    equal(document.getText(), after)
    equal(findings(document).length, 0)
  })

  test('is not there for other Markdown', async () => {
    const document = await openMarkdown('|甲|乙|\n|-|-|\n')
    const edits = await vscode.commands.executeCommand<vscode.TextEdit[] | undefined>(
      'vscode.executeFormatDocumentProvider',
      document.uri,
      { tabSize: 2, insertSpaces: true },
    )
    equal(edits ?? [], [])
  })
})

suite('a figure that was typed', () => {
  test('brings its totals up to date when that is chosen', async () => {
    const document = await openUntitled(report('tabs', { 'received/company': 8 }))
    const range = new vscode.Range(putCursor('\t8\t', false).translate(0, 1), putCursor('\t8\t', false).translate(0, 2))
    const action = await until('action', async () => {
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        range,
      )
      return actions.find(({ title }) => title.startsWith('按各项之和更新总计'))
    })
    equal(action.title, '按各项之和更新总计：“一、本年新收政府信息公开申请数量·总计”17→22')
    if (!action.edit) throw new Error('no edit')
    equal(await vscode.workspace.applyEdit(action.edit), true)
    equal(document.getText(), report('tabs', { 'received/company': 8, 'received/total': 22 }))
  })
})
