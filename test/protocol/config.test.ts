import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, describe, expect, test } from 'vitest'
import {
  type ClientCapabilities,
  type CodeAction,
  DidChangeConfigurationNotification,
  DidChangeWorkspaceFoldersNotification,
  HoverRequest,
} from 'vscode-languageserver/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { report } from '../suite/fixtures.ts'
import { Editor, IS_SENT, PULLS } from './editor.ts'

const FOLDER = 'vscode-vfs://github/county/drafts'
const DRAFT = `${FOLDER}/north/a.txt`
const CONFIG = `${FOLDER}/nianbao.config.json`
const SLIP = report('tabs', { 'received/total': 71 })

let editor: Editor
afterEach(() => editor.quit())

interface Options {
  readonly files?: Record<string, string | Error>
  readonly configuration?: Record<string, unknown>
  readonly capabilities?: ClientCapabilities
}

async function start({ files = {}, configuration = {}, capabilities = PULLS }: Options = {}): Promise<void> {
  editor = await Editor.start(capabilities, {
    files,
    configuration,
    initializationOptions: { readsFiles: true },
    workspaceFolders: [{ uri: FOLDER, name: 'drafts' }],
  })
}

/** The findings of a document as `rule severity`. */
async function found(uri = DRAFT): Promise<string[]> {
  if (!editor.documents.has(uri)) await editor.open(uri, SLIP, uri.endsWith('.md') ? 'markdown' : 'plaintext')
  return (await editor.findings(uri)).map(({ code, severity }) => `${code} ${severity}`)
}

const rules = (level: string) => JSON.stringify({ rules: { 'arithmetic/cell': level } })

