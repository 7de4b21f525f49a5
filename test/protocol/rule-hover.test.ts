import { afterEach, expect, test } from 'vitest'
import {
  type CodeAction,
  DefinitionRequest,
  type Hover,
  HoverRequest,
  type LocationLink,
  type MarkupContent,
} from 'vscode-languageserver/node'
import { marked } from '../marked.ts'
import { report } from '../suite/fixtures.ts'
import { Editor, PULLS } from './editor.ts'

let editor: Editor
afterEach(() => editor.quit())

/** The hover at the mark in a text, in lines, and the words that it is shown for. */
async function hoverAt(uri: string, languageId: string, content: string) {
  const { text, span } = marked(content)
  await editor.open(uri, text, languageId)
  const document = editor.documents.get(uri)
  const position = document?.positionAt(span.start) ?? { line: 0, character: 0 }
  const answer = (await editor.connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position })) as Hover
  return (
    answer && { lines: (answer.contents as MarkupContent).value.split('\n\n'), words: document?.getText(answer.range) }
  )
}

test('a rule in a configuration is explained by its page', async () => {
  editor = await Editor.start(PULLS)
  const { lines, words } = await hoverAt(
    'file:///w/nianbao.config.json',
    'jsonc',
    '{ "rules": { ⟦"cell/blank"⟧: "off" } }',
  )
  expect(words).toBe('"cell/blank"')
  expect(lines).toEqual([
    '**cell/blank 该填数的格空着**',
    '规则，默认级别：警告',
    expect.stringContaining('空'),
    expect.stringMatching(/^\[规则说明\]\(<file:.*docs\/rules\/cell\/blank\.md>\)$/),
  ])
})

test('and where one is ignored there', async () => {
  editor = await Editor.start(PULLS, { initializationOptions: { language: 'en' } })
  const ignored = '{ "ignore": [{ "files": "a.txt", "rule": ⟦"narrative/count"⟧ }] }'
  const { lines } = await hoverAt('file:///w/nianbao.config.json', 'jsonc', ignored)
  expect(lines.slice(0, 3)).toEqual([
    '**narrative/count A figure in the text differs from the tables**',
    'A rule. Default severity: warning',
    expect.stringMatching(/^What sentences say/),
  ])
})

test('nothing is said of other words', async () => {
  editor = await Editor.start(PULLS)
  expect(await hoverAt('file:///w/nianbao.config.json', 'jsonc', '{ "rules": { "cell/blank": ⟦"off"⟧ } }')).toBeNull()
  expect(await hoverAt('file:///w/b/nianbao.config.json', 'jsonc', '{ "⟦rules⟧": {} }')).toBeNull()
})

test('a rule in an ignore comment of a report', async () => {
  editor = await Editor.start(PULLS)
  const text = `<!-- nianbao-disable-file ⟦cell/unit⟧ 县里的写法 -->\n\n${report('pipes')}`
  const { lines, words } = await hoverAt('file:///w/a.md', 'markdown', text)
  expect(words).toBe('cell/unit')
  expect(lines.slice(0, 2)).toEqual(['**cell/unit 数字格里带着单位或文字**', '规则，默认级别：警告'])
})

test('a figure in prose shows its cell, leads there, and is set right by choice', async () => {
  editor = await Editor.start(PULLS)
  const uri = 'file:///w/a.txt'
  await editor.open(uri, report('tabs').replace(/(一、总体情况[^\n]*\n+)/, '$1全年收到政府信息公开申请987件。\n\n'))
  const document = editor.documents.get(uri)
  const position = document?.positionAt(document.getText().indexOf('987')) ?? { line: 0, character: 0 }
  const params = { textDocument: { uri }, position }
  const hover = (await editor.connection.sendRequest(HoverRequest.type, params)) as Hover
  expect((hover.contents as MarkupContent).value).toContain('一、本年新收政府信息公开申请数量·总计')
  const [cell] = ((await editor.connection.sendRequest(DefinitionRequest.type, params)) ?? []) as LocationLink[]
  const total = cell && document?.getText(cell.targetRange)
  expect(Number(total)).toBeGreaterThan(0)
  const [finding] = (await editor.findings(uri)).filter(({ code }) => code === 'narrative/count')
  if (finding === undefined) throw new Error('no finding')
  const actions = await editor.codeActions(uri, finding.range)
  expect(actions.map(({ title }) => title)).toEqual(
    expect.arrayContaining([expect.stringContaining(String(total)), expect.stringContaining('忽略')]),
  )
  await editor.apply(actions[0] as CodeAction)
  expect(editor.documents.get(uri)?.getText()).toContain(`全年收到政府信息公开申请${total}件。`)
})
