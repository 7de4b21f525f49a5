import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  DocumentLinkRequest,
  type DocumentSymbol,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  SelectionRangeRequest,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
} from 'vscode-languageserver/node'
import { NOTICE, report } from '../suite/fixtures.ts'
import { COMMAND_LINE, Editor, PULLS } from './editor.ts'

let editor: Editor
beforeAll(async () => {
  editor = await Editor.start(PULLS)
})
afterAll(() => editor.quit())

const at = (uri: string) => ({ textDocument: { uri } })

describe('a quick fix', () => {
  test.each(['tabs', 'pipes'] as const)('mends the figure and nothing else: %s', async (layout) => {
    const uri = `untitled:${layout}`
    await editor.open(uri, report(layout, { 'received/total': 71 }))
    const finding = await editor.finding(uri)
    const action = await editor.firstAction(uri, finding)
    expect(action).toMatchObject({ kind: 'quickfix', isPreferred: true, diagnostics: [finding] })
    await editor.apply(action)
    expect(await editor.findings(uri)).toEqual([])
    expect(editor.documents.get(uri)?.getText()).toBe(report(layout))
  })

  test.each<[string, Readonly<Record<string, number>>, RegExp]>([
    ['two figures', { 'granted/person': 99, 'total/company': 8 }, /^一并改正 2 格：/],
    [
      'an entry with its totals',
      { 'granted/person': 12, 'granted/total': 14 },
      /^把“（一）予以公开·自然人”的 12 改为 9，合计/,
    ],
    [
      'a figure one column over',
      { 'received/person': 3, 'received/company': 14 },
      /^把“一、.*”的 11 从“商业企业”移到“自然人”/,
    ],
    ['a figure in its total’s place', { 'received/company': 17, 'received/total': 3 }, /“商业企业”与“总计”换回来/],
    [
      'a row moved by a cell',
      { 'carriedForward/person': 0, 'carriedForward/company': 1, 'carriedForward/total': 0 },
      /移回一格/,
    ],
    [
      'a total of everything twice',
      { 'total/person': 28, 'total/company': 6, 'total/total': 34 },
      /^从“（七）总计”减去多算的一遍/,
    ],
  ])('mends %s in one edit', async (what, changes, title) => {
    const uri = `untitled:${what}`
    await editor.open(uri, report('tabs', changes))
    const [finding] = await editor.findings(uri)
    if (finding === undefined) throw new Error('nothing is found')
    const action = (await editor.codeActions(uri, finding.range)).find((one) => title.test(one.title))
    if (action === undefined) throw new Error(`no fix like ${title}`)
    await editor.apply(action)
    expect(editor.documents.get(uri)?.getText()).toBe(report('tabs'))
    expect(await editor.findings(uri)).toEqual([])
  })

  test('is refused when the text has moved on', async () => {
    const uri = 'untitled:stale'
    await editor.open(uri, report('tabs', { 'received/total': 71 }))
    const finding = await editor.finding(uri)
    const action = await editor.firstAction(uri, finding)
    await editor.replace(uri, '青禾县', '青 禾县')
    await expect(editor.apply(action)).rejects.toThrow('another version')
  })
})

