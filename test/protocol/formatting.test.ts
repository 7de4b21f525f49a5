import { afterEach, describe, expect, test } from 'vitest'
import {
  type ClientCapabilities,
  DocumentFormattingRequest,
  DocumentRangeFormattingRequest,
  RegistrationRequest,
  type TextEdit,
  UnregistrationRequest,
} from 'vscode-languageserver/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { report } from '../suite/fixtures.ts'
import { Editor, IS_SENT } from './editor.ts'

const URI = 'untitled:Report-1'
const NOTES = 'untitled:Notes-1'
const OPTIONS = { tabSize: 2, insertSpaces: true }
const TABLE = '|甲|乙|\n|-|-|\n|1|2|\n'

let editor: Editor
afterEach(() => editor.quit())

const format = async (uri: string) =>
  ((await editor.connection.sendRequest(DocumentFormattingRequest.type, {
    textDocument: { uri },
    options: OPTIONS,
  })) ?? []) as TextEdit[]

test('aligns the tables of a report, once', async () => {
  editor = await Editor.start(IS_SENT)
  expect(editor.announced.capabilities).toMatchObject({
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
  })
  await editor.open(URI, report('pipes'), 'markdown')
  const after = TextDocument.applyEdits(editor.documents.get(URI) as TextDocument, await format(URI))
  expect(after).toContain('| 一、本年新收政府信息公开申请数量')
  expect(after.replace(/[ -]+/g, '')).toBe(report('pipes').replace(/[ -]+/g, ''))
  await editor.change(URI, [{ text: after }])
  expect(await format(URI)).toEqual([])
  expect((await editor.published(URI)).diagnostics).toEqual([])
})

test('leaves figures that are dashes as they are', async () => {
  editor = await Editor.start(IS_SENT)
  const text = report('pipes').replace(/^\| 1 \| 0 \| 0 .*$/m, `|${' - |'.repeat(15)}`)
  await editor.open(URI, text, 'markdown')
  expect((await editor.published(URI)).diagnostics).toEqual([])
  const after = TextDocument.applyEdits(editor.documents.get(URI) as TextDocument, await format(URI))
  expect(after).toMatch(/\n\|(?: - +\|){15}\n/)
  await editor.change(URI, [{ text: after }])
  expect((await editor.published(URI)).diagnostics).toEqual([])
})

test('aligns the rows in a range, by the whole of their table', async () => {
  editor = await Editor.start(IS_SENT)
  const text = `${report('pipes')}\n${TABLE}`
  await editor.open(URI, text, 'markdown')
  const { line } = (editor.documents.get(URI) as TextDocument).positionAt(text.indexOf('|1|2|'))
  const edits = await editor.connection.sendRequest(DocumentRangeFormattingRequest.type, {
    textDocument: { uri: URI },
    range: { start: { line, character: 0 }, end: { line, character: 3 } },
    options: OPTIONS,
  })
  expect(TextDocument.applyEdits(editor.documents.get(URI) as TextDocument, edits ?? [])).toBe(
    text.replace('|1|2|', '| 1   | 2   |'),
  )
})

test.each([
  ['other Markdown', NOTES, TABLE],
  ['a closed document', 'untitled:nowhere', undefined],
])('%s is left alone', async (_, uri, text) => {
  editor = await Editor.start(IS_SENT)
  if (text !== undefined) await editor.open(uri, text, 'markdown')
  expect(await format(uri)).toEqual([])
})

describe('an editor that takes registrations', () => {
  const REGISTERS: ClientCapabilities = {
    textDocument: { formatting: { dynamicRegistration: true }, rangeFormatting: { dynamicRegistration: true } },
  }

  test('is told of a formatter for reports alone', async () => {
    editor = await Editor.start(REGISTERS)
    const registered = new Map<string, unknown>()
    const heard: (() => void)[] = []
    const change = () => {
      for (const resolve of heard.splice(0)) resolve()
    }
    editor.connection.onRequest(RegistrationRequest.type, ({ registrations }) => {
      for (const { id, method, registerOptions } of registrations) registered.set(id, { method, ...registerOptions })
      change()
    })
    editor.connection.onRequest(UnregistrationRequest.type, ({ unregisterations }) => {
      for (const { id } of unregisterations) registered.delete(id)
      change()
    })
    const until = async (size: number) => {
      while (registered.size !== size) await new Promise<void>((resolve) => heard.push(resolve))
    }
    expect(editor.announced.capabilities.documentFormattingProvider).toBeUndefined()
    await editor.open(NOTES, TABLE, 'markdown')
    await editor.published(NOTES)
    await editor.open(URI, report('pipes'), 'markdown')
    await until(2)
    const documentSelector = [{ language: 'markdown', scheme: 'untitled', pattern: 'Report-1' }]
    expect([...registered.values()]).toEqual([
      { method: 'textDocument/formatting', documentSelector },
      { method: 'textDocument/rangeFormatting', documentSelector },
    ])
    await editor.close(URI)
    await until(0)
  })
})
