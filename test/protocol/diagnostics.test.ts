import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { NOTICE, report } from '../suite/fixtures.ts'
import { Editor, IS_SENT, PULLS } from './editor.ts'

const DRAFT = 'file:///drafts/a.txt'
// 17 applications came in; 71 is the slip of a finger.
const SLIP = report('tabs', { 'received/total': 71 })

let editor: Editor
afterEach(() => editor.quit())

describe('an editor that asks for diagnostics', () => {
  beforeEach(async () => {
    editor = await Editor.start(PULLS)
  })

  test('gets the finding on the wrong figure', async () => {
    await editor.open(DRAFT, SLIP)
    const finding = await editor.finding(DRAFT)
    expect(finding).toMatchObject({ code: 'arithmetic/cell', source: '年报审校', severity: 1 })
    expect(editor.textAt(DRAFT, finding.range)).toBe('71')
  })

  test('gets the new findings after a change', async () => {
    await editor.open(DRAFT, report('tabs'))
    expect(await editor.findings(DRAFT)).toEqual([])
    await editor.replace(DRAFT, '\t17\n', '\t71\n')
    expect(await editor.findings(DRAFT)).toMatchObject([{ code: 'arithmetic/cell' }])
    await editor.replace(DRAFT, '\t71\n', '\t17\n')
    expect(await editor.findings(DRAFT)).toEqual([])
  })

  test('is told when nothing has changed', async () => {
    await editor.open(DRAFT, SLIP)
    const { resultId } = await editor.pull(DRAFT)
    await editor.replace(DRAFT, '部分栏目更新', '少数栏目更新')
    expect(await editor.pull(DRAFT, resultId)).toEqual({ kind: 'unchanged', resultId })
    await editor.replace(DRAFT, '\t71\n', '\t17\n')
    expect(await editor.pull(DRAFT, resultId)).toMatchObject({ kind: 'full', items: [] })
  })

  test('gets the same result id from another server', async () => {
    await editor.open(DRAFT, SLIP)
    const { resultId } = await editor.pull(DRAFT)
    await editor.quit()
    editor = await Editor.start(PULLS)
    await editor.open(DRAFT, SLIP)
    expect(await editor.pull(DRAFT, resultId)).toEqual({ kind: 'unchanged', resultId })
  })

  test('is never sent any', async () => {
    await editor.open(DRAFT, SLIP)
    await editor.pull(DRAFT)
    await editor.close(DRAFT)
    expect(await editor.findings(DRAFT)).toEqual([])
    expect(editor.lastPublished(DRAFT)).toBeUndefined()
  })
})

describe('an editor that is sent diagnostics', () => {
  beforeEach(async () => {
    editor = await Editor.start(IS_SENT)
    expect(editor.announced.capabilities.diagnosticProvider).toBeUndefined()
  })

  test('gets them for each version', async () => {
    await editor.open(DRAFT, SLIP)
    expect(await editor.published(DRAFT)).toMatchObject({ version: 1, diagnostics: [{ code: 'arithmetic/cell' }] })
    await editor.replace(DRAFT, '\t71\n', '\t17\n')
    expect(await editor.published(DRAFT)).toMatchObject({ version: 2, diagnostics: [] })
  })

  test('gets those of the last change of a burst', async () => {
    await editor.open(DRAFT, report('tabs'))
    const changes = ['\t171\n', '\t7\n', '\t71\n'].map((next, at, all) =>
      editor.replace(DRAFT, all[at - 1] ?? '\t17\n', next),
    )
    await Promise.all(changes)
    expect(await editor.published(DRAFT)).toMatchObject({ version: 4, diagnostics: [{ code: 'arithmetic/cell' }] })
  })

  test('has them cleared when the document closes', async () => {
    await editor.open(DRAFT, SLIP)
    await editor.published(DRAFT)
    await editor.close(DRAFT)
    await editor.until(() => editor.lastPublished(DRAFT)?.diagnostics.length === 0)
  })

  test('gets them for each of several documents', async () => {
    await editor.open('file:///east/a.txt', SLIP)
    await editor.open('untitled:Untitled-1', report('pipes', { 'granted/person': 6 }), 'markdown')
    expect((await editor.published('file:///east/a.txt')).diagnostics).toHaveLength(1)
    expect((await editor.published('untitled:Untitled-1')).diagnostics).toHaveLength(1)
  })
})

describe('what is reviewed', () => {
  beforeEach(async () => {
    editor = await Editor.start(PULLS, {
      workspaceFolders: [
        { uri: 'file:///east', name: 'east' },
        { uri: 'vscode-vfs://remote/west', name: 'west' },
      ],
    })
  })

  test.each([
    'file:///east/%E5%B9%B4%E6%8A%A5%20(1).txt',
    'vscode-vfs://remote/west/a.md',
    'vscode-remote://ssh-remote%2Bhost/home/a.txt',
    'untitled:Untitled-1',
    'file:///elsewhere/a.html',
  ])('%s', async (uri) => {
    await editor.open(uri, SLIP)
    expect(await editor.findings(uri)).toHaveLength(1)
  })

  test('not a text of another kind', async () => {
    await editor.open(DRAFT, NOTICE)
    expect(await editor.findings(DRAFT)).toEqual([])
    expect(editor.statuses.get(DRAFT)).toMatchObject({ isReport: false })
  })

  test.each(['git:/drafts/a.txt?%7B%22ref%22%3A%22HEAD%22%7D', 'output:nianbao'])('not %s', async (uri) => {
    await editor.open(uri, SLIP)
    expect(await editor.findings(uri)).toEqual([])
    expect(editor.statuses.size).toBe(0)
  })
})

describe('where the squiggle stands', () => {
  beforeEach(async () => {
    editor = await Editor.start(PULLS)
  })

  test.each<[string, (text: string) => string]>([
    ['Windows line ends', (text) => text.replaceAll('\n', '\r\n')],
    ['a byte order mark', (text) => `\uFEFF${text}`],
    ['𠮷 before the figure', (text) => text.replaceAll('申请数量\t\t', '申请数量\t𠮷\t')],
    ['an emoji before the report', (text) => `👨‍👩‍👧 草稿\n\n${text}`],
    ['full-width digits', (text) => text.replace('\t71\n', '\t７１\n')],
  ])('%s', async (_, disguise) => {
    await editor.open(DRAFT, disguise(SLIP))
    const finding = (await editor.findings(DRAFT)).find(({ code }) => code === 'arithmetic/cell')
    expect(finding && editor.textAt(DRAFT, finding.range)).toMatch(/^71$|^７１$/)
  })
})
