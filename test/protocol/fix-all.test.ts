import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type CodeAction, type CodeActionOptions, CodeActionRequest } from 'vscode-languageserver/node'
import { report } from '../suite/fixtures.ts'
import { Editor, IS_SENT, PULLS } from './editor.ts'

// What an editor does on saving: it asks for one kind of action and applies it.

const SLIP = { 'received/total': 71 }
const spoiled = (text: string) =>
  text.replace('主动公开政府信息情况', '主动公开信息情况').replace('其他需要报告的事项', '其他报告事项')

let editor: Editor
beforeAll(async () => {
  editor = await Editor.start(PULLS)
})
afterAll(() => editor.quit())

const asked = (by: Editor, uri: string, only?: string[]) => {
  const document = by.documents.get(uri)
  const end = document?.positionAt(document.getText().length) ?? { line: 0, character: 0 }
  const range = { start: { line: 0, character: 0 }, end }
  const context = { diagnostics: [], ...(only && { only }) }
  return by.connection.sendRequest(CodeActionRequest.type, { textDocument: { uri }, range, context }) as Promise<
    CodeAction[]
  >
}

test('the server announces the kind', () => {
  const { codeActionKinds } = editor.announced.capabilities.codeActionProvider as CodeActionOptions
  expect(codeActionKinds).toEqual(['quickfix', 'source.fixAll.nianbao'])
})

describe.each(['tabs', 'pipes'] as const)('as %s', (layout) => {
  const uri = `untitled:fix-all-${layout}`

  test('headings are fixed in one edit, figures are not, and then there is nothing left', async () => {
    await editor.open(uri, spoiled(report(layout, SLIP)))
    const [action, ...others] = await asked(editor, uri, ['source.fixAll.nianbao'])
    expect(others).toEqual([])
    expect(action).toMatchObject({ kind: 'source.fixAll.nianbao' })
    expect(action?.edit?.documentChanges).toMatchObject([{ textDocument: { uri, version: 1 } }])
    await editor.apply(action as CodeAction)
    expect(editor.documents.get(uri)?.getText()).toBe(report(layout, SLIP))
    expect((await editor.finding(uri)).code).toBe('arithmetic/cell')
    expect(await asked(editor, uri, ['source.fixAll.nianbao'])).toEqual([])
  })
})

describe('kinds', () => {
  const uri = 'untitled:kinds'
  beforeAll(() => editor.open(uri, spoiled(report('tabs'))))

  test.each([
    [undefined, ['quickfix']],
    [['quickfix'], ['quickfix']],
    [['source'], ['source.fixAll.nianbao']],
    [['source.fixAll'], ['source.fixAll.nianbao']],
    [['source.fixAll.nianbao'], ['source.fixAll.nianbao']],
    [
      ['source.fixAll', 'quickfix'],
      ['quickfix', 'source.fixAll.nianbao'],
    ],
    [['source.fixAll.eslint'], []],
    [['source.organizeImports'], []],
  ])('who asks for %j gets %j', async (only, kinds) => {
    const actions = await asked(editor, uri, only)
    expect([...new Set(actions.map(({ kind }) => kind))]).toEqual(kinds)
  })
})

test('an edit for an older version is refused', async () => {
  const uri = 'untitled:older'
  await editor.open(uri, spoiled(report('tabs')))
  const [action] = await asked(editor, uri, ['source.fixAll'])
  await editor.replace(uri, '青禾县', '青 禾县')
  await expect(editor.apply(action as CodeAction)).rejects.toThrow('another version')
})

test('a client that knows no versions gets plain edits', async () => {
  const plain = await Editor.start(IS_SENT)
  await plain.open('untitled:plain', spoiled(report('tabs')))
  const [action] = await asked(plain, 'untitled:plain', ['source.fixAll'])
  expect(action?.edit).toMatchObject({
    changes: { 'untitled:plain': [{ newText: '政府' }, { newText: '需要报告的' }] },
  })
  expect(await plain.quit()).toBe(0)
})

test.each([
  ['a document that is not open', 'file:///not/open.txt'],
  ['the left side of a comparison', 'git:/report.txt'],
])('%s has nothing to fix', async (_, uri) => {
  if (uri.startsWith('git:')) await editor.open(uri, spoiled(report('tabs')))
  expect(await asked(editor, uri, ['source.fixAll'])).toEqual([])
})