describe('the nearest configuration', () => {
  test('counts from the first request on, wherever the file is', async () => {
    await start({ files: { [CONFIG]: rules('warning') } })
    expect(await found()).toEqual(['arithmetic/cell 2'])
    expect(editor.statuses.get(DRAFT)).toMatchObject({ config: CONFIG, configProblems: 0, warnings: 1 })
    expect(await found('vscode-vfs://github/other/a.txt')).toEqual(['arithmetic/cell 1'])
    expect(editor.statuses.get('vscode-vfs://github/other/a.txt')).not.toHaveProperty('config')
  })

  test('is that of each folder of the workspace', async () => {
    const other = 'file:///other'
    await start({ files: { [CONFIG]: rules('off'), [`${other}/nianbao.config.json`]: rules('hint') } })
    expect([await found(), await found(`${other}/b.txt`)]).toEqual([[], ['arithmetic/cell 4']])
  })

  test('is not looked for while somebody types', async () => {
    await start({ files: { [CONFIG]: rules('off') } })
    await found()
    const asked = [...editor.asked]
    expect(asked.filter((uri) => uri.endsWith('.json'))).toEqual([`${FOLDER}/north/nianbao.config.json`, CONFIG])
    await editor.replace(DRAFT, '青禾县', '青 禾县')
    expect(await found()).toEqual([])
    expect(await found(`${FOLDER}/north/b.txt`)).toEqual([])
    expect(editor.asked).toEqual(asked)
  })

  test.each([
    ['made', {}, rules('off'), ['arithmetic/cell 1'], []],
    ['changed', { [CONFIG]: rules('off') }, rules('info'), [], ['arithmetic/cell 3']],
    ['taken away', { [CONFIG]: rules('off') }, undefined, [], ['arithmetic/cell 1']],
  ] as const)('that is %s is noticed', async (_, files, text, before, after) => {
    await start({ files })
    expect(await found()).toEqual(before)
    await editor.until(() => editor.watched.includes('**/nianbao.config.json'))
    await editor.write({ [CONFIG]: text })
    await editor.until(() => editor.refreshes > 0)
    expect(await found()).toEqual(after)
  })

  test('that changes nothing has nothing asked for again', async () => {
    await start({ files: { [CONFIG]: rules('off') } })
    await found()
    await editor.write({
      'vscode-vfs://github/elsewhere/nianbao.config.json': rules('hint'),
      [`${FOLDER}/other.json`]: '{}',
    })
    await editor.write({ [CONFIG]: rules('info') })
    await editor.until(() => editor.refreshes > 0)
    expect(editor.refreshes).toBe(1)
  })

  test('that cannot be read is said to be so, and the report is reviewed', async () => {
    await start({ files: { [CONFIG]: new Error('no permission') } })
    expect(await found()).toEqual(['arithmetic/cell 1'])
    expect(editor.statuses.get(DRAFT)).toMatchObject({ config: CONFIG, configProblems: 1 })
    expect(editor.statuses.get(DRAFT)?.detail).toContain('配置文件里有 1 处不对')
  })

  test('says in which language', async () => {
    await start({ files: { [CONFIG]: '{ "language": "en" }' } })
    await editor.open(DRAFT, SLIP)
    expect((await editor.finding(DRAFT)).source).toBe('Nianbao')
    expect(editor.statuses.get(DRAFT)?.text).toMatch(/^format of 2021/)
    const line = SLIP.split('\n').findIndex((row) => row.includes('71'))
    const position = { line, character: SLIP.split('\n')[line]?.indexOf('71') ?? 0 }
    const hover = await editor.connection.sendRequest(HoverRequest.type, { textDocument: { uri: DRAFT }, position })
    expect(JSON.stringify(hover)).toContain('does not hold')
  })

  test('leaves excluded files alone, and says so', async () => {
    await start({ files: { [CONFIG]: '{ "exclude": ["north"] }' } })
    expect(await found()).toEqual([])
    expect(editor.statuses.get(DRAFT)).toMatchObject({ isReport: false, text: '不审校', detail: '已被配置或设置排除' })
    expect(await found(`${FOLDER}/south/a.txt`)).toEqual(['arithmetic/cell 1'])
  })

  test('counts for an editor that is sent diagnostics', async () => {
    await start({ files: { [CONFIG]: rules('off') }, capabilities: IS_SENT })
    await editor.open(DRAFT, SLIP)
    expect((await editor.published(DRAFT)).diagnostics).toEqual([])
    await editor.write({ [CONFIG]: rules('info') })
    await editor.until(() => editor.lastPublished(DRAFT)?.diagnostics[0]?.severity === 3)
  })

  test('is read from the disk for an editor that reads no files', async () => {
    const folder = mkdtempSync(join(tmpdir(), '年报 '))
    mkdirSync(join(folder, 'north'))
    writeFileSync(join(folder, 'nianbao.config.json'), rules('hint'))
    editor = await Editor.start(PULLS)
    expect(await found(pathToFileURL(join(folder, 'north', '稿 1.txt')).href)).toEqual(['arithmetic/cell 4'])
    expect(await found('untitled:Untitled-1')).toEqual(['arithmetic/cell 1'])
    rmSync(folder, { recursive: true })
  })
})

describe('settings', () => {
  const RULES = { 'nianbao.rules': { 'arithmetic/cell': 'info' } }

  test('are asked for each file', async () => {
    const south = `${FOLDER}/south/b.txt`
    await start({ configuration: { ...RULES, [`${south} nianbao.rules`]: { 'arithmetic/cell': 'off' } } })
    expect([await found(), await found(south), await found('untitled:Untitled-1')]).toEqual([
      ['arithmetic/cell 3'],
      [],
      ['arithmetic/cell 3'],
    ])
  })

  test('yield to a configuration, whatever it says', async () => {
    await start({ files: { [CONFIG]: '{}' }, configuration: { ...RULES, 'nianbao.exclude': ['*'] } })
    expect(await found()).toEqual(['arithmetic/cell 1'])
  })

  test('have paths as seen from the folder of the workspace', async () => {
    await start({ configuration: { 'nianbao.exclude': ['north/*.txt'] } })
    expect([await found(), await found(`${FOLDER}/a.txt`)]).toEqual([[], ['arithmetic/cell 1']])
    const folders = { added: [{ uri: `${FOLDER}/south`, name: 'south' }], removed: [] }
    await editor.connection.sendNotification(DidChangeWorkspaceFoldersNotification.type, { event: folders })
    expect(await found(`${FOLDER}/south/north/a.txt`)).toEqual([])
  })

  test('that change are heard at once', async () => {
    await start({ configuration: RULES })
    expect(await found()).toEqual(['arithmetic/cell 3'])
    await editor.configure({ 'nianbao.rules': { 'arithmetic/cell': 'hint' } })
    await editor.until(() => editor.refreshes > 0)
    expect(await found()).toEqual(['arithmetic/cell 4'])
  })

  test('that are wrong are passed over', async () => {
    await start({
      configuration: { 'nianbao.rules': { 'arithmetic/cell': 'loud', 'no/rule': 'off' }, 'nianbao.exclude': 7 },
    })
    expect(await found()).toEqual(['arithmetic/cell 1'])
  })

  test('are heard from an editor that sends them', async () => {
    await start({ capabilities: IS_SENT })
    await editor.open(DRAFT, SLIP)
    expect((await editor.published(DRAFT)).diagnostics).toHaveLength(1)
    const settings = { nianbao: { rules: { 'arithmetic/cell': 'off' } } }
    await editor.connection.sendNotification(DidChangeConfigurationNotification.type, { settings })
    await editor.until(() => editor.lastPublished(DRAFT)?.diagnostics.length === 0)
  })
})

