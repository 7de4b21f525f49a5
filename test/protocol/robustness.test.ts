import { afterEach, beforeEach, expect, test } from 'vitest'
import { report } from '../suite/fixtures.ts'
import { Editor, IS_SENT, PULLS } from './editor.ts'

const DRAFT = 'file:///drafts/a.txt'
const SLIP = report('tabs', { 'received/total': 71 })

let editor: Editor
beforeEach(async () => {
  editor = await Editor.start(PULLS)
})
afterEach(() => {
  editor.process.kill()
})

test.each([
  ['nothing', ''],
  ['binary', Array.from({ length: 4096 }, (_, i) => String.fromCharCode(i % 256)).join('')],
  ['lone surrogates', `\uD842${SLIP.replaceAll('、', '\uDFB7')}\uD800`],
  ['a line of a megabyte', SLIP.replaceAll('\n', ' ').repeat(Math.ceil(1e6 / SLIP.length))],
  ['a megabyte of tabs', '\t'.repeat(1e6)],
  ['labels without figures', '一、本年新收政府信息公开申请数量\n'.repeat(5000)],
])('the server outlives %s', async (_, text) => {
  await editor.open(DRAFT, text)
  await editor.pull(DRAFT)
  await editor.open('untitled:after', SLIP)
  expect(await editor.findings('untitled:after')).toHaveLength(1)
})

test('the server outlives an edit outside the text, and edits of unknown documents', async () => {
  await editor.open(DRAFT, SLIP)
  const far = { line: 9999, character: 9999 }
  await editor.change(DRAFT, [{ range: { start: far, end: far }, text: '\n' }])
  await editor.connection.sendNotification('textDocument/didChange', {
    textDocument: { uri: 'file:///unknown', version: 3 },
    contentChanges: [{ text: SLIP }],
  })
  await editor.connection.sendNotification('textDocument/didChange', { textDocument: { uri: DRAFT, version: 3 } })
  await editor.connection.sendNotification('textDocument/didClose', { textDocument: { uri: 'file:///unknown' } })
  expect(await editor.findings(DRAFT)).toHaveLength(1)
})

test('strange options are no reason to fail', async () => {
  editor.process.kill()
  const initializationOptions = { language: 'auto', editorLanguage: {}, rulePages: 7 } as never
  const configuration = { 'nianbao.language': { nested: true } }
  editor = await Editor.start(PULLS, { initializationOptions, configuration })
  await editor.open(DRAFT, SLIP)
  expect(await editor.findings(DRAFT)).toMatchObject([{ source: '年报审校' }])
})

test('an editor that refuses to answer does not stop the server', async () => {
  editor.process.kill()
  editor = await Editor.start({ ...IS_SENT, workspace: { configuration: true } })
  editor.connection.onRequest('workspace/configuration', () => Promise.reject(new Error('not today')))
  await editor.configure({})
  await editor.open(DRAFT, SLIP)
  expect((await editor.published(DRAFT)).diagnostics).toHaveLength(1)
})

test('the process ends when it is told to', async () => {
  expect(await editor.quit()).toBe(0)
})

test('the process ends when the editor is gone', async () => {
  const exited = editor.exited()
  editor.process.stdin?.end()
  expect(await exited).toBe(1)
})
