import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, describe, expect, test } from 'vitest'
import {
  CancellationTokenSource,
  type ClientCapabilities,
  ExecuteCommandRequest,
  WorkDoneProgress,
  type WorkDoneProgressReport,
  type WorkspaceDiagnosticReport,
  WorkspaceDiagnosticRequest,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver/node'
import type { ReviewAnswer } from '../../server/src/lsp/protocol.ts'
import { report } from '../suite/fixtures.ts'
import { Editor, IS_SENT, PULLS } from './editor.ts'

const FOLDER = 'vscode-vfs://github/county/reports'
const WRONG = `${FOLDER}/a.txt`
const SOUND = `${FOLDER}/b.md`
const NOTICE = `${FOLDER}/notice.txt`
const SLIP = report('tabs', { 'received/total': 71 })
const FILES = { [WRONG]: SLIP, [SOUND]: report('pipes'), [NOTICE]: '各乡镇：会议于3月12日举行。\n' }

let editor: Editor
afterEach(() => editor.quit())

async function start(
  files: Record<string, string | Error> = FILES,
  capabilities: ClientCapabilities = PULLS,
  configuration = {},
) {
  editor = await Editor.start(capabilities, {
    files,
    configuration,
    initializationOptions: { readsFiles: true },
    workspaceFolders: [{ uri: FOLDER, name: 'reports' }],
  })
}

const review = () => editor.command('nianbao.reviewWorkspace', []) as Promise<ReviewAnswer>

/** What the server has to say of the workspace, as `uri rule …`, and the result ids for asking again. */
async function pullAll(previous: readonly { uri: string; value: string }[] = []) {
  const params = { previousResultIds: [...previous] }
  const { items } = (await editor.connection.sendRequest(
    WorkspaceDiagnosticRequest.type,
    params,
  )) as WorkspaceDiagnosticReport
  return {
    lines: items.map((item) =>
      [item.uri, ...(item.kind === 'full' ? item.items.map(({ code }) => code) : ['unchanged'])].join(' '),
    ),
    ids: items.map(({ uri, resultId = '' }) => ({ uri, value: resultId })),
  }
}

describe('the symbols of the workspace', () => {
  const find = async (query: string) => {
    const symbols = (await editor.connection.sendRequest(WorkspaceSymbolRequest.type, { query })) ?? []
    return symbols.map(({ name, location }) => `${location.uri.split('/').at(-1)} ${name}`)
  }

  test('are those of the open reports, and of the closed ones once they were reviewed', async () => {
    await start()
    await editor.open(WRONG, SLIP)
    await editor.open(NOTICE, FILES[NOTICE] as string)
    expect(await find('总体情况')).toEqual(['a.txt 一、总体情况'])
    await review()
    expect(await find('总体情况')).toEqual(['a.txt 一、总体情况', 'b.md 一、总体情况'])
    expect(await find('青禾 2023 年')).toContain('b.md 青禾县人民政府 2023 年')
    expect(await find('白石')).toEqual([])
  })

  test('of an open report are as it stands in the editor', async () => {
    await start()
    await review()
    await editor.open(WRONG, SLIP)
    await editor.replace(WRONG, '青禾县人民政府2023年', '白石县人民政府2023年')
    expect(await find('白石县人民政府')).toContain('a.txt 白石县人民政府 2023 年')
  })
})

describe('the reports of the workspace', () => {
  test('are reviewed by a command, open or not, and the client that asks is told', async () => {
    await start()
    const pulled = pullAll()
    expect(await review()).toMatchObject({ reports: 2, text: '已审校 2 份年报：错误 1，警告 0，提示 0。' })
    expect((await pulled).lines).toEqual([`${WRONG} arithmetic/cell`])
  })

  test('are not read before somebody asks', async () => {
    await start()
    await editor.open(SOUND, report('pipes'), 'markdown')
    await editor.findings(SOUND)
    expect(editor.asked.filter((uri) => uri in FILES)).toEqual([])
  })

  test('are not read again where nothing has changed', async () => {
    await start()
    await review()
    editor.asked.length = 0
    await review()
    expect(editor.asked.filter((uri) => uri in FILES)).toEqual([])
  })

  test('that change on the disk are reviewed again, and those that go take their findings with them', async () => {
    await start()
    await review()
    const first = await pullAll()
    const second = pullAll(first.ids)
    await editor.write({ [WRONG]: report('tabs'), [SOUND]: report('pipes', { 'received/total': 71 }) })
    const changed = await second
    expect(changed.lines.sort()).toEqual([`${WRONG}`, `${SOUND} arithmetic/cell`].sort())
    const third = pullAll(changed.ids)
    await editor.write({ [SOUND]: undefined })
    expect((await third).lines).toEqual([SOUND])
  })

  test('that are open are asked for by themselves, and are as on the disk once closed', async () => {
    await start()
    await editor.open(WRONG, report('tabs', { 'received/total': 71, 'granted/person': 8 }))
    await review()
    await editor.open(SOUND, report('pipes', { 'received/total': 71 }), 'markdown')
    const pulled = pullAll([])
    await editor.close(WRONG)
    await editor.until(() => editor.desks.length > 1)
    expect((await pulled).lines).toEqual([`${WRONG} arithmetic/cell`])
    expect((await editor.findings(WRONG)).map(({ code }) => code)).toEqual(['arithmetic/cell'])
  })

  test('that cannot be read are named, and the others are reviewed', async () => {
    await start({ ...FILES, [`${FOLDER}/鹿.txt`]: new Error('EACCES') })
    expect((await review()).text).toBe('已审校 2 份年报：错误 1，警告 0，提示 0。读不了：鹿.txt。')
  })

  test('are left out by a configuration and an ignore file, which may change', async () => {
    const ignored = `${FOLDER}/.nianbaoignore`
    await start({ ...FILES, [ignored]: 'a.*\n' })
    expect((await review()).reports).toBe(1)
    await editor.write({ [ignored]: '# none\n' })
    await editor.until(() => editor.desks.at(-1)?.[0]?.description === '2 份')
    await editor.write({ [`${FOLDER}/nianbao.config.json`]: '{ "exclude": ["a.txt"] }' })
    await editor.until(() => editor.desks.at(-1)?.[0]?.description === '1 份')
  })

  test('are listed, organs by years, with what was found and what is missing', async () => {
    const text = (year: number) => report('tabs').replaceAll(/20\d\d/g, String(year))
    await start({
      [`${FOLDER}/2021.txt`]: text(2021),
      [`${FOLDER}/2023.txt`]: text(2023).replace('六、其他需要报告的事项', '附'),
      [`${FOLDER}/2024.txt`]: text(2024),
    })
    await review()
    const [organ, ...others] = editor.desks.at(-1) ?? []
    expect(others).toEqual([])
    expect(organ).toMatchObject({ description: '3 份', state: 'error' })
    expect(organ?.years).toMatchObject([
      { label: '2024 年', description: '2021 版格式 · 错误 0，警告 0，提示 2', uri: `${FOLDER}/2024.txt` },
      { label: '2023 年', description: expect.stringMatching(/错误 1.*缺：六、其他需要报告的事项$/), state: 'error' },
      { label: '2022 年', description: '没有年报' },
      { label: '2021 年' },
    ])
    expect(organ?.years?.[2]).not.toHaveProperty('uri')
  })
})

test('progress is told, and the review may be cancelled', async () => {
  const many = Array.from({ length: 300 }, (_, index) => [`${FOLDER}/${index}.txt`, SLIP])
  await start(Object.fromEntries(many))
  const source = new CancellationTokenSource()
  const steps: string[] = []
  editor.connection.onProgress(WorkDoneProgress.type, 'p', (step) => {
    steps.push(step.kind)
    const { percentage = 0 } = step as WorkDoneProgressReport
    if (percentage >= 10) source.cancel()
  })
  const params = { command: 'nianbao.reviewWorkspace', workDoneToken: 'p' }
  const answer: ReviewAnswer = await editor.connection.sendRequest(ExecuteCommandRequest.type, params, source.token)
  expect(answer.reports).toBeLessThan(300)
  expect(answer.text).toMatch(/^已停止/)
  expect([steps[0], steps[1], steps.at(-1)]).toEqual(['begin', 'report', 'end'])
})

describe('an editor that does not ask for the workspace', () => {
  test.each([
    ['and not for documents either', IS_SENT],
    ['but for documents', PULLS],
  ])('%s is sent the findings of closed files', async (_, capabilities) => {
    await start(FILES, capabilities)
    await review()
    const sent = await editor.until(() => editor.lastPublished(WRONG))
    expect(sent.diagnostics.map(({ code }) => code)).toEqual(['arithmetic/cell'])
    expect(editor.lastPublished(SOUND)).toBeUndefined()
    await editor.write({ [WRONG]: undefined })
    await editor.until(() => editor.lastPublished(WRONG)?.diagnostics.length === 0)
  })

  test('has its files found and read on the machine that the server runs on', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'nianbao-'))
    try {
      mkdirSync(join(folder, 'north'))
      writeFileSync(join(folder, 'north/a.txt'), SLIP)
      editor = await Editor.start(IS_SENT, {
        workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'reports' }],
      })
      expect((await review()).reports).toBe(1)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
