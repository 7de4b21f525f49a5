import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  type ClientCapabilities,
  CodeLensRequest,
  DefinitionRequest,
  HoverRequest,
  InlayHintRequest,
  type Location,
  type LocationLink,
  type Range,
  ReferencesRequest,
} from 'vscode-languageserver/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { NOTICE, report } from '../suite/fixtures.ts'
import { Editor, IS_SENT, PULLS } from './editor.ts'

const DRAFT = 'file:///drafts/a.txt'
const SLIP = report('tabs', { 'received/total': 71 })
const WHOLE = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } }
const initializationOptions = { commands: ['nianbao.showFinding'] }

let editor: Editor
afterEach(() => editor.quit())

const start = async (capabilities: ClientCapabilities, text = SLIP, uri = DRAFT) => {
  editor = await Editor.start(capabilities, { initializationOptions })
  await editor.open(uri, text)
}
const textDocument = { uri: DRAFT }
/** Where a text begins. */
const at = (text: string, uri = DRAFT) => {
  const document = editor.documents.get(uri) as TextDocument
  return { textDocument: { uri }, position: document.positionAt(document.getText().indexOf(text)) }
}
const texts = (locations: readonly { uri: string; range: Range }[] | null) =>
  locations?.map(({ uri, range }) => editor.textAt(uri, range))

describe('an editor that takes Markdown and links', () => {
  beforeEach(() => start(PULLS))

  test('is told what is answered', () => {
    expect(editor.announced.capabilities).toMatchObject({
      hoverProvider: true,
      definitionProvider: true,
      referencesProvider: true,
      codeLensProvider: {},
      inlayHintProvider: true,
    })
  })

  test('is shown a figure’s row, column and sums', async () => {
    const answer = await editor.connection.sendRequest(HoverRequest.type, at('71'))
    expect(answer?.range && editor.textAt(DRAFT, answer.range)).toBe('71')
    expect(answer?.contents).toMatchObject({ kind: 'markdown' })
    expect(answer?.contents).toHaveProperty('value', expect.stringMatching(/^\*\*一、本年新收.+·总计：71\*\*\n/))
    expect(answer?.contents).toHaveProperty('value', expect.stringContaining('\n- ✗ 本行“总计”：14 + 3 ≠ 71'))
  })

  test('goes from a total to its parts, and back', async () => {
    const links = (await editor.connection.sendRequest(DefinitionRequest.type, at('71'))) as LocationLink[]
    expect(texts(links.map(({ targetUri: uri, targetSelectionRange: range }) => ({ uri, range })))).toEqual([
      '14',
      '3',
      '0',
      '0',
      '0',
      '0',
    ])
    const [first] = links as [LocationLink]
    const part = { textDocument, position: first.targetSelectionRange.start }
    const context = { includeDeclaration: false }
    const totals = await editor.connection.sendRequest(ReferencesRequest.type, { ...part, context })
    expect(texts(totals)?.[0]).toBe('71')
  })

  test('sees the right figure behind the wrong one, and a double click writes it', async () => {
    const all = await editor.connection.sendRequest(InlayHintRequest.type, { textDocument, range: WHOLE })
    const hints = all?.filter(({ label }) => String(label).startsWith('→'))
    expect(hints).toMatchObject([{ label: '→ 17', paddingLeft: true }])
    const document = editor.documents.get(DRAFT) as TextDocument
    expect(TextDocument.applyEdits(document, hints?.[0]?.textEdits ?? [])).toBe(report('tabs'))
    const range = { start: { line: 0, character: 0 }, end: { line: 5, character: 0 } }
    expect(await editor.connection.sendRequest(InlayHintRequest.type, { textDocument, range })).toEqual([])
  })

  test('sees how many sums hold, as the text changes, and goes to the one that does not', async () => {
    const lenses = await editor.connection.sendRequest(CodeLensRequest.type, { textDocument })
    const finding = await editor.finding(DRAFT)
    expect(lenses?.map(({ command }) => command)).toEqual([
      {
        title: '勾稽关系 39 条：37 条成立，2 条不成立',
        command: 'nianbao.showFinding',
        arguments: [DRAFT, finding.range],
      },
      { title: '勾稽关系 3 条：全部成立', command: '' },
    ])
    await editor.replace(DRAFT, '71', '17')
    const mended = await editor.connection.sendRequest(CodeLensRequest.type, { textDocument })
    expect(mended?.map(({ command }) => command?.title)).toEqual([
      '年报审校：未发现问题',
      '勾稽关系 39 条：全部成立',
      '勾稽关系 3 条：全部成立',
    ])
  })
})

describe('an editor that announces nothing', () => {
  beforeEach(async () => {
    editor = await Editor.start(IS_SENT)
    await editor.open(DRAFT, SLIP)
  })

  test('gets plain text, plain locations, and a lens that only tells', async () => {
    const answer = await editor.connection.sendRequest(HoverRequest.type, at('71'))
    expect(answer?.contents).toMatchObject({ kind: 'plaintext', value: expect.not.stringContaining('**') })
    const parts = (await editor.connection.sendRequest(DefinitionRequest.type, at('71'))) as Location[]
    expect(texts(parts)).toEqual(['14', '3', '0', '0', '0', '0'])
    const [lens] = (await editor.connection.sendRequest(CodeLensRequest.type, { textDocument })) ?? []
    expect(lens?.command).toEqual({ title: '勾稽关系 39 条：37 条成立，2 条不成立', command: '' })
  })
})

test('the first kind of text that is known is taken', async () => {
  await start({ textDocument: { hover: { contentFormat: ['html' as never, 'plaintext', 'markdown'] } } })
  const answer = await editor.connection.sendRequest(HoverRequest.type, at('71'))
  expect(answer?.contents).toMatchObject({ kind: 'plaintext' })
})

test('Windows line ends and characters beyond the BMP count as they do in the protocol', async () => {
  await start(PULLS, SLIP.replaceAll('\n', '\r\n').replaceAll('二、上年结转', '𠮷二、上年结转'))
  const answer = await editor.connection.sendRequest(HoverRequest.type, at('71'))
  expect(answer?.range && editor.textAt(DRAFT, answer.range)).toBe('71')
})

describe.each([
  ['a text of another kind', DRAFT, []],
  ['a document that is not open', 'file:///not/open.txt', null],
  ['the left side of a comparison', 'git:/drafts/a.txt', null],
])('%s', (_, uri, none) => {
  beforeEach(async () => {
    await start(PULLS, uri === DRAFT ? NOTICE : SLIP, uri.startsWith('git') ? uri : DRAFT)
  })

  test('has nothing', async () => {
    const place = { textDocument: { uri }, position: { line: 0, character: 0 } }
    const { connection } = editor
    expect(await connection.sendRequest(HoverRequest.type, place)).toBeNull()
    expect(await connection.sendRequest(DefinitionRequest.type, place)).toBeNull()
    const context = { includeDeclaration: true }
    expect(await connection.sendRequest(ReferencesRequest.type, { ...place, context })).toBeNull()
    expect(await connection.sendRequest(CodeLensRequest.type, { textDocument: { uri } })).toEqual(none)
    const ranged = { textDocument: { uri }, range: WHOLE }
    expect(await connection.sendRequest(InlayHintRequest.type, ranged)).toEqual(none)
  })
})

test('a position far outside the text is no reason to fail', async () => {
  await start(PULLS)
  const place = { textDocument, position: { line: 99_999, character: 99_999 } }
  expect(await editor.connection.sendRequest(HoverRequest.type, place)).toBeNull()
  expect(await editor.connection.sendRequest(DefinitionRequest.type, place)).toBeNull()
})
