import { afterEach, expect, test } from 'vitest'
import { CodeLensRequest, type WorkspaceDiagnosticReport, WorkspaceDiagnosticRequest } from 'vscode-languageserver/node'
import { URI } from 'vscode-uri'
import type { ReviewAnswer } from '../../server/src/lsp/protocol.ts'
import { report } from '../suite/fixtures.ts'
import { Editor, PULLS } from './editor.ts'

// A client that reads Word files has them reviewed with the others, by the text that a draft of them would have.

const FOLDER = 'file:///county/reports'
const SLIP = report('pipes', { 'received/total': 71 })
const FILE = `${FOLDER}/${encodeURIComponent('青禾县 2023')}.docx`
const BYTES = 'what is in a Word file'

/** The URI of the text of a Word file, as the protocol says. */
const textOf = (file: string): string =>
  URI.from({ scheme: 'nianbao-word', path: `${URI.parse(file).path}.md`, query: file }).toString()
const TEXT = textOf(FILE)
const FILES = { [FILE]: BYTES, [TEXT]: SLIP, [`${FOLDER}/b.md`]: report('pipes') }

let editor: Editor
afterEach(() => editor.quit())

async function start(files: Record<string, string | Error> = FILES, readsWord = true) {
  editor = await Editor.start(PULLS, {
    files,
    initializationOptions: { readsFiles: true, readsWord },
    workspaceFolders: [{ uri: FOLDER, name: 'reports' }],
  })
}

const review = () => editor.command('nianbao.reviewWorkspace', []) as Promise<ReviewAnswer>

/** What the server has to say of the workspace, as `uri rule …`. */
async function lines(): Promise<string[]> {
  const { items }: WorkspaceDiagnosticReport = await editor.connection.sendRequest(WorkspaceDiagnosticRequest.type, {
    previousResultIds: [],
  })
  return items.map((item) => [item.uri, ...(item.kind === 'full' ? item.items.map(({ code }) => code) : [])].join(' '))
}

test('Word files are reviewed with the others, and shown by their texts', async () => {
  await start()
  expect((await review()).reports).toBe(2)
  expect(await lines()).toEqual([`${TEXT} arithmetic/cell`])
  expect(editor.desks.at(-1)?.[0]?.years?.map(({ uri }) => uri)).toContain(TEXT)
  expect(editor.asked).not.toContain(FILE)
  expect(editor.watched).toContain('**/*.docx')
})

test('a client that does not read them is not asked for them', async () => {
  await start(FILES, false)
  expect((await review()).reports).toBe(1)
  expect(editor.watched).not.toContain('**/*.docx')
})

test('what Word keeps beside an open file is none of them', async () => {
  const lock = `${FOLDER}/~$a.docx`
  await start({ ...FILES, [lock]: BYTES, [textOf(lock)]: SLIP })
  expect((await review()).reports).toBe(2)
})

test('one that cannot be read is named by its file', async () => {
  await start({ ...FILES, [TEXT]: new Error('加了密码') })
  expect((await review()).text).toBe('已审校 1 份年报：错误 0，警告 0，提示 0。读不了：青禾县 2023.docx。')
})

test('one that changes on the disk is reviewed again', async () => {
  await start()
  await review()
  await editor.write({ [TEXT]: report('pipes'), [FILE]: 'others' })
  await editor.until(() => editor.desks.at(-1)?.[0]?.state === 'clean')
  expect(await Promise.race([lines(), review().then(() => 'no news')])).toBe('no news')
})

test('configurations and ignore files beside them count for them', async () => {
  await start()
  await review()
  await editor.write({ [`${FOLDER}/nianbao.config.json`]: '{ "exclude": ["*2023.docx"] }' })
  await editor.until(() => editor.desks.at(-1)?.[0]?.description === '1 份')
  await editor.write({ [`${FOLDER}/nianbao.config.json`]: '{}' })
  await editor.until(() => editor.desks.at(-1)?.[0]?.description === '2 份')
  await editor.write({ [`${FOLDER}/.nianbaoignore`]: '*.docx\n' })
  await editor.until(() => editor.desks.at(-1)?.[0]?.description === '1 份')
})

test('an open text leads to a draft from its top and from its tables', async () => {
  await start()
  await editor.open(TEXT, SLIP, 'markdown')
  const lenses = await editor.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri: TEXT } })
  const leading = lenses?.filter(({ command }) => command?.command === 'nianbao.openWord') ?? []
  const lines = SLIP.split('\n')
  expect(leading.map(({ range }) => lines[range.start.line]?.slice(0, 10))).toEqual([
    '# 青禾县人民政府2',
    '| （本列数据的勾稽',
    '| 行政复议 |  ',
  ])
  expect(leading.map(({ command }) => command?.arguments)).toEqual(leading.map(() => [FILE]))
})

test('an open text offers a draft where others have fixes, and is ignored by its file', async () => {
  await start()
  await editor.open(TEXT, SLIP, 'markdown')
  const { range } = await editor.finding(TEXT)
  const actions = await editor.codeActions(TEXT, range)
  expect(actions[0]).toMatchObject({
    title: '打开可以修改的草稿',
    command: { command: 'nianbao.openWord', arguments: [FILE] },
    diagnostics: [{ code: 'arithmetic/cell' }],
  })
  const edits = JSON.stringify(actions.map(({ edit }) => edit))
  expect(edits).not.toContain('nianbao-word:')
  expect(edits).toContain('青禾县 2023.docx')
})
