import { afterEach, expect, test } from 'vitest'
import { CodeLensRequest, DidChangeConfigurationNotification, InlayHintRequest } from 'vscode-languageserver/node'
import { report } from '../suite/fixtures.ts'
import { Editor, IS_SENT, PULLS } from './editor.ts'

const DRAFT = 'file:///drafts/a.txt'
const SLIP = report('tabs', { 'received/total': 71 })

let editor: Editor
afterEach(() => editor.quit())

/** The language of the findings, by the name of their source. */
async function source(): Promise<string | undefined> {
  if (!editor.documents.has(DRAFT)) await editor.open(DRAFT, SLIP)
  return (await editor.findings(DRAFT))[0]?.source
}

const lenses = () => editor.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri: DRAFT } })
/** Those of a kind, of as many lines from the first row of applications on, or of all. */
async function hints(kind: RegExp, lines?: number) {
  const line = lines === undefined ? 0 : SLIP.split('\n').findIndex((row) => row.startsWith('一、本年新收'))
  const range = { start: { line, character: 0 }, end: { line: line + (lines ?? 999) - 1, character: 999 } }
  const all = await editor.connection.sendRequest(InlayHintRequest.type, { textDocument: { uri: DRAFT }, range })
  return all?.filter(({ label }) => kind.test(String(label)))
}

test('Chinese, unless told', async () => {
  editor = await Editor.start(PULLS, { locale: 'en' })
  expect(await source()).toBe('年报审校')
})

test('English from the first request', async () => {
  editor = await Editor.start(PULLS, { initializationOptions: { language: 'en' } })
  expect(await source()).toBe('Nianbao')
})

test.each([
  ['en', 'Nianbao'],
  ['zh-cn', '年报审校'],
])('the language of the editor: %s', async (editorLanguage, expected) => {
  editor = await Editor.start(PULLS, { initializationOptions: { language: 'auto', editorLanguage } })
  expect(await source()).toBe(expected)
})

test('the locale of the protocol, for an editor that says no more', async () => {
  editor = await Editor.start(PULLS, { locale: 'de', initializationOptions: { language: 'auto' } })
  expect(await source()).toBe('Nianbao')
})

test('a change is read at once, and diagnostics are asked for again', async () => {
  editor = await Editor.start(PULLS)
  expect(await source()).toBe('年报审校')
  await editor.configure({ 'nianbao.language': 'en' })
  await editor.until(() => editor.refreshes > 0)
  expect(await source()).toBe('Nianbao')
  expect(editor.statuses.get(DRAFT)?.text).toMatch(/^format of 2021/)
  await editor.until(() => editor.lensRefreshes > 0 && editor.hintRefreshes > 0)
})

test.each([
  ['nianbao.codeLens.enabled', () => lenses(), 2],
  ['nianbao.inlayHints.enabled', () => hints(/→/), 1],
  ['nianbao.tableAlignment.enabled', () => hints(/^\s+$/, 1), 9],
])('%s can be switched off, and on again', async (setting, ask, count) => {
  editor = await Editor.start(PULLS)
  await editor.open(DRAFT, SLIP)
  expect(await ask()).toHaveLength(count)
  await editor.configure({ [setting]: false })
  await editor.until(() => editor.lensRefreshes === 1 && editor.hintRefreshes === 1)
  expect(await ask()).toEqual([])
  await editor.configure({ [setting]: true })
  await editor.until(() => editor.lensRefreshes === 2 && editor.hintRefreshes === 2)
  expect(await ask()).toHaveLength(count)
})

test('a client that sends its settings is heard as well', async () => {
  editor = await Editor.start(IS_SENT)
  await editor.open(DRAFT, SLIP)
  const OFF = ['codeLens', 'inlayHints', 'tableAlignment'].map((name) => [name, { enabled: false }])
  const settings = { nianbao: { language: 'en', ...Object.fromEntries(OFF) } }
  await editor.connection.sendNotification(DidChangeConfigurationNotification.type, { settings })
  expect([await lenses(), await hints(/./)]).toEqual([[], []])
  expect((await editor.published(DRAFT)).diagnostics).toHaveLength(1)
})

test('an editor that is sent diagnostics is sent them anew', async () => {
  editor = await Editor.start({ ...IS_SENT, workspace: { configuration: true } })
  await editor.open(DRAFT, SLIP)
  expect((await editor.published(DRAFT)).diagnostics[0]?.source).toBe('年报审校')
  await editor.configure({ 'nianbao.language': 'en' })
  await editor.until(() => editor.lastPublished(DRAFT)?.diagnostics[0]?.source === 'Nianbao')
})

test('the rule pages are those that the editor names, else those beside the server', async () => {
  editor = await Editor.start(PULLS, { initializationOptions: { rulePages: 'vscode-resource:/docs/rules' } })
  await editor.open(DRAFT, SLIP)
  const named = await editor.finding(DRAFT)
  expect(named.codeDescription?.href).toBe('vscode-resource:/docs/rules/arithmetic/cell.md')
  await editor.quit()
  editor = await Editor.start(PULLS)
  await editor.open(DRAFT, SLIP)
  const own = await editor.finding(DRAFT)
  const page = new URL('../../docs/rules/arithmetic/cell.md', import.meta.url).href
  expect(own.codeDescription?.href).toBe(page)
})
