import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, describe, expect, test } from 'vitest'
import type { ClientCapabilities, Hover, MarkupContent } from 'vscode-languageserver/node'
import { HoverRequest } from 'vscode-languageserver/node'
import type { SumAnswer } from '../../server/src/lsp/protocol.ts'
import { marked } from '../marked.ts'
import { Editor, IS_SENT, PULLS } from './editor.ts'

const sample = (name: string) => readFileSync(new URL(`../../samples/packs/${name}`, import.meta.url), 'utf8')
const PACK = sample('行政执法统计年报.report-format.json')
const REPORT = sample('行政执法统计年报-一处合计错.md')

// A file system that only the editor knows.
const FOLDER = 'vscode-vfs://github/county'
const DRAFT = `${FOLDER}/drafts/a.md`
const NAME = 'enforcement.report-format.json'

let editor: Editor
afterEach(() => editor.quit())

async function start(files: Record<string, string> = {}, capabilities: ClientCapabilities = PULLS): Promise<void> {
  editor = await Editor.start(capabilities, {
    files,
    initializationOptions: { readsFiles: true },
    workspaceFolders: [{ uri: FOLDER, name: 'county' }],
  })
}

async function found(uri = DRAFT): Promise<unknown[]> {
  if (!editor.documents.has(uri)) await editor.open(uri, REPORT, 'markdown')
  return (await editor.findings(uri)).map(({ code }) => code)
}

describe('a file of formats in the workspace', () => {
  test('counts for the reports beside it and below, and no others', async () => {
    await start({ [`${FOLDER}/drafts/${NAME}`]: PACK })
    expect(await found()).toEqual(['arithmetic/row-total'])
    expect(await found(`${FOLDER}/drafts/north/b.md`)).toEqual(['arithmetic/row-total'])
    expect(await found(`${FOLDER}/c.md`)).toEqual([])
    expect(editor.statuses.get(DRAFT)).toMatchObject({ isReport: true, year: 2024 })
    expect(editor.statuses.get(`${FOLDER}/c.md`)).toMatchObject({ isReport: false })
  })

  test('serves every feature: a hover names its sums', async () => {
    await start({ [`${FOLDER}/${NAME}`]: PACK })
    await found()
    const document = editor.documents.get(DRAFT)
    const position = document?.positionAt(document.getText().indexOf('185'))
    const hover = await editor.connection.sendRequest(HoverRequest.type, {
      textDocument: { uri: DRAFT },
      position: position ?? { line: 0, character: 0 },
    })
    expect(((hover as Hover).contents as MarkupContent).value).toContain('行政处罚')
  })

  test('counts for the sum of the workspace', async () => {
    const sound = REPORT.replace('| 185 |', '| 195 |')
    await start({
      [`${FOLDER}/${NAME}`]: PACK,
      [`${FOLDER}/a.md`]: sound,
      [`${FOLDER}/b.md`]: sound.replaceAll('市场监督管理局', '水利局').replace('| 1947 |', '| 1950 |'),
    })
    const { message, text } = (await editor.command('nianbao.sumReports', [])) as SumAnswer
    expect(message).toBe('2024 年（2022 版）：2 份报告相加。')
    expect(text).toContain('3897')
  })

  test('is heard when it comes, changes and goes', async () => {
    await start()
    expect(await found()).toEqual([])
    await editor.write({ [`${FOLDER}/${NAME}`]: PACK })
    await editor.until(() => editor.refreshes > 0)
    expect(await found()).toEqual(['arithmetic/row-total'])
    await editor.write({ [`${FOLDER}/${NAME}`]: PACK.replace('行政执法统计年报"', '别的年报"') })
    await editor.until(() => editor.refreshes > 1)
    await editor.write({ [`${FOLDER}/${NAME}`]: undefined })
    await editor.until(() => editor.refreshes > 2)
    expect(await found()).toEqual([])
    expect(editor.watched).toContain('**/*.report-format.json')
  })

  test('counts as it stands in the editor, and as it was while it is no JSON', async () => {
    await start()
    expect(await found()).toEqual([])
    await editor.open(`${FOLDER}/${NAME}`, PACK, 'json')
    await editor.until(() => editor.refreshes > 0)
    expect(await found()).toEqual(['arithmetic/row-total'])
    await editor.replace(`${FOLDER}/${NAME}`, '"formats": [', '"formats": ')
    await editor.findings(`${FOLDER}/${NAME}`)
    expect(await found()).toEqual(['arithmetic/row-total'])
  })

  test('that is wrong is told where, in it', async () => {
    const { text, span } = marked(PACK.replace(/("holder": )"\w+"/, (_, name: string) => `${name}⟦"nobody"⟧`))
    await start({ [`${FOLDER}/${NAME}`]: text })
    // It is closed: nobody asks for what is wrong in it, so that it is sent.
    expect(await found()).toEqual([])
    const told = () => editor.lastPublished(`${FOLDER}/${NAME}`)?.diagnostics
    await editor.until(() => told()?.length === 1)
    expect(told()?.[0]?.message).toContain('nobody')
    await editor.open(`${FOLDER}/${NAME}`, text, 'json')
    const [problem] = await editor.findings(`${FOLDER}/${NAME}`)
    const document = editor.documents.get(`${FOLDER}/${NAME}`)
    expect(problem?.range.start).toEqual(document?.positionAt(span.start))
    await editor.until(() => told()?.length === 0)
  })

  test('counts for an editor that is sent diagnostics', async () => {
    await start({ [`${FOLDER}/${NAME}`]: PACK }, IS_SENT)
    await editor.open(DRAFT, REPORT, 'markdown')
    expect((await editor.published(DRAFT)).diagnostics.map(({ code }) => code)).toEqual(['arithmetic/row-total'])
  })

  test('is found on the disk for an editor that reads no files', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'nianbao-packs-'))
    try {
      mkdirSync(join(folder, 'north'))
      writeFileSync(join(folder, NAME), PACK)
      editor = await Editor.start(PULLS)
      expect(await found(pathToFileURL(join(folder, 'north/a.md')).href)).toEqual(['arithmetic/row-total'])
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

describe('a configuration', () => {
  const CONFIG = `${FOLDER}/nianbao.config.json`
  const naming = (...paths: string[]) => JSON.stringify({ formats: paths })

  test('names files of formats that lie elsewhere', async () => {
    await start({ [CONFIG]: naming(`formats/${NAME}`), [`${FOLDER}/formats/${NAME}`]: PACK })
    expect(await found()).toEqual(['arithmetic/row-total'])
    await editor.write({ [CONFIG]: naming() })
    await editor.until(() => editor.refreshes > 0)
    expect(await found()).toEqual([])
  })

  test('is told when there is none at a place', async () => {
    const { text, span } = marked('{ "formats": [⟦"gone.report-format.json"⟧] }')
    await start({ [CONFIG]: text })
    await editor.open(CONFIG, text, 'jsonc')
    const [problem] = await editor.findings(CONFIG)
    expect(problem?.message).toContain('gone.report-format.json')
    expect(problem?.range.start.character).toBe(span.start)
    expect(await found()).toEqual([])
  })
})
