import { afterEach, describe, expect, test } from 'vitest'
import {
  type ClientCapabilities,
  DefinitionRequest,
  type Diagnostic,
  type LocationLink,
} from 'vscode-languageserver/node'
import type { SumAnswer } from '../../server/src/lsp/protocol.ts'
import { twoYears } from '../unit/rules/years.ts'
import { Editor, IS_SENT, PULLS } from './editor.ts'

// Last year's report beside this year's.

const FOLDER = 'vscode-vfs://github/county/reports'
const LAST = `${FOLDER}/2022.txt`
const NOW = `${FOLDER}/2023.txt`
const WRONG = twoYears({ surplus: 5 })
const RIGHT = twoYears()

let editor: Editor
afterEach(() => editor.quit())

async function start(files: Record<string, string> = {}, capabilities: ClientCapabilities = PULLS) {
  editor = await Editor.start(capabilities, {
    files,
    initializationOptions: { readsFiles: true },
    workspaceFolders: [{ uri: FOLDER, name: 'reports' }],
  })
}

const review = () => editor.command('nianbao.reviewWorkspace', [])

/** What is said of the years, as `rule → URI of the other file`. */
const compared = (diagnostics: readonly Diagnostic[]) =>
  diagnostics
    .filter(({ code }) => code === 'history/carried-over')
    .map(({ code, relatedInformation = [] }) => `${code} → ${relatedInformation[0]?.location.uri}`)

const FOUND = [`history/carried-over → ${LAST}`]

/** The figure of last year that a place in this year's text leads to. */
async function leadsTo(figures: RegExp, from: string): Promise<(string | undefined)[]> {
  const before = from.slice(0, (figures.exec(from)?.index ?? 0) + (figures.exec(from)?.[0].length ?? 0))
  const position = { line: before.split('\n').length - 1, character: before.length - before.lastIndexOf('\n') - 1 }
  const links = await editor.connection.sendRequest(DefinitionRequest.type, { textDocument: { uri: NOW }, position })
  return ((links ?? []) as LocationLink[])
    .filter(({ targetUri }) => targetUri === LAST)
    .map(({ targetRange: { start } }) => WRONG.last.split('\n')[start.line]?.split('\t')[0])
}

describe('two years that are open', () => {
  test('are compared, and the figure leads to last year’s', async () => {
    await start()
    await editor.open(NOW, WRONG.now)
    expect(compared(await editor.findings(NOW))).toEqual([])
    await editor.open(LAST, WRONG.last)
    await editor.until(() => editor.refreshes > 0)
    expect(compared(await editor.findings(NOW))).toEqual(FOUND)
    expect(await leadsTo(/二、上年结转政府信息公开申请数量\t*\d/, WRONG.now)).toEqual(['四、结转下年度继续办理'])
  })

  test('follow each other', async () => {
    await start()
    await editor.open(LAST, WRONG.last)
    await editor.open(NOW, WRONG.now)
    expect(compared(await editor.findings(NOW))).toEqual(FOUND)
    const refreshes = editor.refreshes
    await editor.replace(LAST, '2022年政府信息公开', '2020年政府信息公开')
    await editor.until(() => editor.refreshes > refreshes)
    expect(compared(await editor.findings(NOW))).toEqual([])
    const more = editor.refreshes
    await editor.replace(LAST, '2020年政府信息公开', '2022年政府信息公开')
    await editor.until(() => editor.refreshes > more)
    expect(compared(await editor.findings(NOW))).toEqual(FOUND)
    await editor.close(LAST)
    expect(compared(await editor.findings(NOW))).toEqual([])
  })

  test('are compared for an editor that is sent its findings', async () => {
    await start({}, IS_SENT)
    await editor.open(NOW, WRONG.now)
    await editor.published(NOW)
    await editor.open(LAST, WRONG.last)
    await editor.until(() => compared(editor.lastPublished(NOW)?.diagnostics ?? []).length > 0)
    await editor.close(LAST)
    await editor.until(() => compared(editor.lastPublished(NOW)?.diagnostics ?? []).length === 0)
  })
})

