import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { CodeLensRequest } from 'vscode-languageserver/node'
import type {
  ShownFigure,
  ShowTablesCommand,
  TablesMethod,
  TablesPageMethod,
  TablesPageResult,
  TablesResult,
  WriteFigureAnswer,
  WriteFigureMethod,
} from '../../server/src/lsp/protocol.ts'
import { NOTICE, report } from '../suite/fixtures.ts'
import { planted } from '../unit/rules/planted.ts'
import { Editor, IS_SENT, PULLS } from './editor.ts'

const TABLES: TablesMethod = 'nianbao/tables'
const WRITE: WriteFigureMethod = 'nianbao/writeFigure'
const PAGE: TablesPageMethod = 'nianbao/tablesPage'
const SHOW: ShowTablesCommand = 'nianbao.showTables'
const URI = 'untitled:Untitled-1'
const TOTAL = 'requests/received/total'
const SLIP = report('tabs', { 'received/total': 71 })

let editor: Editor
beforeAll(async () => {
  editor = await Editor.start(PULLS, { initializationOptions: { commands: [SHOW] } })
})
afterAll(() => editor.quit())
beforeEach(async () => {
  editor.beforeEdit = async () => {}
  await editor.open(URI, SLIP)
})

const ask = (params: object = {}) => editor.connection.sendRequest<TablesResult>(TABLES, { uri: URI, ...params })
const write = (address: string, text: string, version = 1) =>
  editor.connection.sendRequest<WriteFigureAnswer>(WRITE, { uri: URI, version, address, text })
const textNow = () => editor.documents.get(URI)?.getText()
const cellIn = (shown: TablesResult, address: string) =>
  shown?.tables
    .flatMap(({ rows }) => rows.flat())
    .find((cell): cell is ShownFigure => cell.kind === 'figure' && cell.address === address)

test('the view asks for the tables, and asks again when the text has changed', async () => {
  const shown = await ask()
  expect(shown).toMatchObject({ uri: URI, version: 1, isReport: true, words: { print: '打印' } })
  expect(cellIn(shown, TOTAL)).toMatchObject({ text: '71', expected: { text: '17' }, finding: { severity: 'error' } })
  await editor.replace(URI, '71', '17')
  const mended = await ask()
  expect(mended?.version).toBe(2)
  expect(cellIn(mended, TOTAL)).not.toHaveProperty('finding')
})

test('the text as it was last saved is shown when it is sent along', async () => {
  const cell = cellIn(await ask({ saved: report('tabs') }), TOTAL)
  expect(cell).toMatchObject({ text: '17', other: '71', isThere: false })
})

describe('a figure that is written in the view', () => {
  test('is the one thing that changes in the text', async () => {
    expect(await write(TOTAL, '17')).toEqual({ state: 'written' })
    expect(textNow()).toBe(report('tabs'))
    expect(await editor.findings(URI)).toEqual([])
  })

  test('is shown and written without the tags that split the old one', async () => {
    const html = planted({ layout: 'html', scale: 30 }).text
    const received = /(本年新收[\s\S]*?<td>)(\d)(\d+)(?=<)/
    const split = html.replace(received, '$1<b>$2</b>$3')
    const [, , first, others] = received.exec(html) ?? []
    await editor.open(URI, split, 'html')
    const address = 'requests/received/person'
    expect(cellIn(await ask(), address)).toMatchObject({ text: `${first}${others}`, state: 'number' })
    await write(address, '7')
    expect(textNow()).toBe(html.replace(received, '$1<b>7</b>'))
    expect(cellIn(await ask(), address)).toMatchObject({ text: '7' })
  })

  test('that is there already changes nothing', async () => {
    expect(await write(TOTAL, '71')).toEqual({ state: 'unchanged' })
    expect(editor.documents.get(URI)?.version).toBe(1)
  })

  test('for an older version of the text is not applied', async () => {
    await editor.replace(URI, '青禾县', '青 禾县')
    const answer = await write(TOTAL, '17')
    expect(answer).toEqual({ state: 'refused', message: '没有写入：原文刚才又改过了。请看一眼新的数再填。' })
    expect(textNow()).toBe(SLIP.replace('青禾县', '青 禾县'))
  })

  test('is not applied when a key is faster than the edit', async () => {
    editor.beforeEdit = () => editor.replace(URI, '青禾县', '青 禾县')
    expect(await write(TOTAL, '17')).toMatchObject({ state: 'refused' })
    expect(textNow()).toBe(SLIP.replace('青禾县', '青 禾县'))
  })

  test('never overwrites a change that came right behind it', async () => {
    const answered = write(TOTAL, '17')
    await editor.replace(URI, '青禾县', '青 禾县')
    expect(await answered).toMatchObject({ state: 'refused' })
    expect(textNow()).toBe(SLIP.replace('青禾县', '青 禾县'))
  })

  test('that is none, or has no cell, is refused with a reason', async () => {
    expect((await write(TOTAL, '十七件')).message).toContain('“十七件”读不出是多少')
    expect((await write('requests/nothing/total', '1')).message).toContain('原文里没有这一格')
    expect(textNow()).toBe(SLIP)
  })
})

test('the page to print is a file without scripts', async () => {
  const page = await editor.connection.sendRequest<TablesPageResult>(PAGE, { uri: URI })
  expect(page?.html).toMatch(/^<!DOCTYPE html>[\s\S]*<ins>17<\/ins>/)
  expect(page?.name).toMatch(/\.html$/)
})

test('a lens over each table leads to it', async () => {
  const lenses = await editor.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri: URI } })
  const ways = lenses?.flatMap(({ command }) => (command?.command === SHOW ? [command] : []))
  expect(ways).toEqual(
    ['proactive', 'requests', 'remedies'].map((id) => ({ title: '在侧边看表', command: SHOW, arguments: [URI, id] })),
  )
})

test('a document that is not open has none, and one of another kind says so', async () => {
  const uri = 'file:///not/open.txt'
  expect(await ask({ uri })).toBeNull()
  expect(await editor.connection.sendRequest(PAGE, { uri })).toBeNull()
  expect(await editor.connection.sendRequest(WRITE, { uri, version: 1, address: TOTAL, text: '1' })).toMatchObject({
    state: 'refused',
  })
  await editor.open('untitled:2', NOTICE)
  expect(await ask({ uri: 'untitled:2' })).toMatchObject({ isReport: false, tables: [] })
})

test('a view is told to ask again when a setting changes what is shown', async () => {
  let times = 0
  editor.connection.onNotification('nianbao/tablesChanged', () => {
    times++
  })
  await ask()
  await editor.configure({ 'nianbao.language': 'en' })
  while (times === 0) await ask()
  expect((await ask())?.words.print).toBe('Print')
})

test('an editor that applies no edits is told so', async () => {
  const other = await Editor.start(IS_SENT)
  await other.open(URI, SLIP)
  const params = { uri: URI, version: 1, address: TOTAL, text: '17' }
  expect(await other.connection.sendRequest(WRITE, params)).toMatchObject({ state: 'refused' })
  await other.quit()
})
