import { afterEach, expect, test } from 'vitest'
import {
  type ClientCapabilities,
  type CompletionItem,
  type CompletionList,
  CompletionRequest,
  InsertTextMode,
  type TextEdit,
} from 'vscode-languageserver/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { marked } from '../marked.ts'
import { report } from '../suite/fixtures.ts'
import { Editor, IS_SENT } from './editor.ts'

const URI = 'untitled:draft'
const SNIPPETS: ClientCapabilities = {
  textDocument: {
    completion: {
      completionItem: { snippetSupport: true, insertTextModeSupport: { valueSet: [InsertTextMode.asIs] } },
    },
  },
}

let editor: Editor
afterEach(() => editor.quit())

/** What is offered at `⟦⟧`. */
async function complete(source: string): Promise<CompletionItem[]> {
  const { text, span } = marked(source)
  await editor.open(URI, text, 'markdown')
  const list = (await editor.connection.sendRequest(CompletionRequest.type, {
    textDocument: { uri: URI },
    position: TextDocument.create('', '', 1, text).positionAt(span.start),
  })) as CompletionList
  return list.items
}

test('an empty document is offered the whole form, for the last years', async () => {
  editor = await Editor.start(SNIPPETS)
  expect(editor.announced.capabilities.completionProvider).toEqual({})
  const items = await complete('⟦⟧')
  expect(items[0]).toMatchObject({
    label: `${new Date().getFullYear() - 1} 年年报全文`,
    insertTextFormat: 2,
    insertTextMode: 1,
  })
  expect((items[0]?.textEdit as TextEdit | undefined)?.newText).toMatch(
    /^# \$\{1:（机关名称）\}20\d\d年政府信息公开工作年度报告\n/,
  )
})

test('a row that is missing, in an editor without snippets', async () => {
  editor = await Editor.start(IS_SENT)
  const text = report('tabs')
  const row = /^\t\t3\.其他\t.*$/m.exec(text)?.[0] ?? ''
  const [item] = await complete(text.replace(row, '⟦⟧'))
  expect(item?.label).toBe('3.其他')
  expect(item?.insertTextMode).toBeUndefined()
  const document = editor.documents.get(URI) as TextDocument
  expect(TextDocument.applyEdits(document, [item?.textEdit as TextEdit])).toBe(
    text.replace(row, row.replace(/\d+(?=\t|$)/g, '')),
  )
})

test('a total that is wrong, and nothing for one that is right', async () => {
  editor = await Editor.start(IS_SENT)
  expect(
    (await complete(report('tabs', { 'received/total': 71 }).replace('71', '71⟦⟧'))).map(({ label }) => label),
  ).toEqual(['17'])
  await editor.close(URI)
  expect(await complete(report('tabs').replace('\t17\n', '\t17⟦⟧\n'))).toEqual([])
})

test('other texts are offered nothing', async () => {
  editor = await Editor.start(IS_SENT)
  expect(await complete('# 会议纪要\n\n⟦⟧\n')).toEqual([])
})
