import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { BringAnswer, BringCommand } from '../../server/src/lsp/protocol.ts'
import { NOTICE } from '../suite/fixtures.ts'
import { planted } from '../unit/rules/planted.ts'
import { Editor, IS_SENT, PULLS } from './editor.ts'

const BRING: BringCommand = 'nianbao.bringToEdition'
const URI = 'untitled:old'
/** A report for 2022 in the form of 2019. */
const OLD = planted({ year: 2020 }).text.replaceAll('2020年', '2022年')
const WITHOUT_YEAR = planted({ year: 2020 }).text.replaceAll(/2020年(?:1月1日至)?|20\d\d年12月31日/g, '')
const WARNING = 2
const INFO = 3

let editor: Editor
beforeAll(async () => {
  editor = await Editor.start(PULLS)
})
afterAll(() => editor.quit())
beforeEach(() => {
  editor.beforeEdit = async () => {}
  editor.messages.length = 0
  editor.log.length = 0
})

const bring = async (...args: readonly unknown[]) => (await editor.command(BRING, [...args])) as BringAnswer
const textOf = (uri: string) => editor.documents.get(uri)?.getText() ?? ''
const rulesIn = async (uri: string) => (await editor.findings(uri)).map(({ code }) => code)

test('the command is announced', () => {
  expect(editor.announced.capabilities.executeCommandProvider?.commands).toContain(BRING)
})

describe('a report for 2022 in the form of 2019', () => {
  beforeEach(() => editor.open(URI, OLD))

  test('takes the form of 2021 in one edit, and what went where is told', async () => {
    expect(await rulesIn(URI)).toContain('format/outdated-table')
    expect(await bring(URI)).toEqual({ state: 'changed' })
    expect((await rulesIn(URI)).filter((rule) => rule !== 'cell/blank')).toEqual([])
    expect(editor.messages).toEqual([
      {
        type: INFO,
        message:
          '“主动公开政府信息情况”表换成 2021 版：3 个数移入新栏，19 个没有对应栏的记在表下，7 格待填，0 格暂填 0 待核对。' +
          '“收到和处理政府信息公开申请情况”表换成 2021 版：7 个数移入新栏，0 个没有对应栏的记在表下，0 格待填，4 格暂填 0 待核对。' +
          '每个数的去向见日志。',
      },
    ])
    const lines = editor.log.join('\n').split('\n')
    expect(lines.filter((line) => /^ {2}(?:移入新栏|记在表下|待填|待核对)：/.test(line))).toHaveLength(
      3 + 19 + 7 + 7 + 4,
    )
    expect(lines).toContain('  待填：行政事业性收费·本年收费金额（单位：万元）')
    expect(lines).toContainEqual(
      expect.stringMatching(/^ {2}移入新栏：行政许可·处理决定数量 → 行政许可·本年处理决定数量 \d+$/),
    )
  })

  test('is left alone the second time', async () => {
    await bring(URI)
    const text = textOf(URI)
    expect(await bring(URI)).toEqual({ state: 'unchanged' })
    expect(textOf(URI)).toBe(text)
    expect(editor.messages.at(-1)).toEqual({ type: INFO, message: '没有要换的表格：读到的表已是 2021 版。' })
  })

  test('keeps the form that is asked for', async () => {
    expect(await bring(URI, '2019')).toEqual({ state: 'unchanged' })
    expect(textOf(URI)).toBe(OLD)
  })

  test('stays as it is when a key is faster than the edit', async () => {
    editor.beforeEdit = () => editor.replace(URI, '青禾县', '青 禾县')
    expect(await bring(URI)).toEqual({ state: 'refused' })
    expect(textOf(URI)).toBe(OLD.replace('青禾县', '青 禾县'))
    expect(editor.messages).toMatchObject([{ type: WARNING }])
  })

  test('a change that came right behind the command is never lost: it is taken in, or the edit is refused', async () => {
    const [answer] = await Promise.all([bring(URI), editor.replace(URI, '县政府办公室', '县司法局')])
    expect(textOf(URI)).toContain('县司法局')
    const isOutdated = (await rulesIn(URI)).includes('format/outdated-table')
    expect([answer, isOutdated]).toEqual([{ state: isOutdated ? 'refused' : 'changed' }, isOutdated])
  })
})

test('a table that cannot be written anew is left as it is, and why is said', async () => {
  const text = OLD.replace(/^(行政强制\t.*\n)/m, '$1行政检查\t4\t4\t4\n')
  await editor.open('untitled:own-row', text)
  expect(await bring('untitled:own-row')).toEqual({ state: 'changed' })
  expect(editor.messages).toMatchObject([
    { type: WARNING, message: expect.stringContaining('表里有格式以外的内容（“4”）') },
  ])
  expect(textOf('untitled:own-row')).toContain('行政检查\t4\t4\t4\n')
})

describe('a report that does not tell its year', () => {
  test('asks for an edition, and takes the one that is named', async () => {
    await editor.open('untitled:no-year', WITHOUT_YEAR)
    const choose = {
      state: 'choose',
      title: '看不出报告年度，请指定换成哪一版的表格。',
      editions: [
        { id: '2021', label: '2021 版格式', description: '国办公开办函〔2021〕30号' },
        { id: '2019', label: '2019 版格式', description: '国办公开办函〔2019〕60号' },
      ],
    }
    expect(await bring('untitled:no-year')).toEqual(choose)
    expect(await bring('untitled:no-year', '2020')).toEqual(choose)
    expect(textOf('untitled:no-year')).toBe(WITHOUT_YEAR)
    expect(await bring('untitled:no-year', '2021')).toEqual({ state: 'changed' })
    expect(textOf('untitled:no-year')).toContain('本年制发件数')
  })
})

describe('nothing to work on', () => {
  test.each([
    ['a text of another kind', ['untitled:notice']],
    ['a document that is not open', ['file:///not/open.txt']],
    ['no document', []],
    ['no string', [{ path: 'a.txt' }, 2021]],
  ])('%s', async (_, args) => {
    await editor.open('untitled:notice', NOTICE)
    expect(await bring(...args)).toEqual({ state: 'noReport' })
    expect(editor.messages).toEqual([{ type: WARNING, message: '请先打开一份年报。' }])
  })

  test('another command', async () => {
    expect(await editor.command('nianbao.unknown', [URI])).toBeNull()
  })
})

test('an editor that takes no edits is told so', async () => {
  const other = await Editor.start(IS_SENT)
  await other.open(URI, OLD)
  expect(await other.command(BRING, [URI])).toEqual({ state: 'refused' })
  expect(other.documents.get(URI)?.getText()).toBe(OLD)
  expect(await other.quit()).toBe(0)
})

test('in English', async () => {
  const other = await Editor.start(PULLS, { initializationOptions: { language: 'en' } })
  await other.open(URI, OLD)
  await other.command(BRING, [URI])
  expect(other.messages[0]?.message).toMatch(
    /^主动公开政府信息情况 is now in the form of 2021: .*\. 收到.* confirmed\. The log tells/,
  )
  expect(await other.quit()).toBe(0)
})