describe('a configuration that is open', () => {
  const WRONG = '{\n  "rules": { "arithmetic/cel": "off" }\n}\n'
  const open = (text: string) => editor.open(CONFIG, text, 'jsonc')

  test('is checked: the range is at the name', async () => {
    await start({ files: { [CONFIG]: WRONG } })
    await open(WRONG)
    const problem = await editor.finding(CONFIG)
    expect(editor.textAt(CONFIG, problem.range)).toBe('"arithmetic/cel"')
    expect(problem).toMatchObject({
      severity: 2,
      source: '年报审校',
      message: '没有“arithmetic/cel”这条规则。是不是“arithmetic/cell”？',
    })
    await editor.replace(CONFIG, 'arithmetic/cel"', 'arithmetic/cell"')
    expect(await editor.findings(CONFIG)).toEqual([])
  })

  test('is checked for an editor that is sent diagnostics', async () => {
    await start({ capabilities: IS_SENT })
    await open(WRONG)
    expect((await editor.published(CONFIG)).diagnostics).toHaveLength(1)
    await editor.close(CONFIG)
    await editor.until(() => editor.lastPublished(CONFIG)?.diagnostics.length === 0)
  })

  test('is no report, whatever is in it', async () => {
    await start()
    await open(SLIP)
    expect((await editor.findings(CONFIG)).map(({ code }) => code)).toEqual([undefined])
    expect(editor.statuses.has(CONFIG)).toBe(false)
  })

  test('counts as it stands, saved or not, and as it was while it is no JSON', async () => {
    await start({ files: { [CONFIG]: rules('off') } })
    expect(await found()).toEqual([])
    await open(rules('off'))
    await editor.replace(CONFIG, '"off"', '"info"')
    await editor.until(() => editor.refreshes > 0)
    expect(await found()).toEqual(['arithmetic/cell 3'])
    await editor.replace(CONFIG, '"info"', '"hint')
    await editor.findings(CONFIG)
    expect(await found()).toEqual(['arithmetic/cell 3'])
    await editor.close(CONFIG)
    await editor.until(() => editor.refreshes > 1)
    expect(await found()).toEqual([])
  })

  test('may be escaped otherwise by the editor', async () => {
    const folder = 'file:///w/%E7%A8%BF'
    await start()
    expect(await found(`${folder}/a.txt`)).toEqual(['arithmetic/cell 1'])
    await editor.open('file:///w/稿/nianbao.config.json', rules('off'), 'jsonc')
    await editor.until(() => editor.refreshes > 0)
    expect(await found(`${folder}/a.txt`)).toEqual([])
  })
})