describe('a report', () => {
  const uri = 'untitled:report'
  beforeAll(() => editor.open(uri, report('tabs')))

  test('has an outline of sections and tables', async () => {
    const symbols = (await editor.connection.sendRequest(DocumentSymbolRequest.type, at(uri))) as DocumentSymbol[]
    expect(symbols.map(({ name }) => name)).toEqual([
      '一、总体情况',
      '二、主动公开政府信息情况',
      '三、收到和处理政府信息公开申请情况',
      '四、政府信息公开行政复议、行政诉讼情况',
      '五、存在的主要问题及改进情况',
      '六、其他需要报告的事项',
    ])
    expect(symbols.map(({ children }) => children?.length)).toEqual([0, 1, 1, 1, 0, 0])
  })

  test('folds', async () => {
    const ranges = await editor.connection.sendRequest(FoldingRangeRequest.type, at(uri))
    const heading = report('tabs').split('\n').indexOf('三、收到和处理政府信息公开申请情况')
    // The heading, a blank line, three lines of heads and 25 rows.
    expect(ranges).toContainEqual({ startLine: heading, endLine: heading + 29 })
  })

  test('has coloured labels and figures, in the whole or in a range', async () => {
    const whole = await editor.connection.sendRequest(SemanticTokensRequest.type, at(uri))
    // 25 rows of 7 figures, 7 rows of proactive disclosure with 11 figures, 15 figures of remedies.
    expect((whole?.data.length ?? 0) / 5).toBeGreaterThan(25 * 8 + 7 + 11 + 15)
    const range = { start: { line: 0, character: 0 }, end: { line: 3, character: 0 } }
    const title = await editor.connection.sendRequest(SemanticTokensRangeRequest.type, { ...at(uri), range })
    expect(title).toEqual({ data: [] })
  })

  test('lets a selection grow from a cell to its row, its table, its section and the text', async () => {
    const position = editor.documents.get(uri)?.positionAt(report('tabs').indexOf('4120') + 1)
    const params = { ...at(uri), positions: [position ?? { line: 0, character: 0 }] }
    const [cell] = (await editor.connection.sendRequest(SelectionRangeRequest.type, params)) ?? []
    expect(cell && editor.textAt(uri, cell.range)).toBe('4120')
    expect(cell?.parent && editor.textAt(uri, cell.parent.range)).toBe('行政许可\t4120')
    expect(cell?.parent?.parent?.parent?.parent?.parent).toBeUndefined()
  })

  test('links the law that it names', async () => {
    const links = await editor.connection.sendRequest(DocumentLinkRequest.type, at(uri))
    expect(links?.map(({ target, range }) => [editor.textAt(uri, range), target])).toEqual([
      ['中华人民共和国政府信息公开条例', expect.stringMatching(/^https:\/\/www\.gov\.cn\//)],
    ])
  })

  test('has a status in words', async () => {
    await editor.findings(uri)
    expect(await editor.until(() => editor.statuses.get(uri))).toMatchObject({
      isReport: true,
      organ: '青禾县人民政府',
      year: 2023,
      edition: '2021',
      errors: 0,
      failedRules: [],
      text: '2021 版格式 · 未发现问题',
      detail: expect.stringMatching(/^青禾县人民政府 · 2023 · 用时 \d+ 毫秒$/),
      settings: '设置',
    })
  })
})

test.each([
  ['a text of another kind', 'untitled:notice'],
  ['a document that is not open', 'file:///not/open.txt'],
])('%s has nothing', async (_, uri) => {
  if (uri === 'untitled:notice') await editor.open(uri, NOTICE)
  const start = { line: 0, character: 0 }
  expect(await editor.findings(uri)).toEqual([])
  expect(await editor.codeActions(uri, { start, end: start })).toEqual([])
  expect(await editor.connection.sendRequest(DocumentSymbolRequest.type, at(uri))).toEqual([])
  expect(await editor.connection.sendRequest(FoldingRangeRequest.type, at(uri))).toEqual([])
  expect(await editor.connection.sendRequest(SemanticTokensRequest.type, at(uri))).toEqual({ data: [] })
  expect(await editor.connection.sendRequest(DocumentLinkRequest.type, at(uri))).toEqual([])
  expect(await editor.connection.sendRequest(SelectionRangeRequest.type, { ...at(uri), positions: [start] })).toBeNull()
})

test('the command line has the same server', async () => {
  const other = await Editor.start(PULLS, { program: COMMAND_LINE })
  await other.open('untitled:slip', report('tabs', { 'received/total': 71 }))
  expect(await other.finding('untitled:slip')).toMatchObject({ code: 'arithmetic/cell' })
  expect(await other.quit()).toBe(0)
})