describe('a workspace that was reviewed', () => {
  test('has closed years compared, and again when one of them changes', async () => {
    await start({ [LAST]: WRONG.last, [NOW]: WRONG.now }, IS_SENT)
    await review()
    const found = () => compared(editor.lastPublished(NOW)?.diagnostics ?? [])
    await editor.until(() => found().length > 0)
    expect(found()).toEqual(FOUND)
    await editor.write({ [LAST]: undefined })
    await editor.until(() => found().length === 0)
    await editor.write({ [LAST]: WRONG.last })
    await editor.until(() => found().length > 0)
    await editor.write({ [NOW]: RIGHT.now })
    await editor.until(() => found().length === 0)
  })

  test('costs nothing the second time', async () => {
    await start({ [LAST]: WRONG.last, [NOW]: WRONG.now })
    await review()
    editor.asked.length = 0
    await review()
    expect(editor.asked.filter((uri) => uri === LAST || uri === NOW)).toEqual([])
  })

  test('lends last year’s report to an open document', async () => {
    await start({ [LAST]: WRONG.last })
    await editor.open(NOW, WRONG.now)
    expect(compared(await editor.findings(NOW))).toEqual([])
    await review()
    await editor.until(() => editor.refreshes > 0)
    expect(compared(await editor.findings(NOW))).toEqual(FOUND)
    const before = editor.refreshes
    await editor.write({ [LAST]: WRONG.last.replace('青禾县人民政府2022', '白石县人民政府2022') })
    await editor.until(() => editor.refreshes > before)
    expect(compared(await editor.findings(NOW))).toEqual([])
  })
})

describe('the sum of the workspace', () => {
  const organ = (text: string, name: string) => text.replaceAll('青禾县人民政府', name)
  const PARENT = `${FOLDER}/all.txt`
  const files = {
    [`${FOLDER}/a.txt`]: organ(twoYears({ seed: 1 }).now, '青禾县教育局'),
    [`${FOLDER}/b.txt`]: organ(twoYears({ seed: 2 }).now, '青禾县水利局'),
    [`${FOLDER}/old.txt`]: organ(twoYears({ seed: 2 }).last, '青禾县水利局'),
    [`${FOLDER}/notes.txt`]: '会议通知\n',
  }
  const sum = (...args: string[]) => editor.command('nianbao.sumReports', args) as Promise<SumAnswer>

  test('is a text with official tables', async () => {
    await start(files)
    const { message, text = '' } = await sum()
    expect(message).toBe('2023 年（2021 版）：2 份报告相加。另有 1 点说明，列在表后。')
    expect(text).toMatch(/^# 2023 年政府信息公开统计表汇总\n/)
    expect(text).toMatch(/^- 2022 年的 1 份没有加进去。$/m)
    expect(text.match(/^\| 二、上年结转政府信息公开申请数量 \|/gm)).toHaveLength(1)
  })

  test('is held against an open report, and follows its parts', async () => {
    const wrong = twoYears({ seed: 1 }).now
    await start({ ...files, [PARENT]: wrong })
    await editor.open(PARENT, wrong)
    const found = async () => (await editor.findings(PARENT)).filter(({ code }) => code === 'rollup/sum')
    expect(await found()).toEqual([])
    expect((await sum(PARENT)).message).toMatch(/2 份报告相加。当前年报有 \d+ 格与合计不一致。/)
    const [first] = await found()
    expect(first?.relatedInformation?.map(({ location }) => location.uri)).toContain(`${FOLDER}/b.txt`)
    const before = editor.refreshes
    await editor.write({ [`${FOLDER}/b.txt`]: undefined })
    await editor.until(() => editor.refreshes > before)
    // What is left is one report, the same as the parent in all but its organ.
    expect(await found()).toEqual([])
  })

  test('needs reports, and a report to hold against it', async () => {
    await start({ [`${FOLDER}/notes.txt`]: '会议通知\n' })
    expect(await sum()).toEqual({ message: '没有可以相加的年报。' })
    expect(await sum(`${FOLDER}/notes.txt`)).toEqual({
      message: '正在编辑的不是年报，或没有写明年度，不能与汇总核对。',
    })
  })
})