describe('ignoring a finding', () => {
  const IN_CONFIG = '在工作区配置中忽略（arithmetic/cell）'

  async function action(title: string, uri = DRAFT): Promise<CodeAction | undefined> {
    const [finding] = await editor.findings(uri)
    if (finding === undefined) throw new Error('no finding')
    return (await editor.codeActions(uri, finding.range)).find((one) => one.title === title)
  }

  test('in a Markdown text writes a comment, and the finding is gone', async () => {
    await start()
    const uri = `${FOLDER}/a.md`
    await editor.open(uri, report('pipes', { 'received/total': 71 }), 'markdown')
    const actions = await editor.codeActions(uri, (await editor.finding(uri)).range)
    expect(actions.map(({ title }) => title).slice(-2)).toEqual(['本行忽略此规则（arithmetic/cell）', IN_CONFIG])
    expect(actions[0]?.isPreferred).toBe(true)
    await editor.apply(actions.at(-2) as CodeAction)
    expect(editor.documents.get(uri)?.getText()).toContain('71 <!-- nianbao-disable-line arithmetic/cell --> |')
    expect(await editor.findings(uri)).toEqual([])
    expect(editor.statuses.get(uri)).toMatchObject({ suppressed: 1, detail: expect.stringContaining('已忽略 1') })
  })

  test('in a plain text makes a configuration with what was set so far', async () => {
    await start({ configuration: { 'nianbao.rules': { 'arithmetic/cell': 'info' } } })
    await found()
    const [created, edited, ...others] = (await action(IN_CONFIG))?.edit?.documentChanges ?? []
    expect(others).toEqual([])
    expect(created).toEqual({ kind: 'create', uri: CONFIG })
    if (!edited || !('edits' in edited)) throw new Error('no edits')
    expect(edited.textDocument).toEqual({ uri: CONFIG, version: null })
    const [edit] = edited.edits
    if (!edit || !('newText' in edit)) throw new Error('no text')
    expect(JSON.parse(edit.newText)).toEqual({
      rules: { 'arithmetic/cell': 'info' },
      ignore: [{ files: 'north/a.txt', rule: 'arithmetic/cell', address: 'requests/received/total' }],
    })
    await editor.open(CONFIG, edit.newText, 'jsonc')
    await editor.until(() => editor.refreshes > 0)
    expect(await found()).toEqual([])
    // It has a place in the text no more, but it still knows its finding.
    await editor.replace(DRAFT, '青禾县', '会议材料\n青禾县')
    expect(await found()).toEqual([])
  })

  test('adds to the configuration that there is', async () => {
    const text = '{\n  // 已核\n  "rules": {}\n}\n'
    await start({ files: { [CONFIG]: text } })
    await found()
    const [edited] = (await action(IN_CONFIG))?.edit?.documentChanges ?? []
    if (!edited || !('edits' in edited)) throw new Error('no edits')
    expect(edited.textDocument).toEqual({ uri: CONFIG, version: null })
    const written = TextDocument.applyEdits(TextDocument.create(CONFIG, 'jsonc', 0, text), edited.edits as never)
    expect(written).toContain('// 已核')
    await editor.write({ [CONFIG]: written })
    await editor.until(() => editor.refreshes > 0)
    expect(await found()).toEqual([])
  })

  test('adds to what stands in the editor, if it is open', async () => {
    await start({ files: { [CONFIG]: '{}' } })
    await found()
    await editor.open(CONFIG, '{ "exclude": [] }', 'jsonc')
    await editor.replace(CONFIG, '[]', '["旧稿"]')
    await editor.apply((await action(IN_CONFIG)) as CodeAction)
    await editor.until(() => editor.refreshes > 0)
    expect(JSON.parse(editor.documents.get(CONFIG)?.getText() ?? '')).toMatchObject({
      exclude: ['旧稿'],
      ignore: [{ files: 'north/a.txt' }],
    })
    expect(await found()).toEqual([])
  })

  test('is not offered where it cannot be done', async () => {
    await start({ files: { [CONFIG]: '{ "rules": ' } })
    await found()
    expect(await action(IN_CONFIG)).toBeUndefined()
    await found('untitled:Untitled-1')
    expect(await action(IN_CONFIG, 'untitled:Untitled-1')).toBeUndefined()
    await editor.quit()
    await start({
      capabilities: { ...PULLS, workspace: { ...PULLS.workspace, workspaceEdit: { documentChanges: true } } },
    })
    await found()
    expect(await action(IN_CONFIG)).toBeUndefined()
  })
})
