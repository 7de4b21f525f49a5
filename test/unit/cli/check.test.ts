import { describe, expect, test } from 'vitest'
import { check } from '../../../server/src/cli/check.ts'
import type { CheckOptions } from '../../../server/src/cli/check-options.ts'
import { planted } from '../rules/planted.ts'
import { checkOutput } from './contract.ts'
import { gb18030, utf8, utf16 } from './encode.ts'
import { type FakeHost, fakeHost } from './fake-host.ts'

const OPTIONS: CheckOptions = { format: 'pretty', failOn: 'error', stdinName: '<stdin>', language: 'zh-CN' }

const SOUND = planted().text
const SLIP = planted({ figures: { 'requests/total/person': 99 } }).text
const TITLE = SOUND.replace('二、主动公开政府信息情况', '二、主动公开信息情况')
const REMARK = SOUND.replace('存在的主要问题', '存在的问题')
const NOTICE = '各乡镇：会议于3月12日举行。\n'

const run = (host: FakeHost, paths: readonly string[], options: Partial<CheckOptions> = {}) =>
  check(host, paths, { ...OPTIONS, ...options })

const json = async (host: FakeHost, paths: readonly string[], options: Partial<CheckOptions> = {}) => {
  const status = await run(host, paths, { ...options, format: 'json' })
  return { status, ...checkOutput.parse(JSON.parse(host.printed())) }
}

describe('the exit status', () => {
  test.each([
    ['nothing', SOUND, 'hint', 0],
    ['no report', NOTICE, 'hint', 0],
    ['an error', SLIP, 'error', 1],
    ['an error', SLIP, 'hint', 1],
    ['a warning', TITLE, 'error', 0],
    ['a warning', TITLE, 'warning', 1],
    ['a remark', REMARK, 'warning', 0],
    ['a remark', REMARK, 'info', 1],
    ['a remark', REMARK, 'hint', 1],
  ] as const)('for %s', async (_, text, failOn, status) => {
    expect(await run(fakeHost({ 'a.txt': text }), ['a.txt'], { failOn })).toBe(status)
  })

  test('is 2 when a file cannot be read: it is named, and the others are reviewed', async () => {
    const host = fakeHost({ 'a.txt': SLIP, 'b.txt': new Error('EACCES: permission denied'), 'c.txt': TITLE })
    const { status, files } = await json(host, ['a.txt', 'b.txt', 'c.txt'])
    expect(status).toBe(2)
    expect(files.map(({ path }) => path)).toEqual(['a.txt', 'c.txt'])
    expect(host.errors).toEqual(['读不了 b.txt：EACCES: permission denied'])
  })

  test('is 2 when there is no such path', async () => {
    const host = fakeHost({ 'a.txt': SOUND })
    expect(await run(host, ['nowhere.txt', 'a.txt'], { language: 'en' })).toBe(2)
    expect(host.errors).toEqual(['No such file, and nothing that matches: nowhere.txt'])
    expect(host.printed()).toContain('1 files, 1 reports')
  })

  test('is 2 when the output cannot be written', async () => {
    const host = fakeHost({ 'a.txt': SOUND })
    expect(await run(host, ['a.txt'], { output: 'out!' })).toBe(2)
    expect(host.errors).toEqual(['写不了 out!：EACCES'])
  })
})

describe('which files', () => {
  test('in the order of the paths, each once', async () => {
    const host = fakeHost({ 'd/b.txt': SOUND, 'd/c.md': NOTICE, 'a.txt': SLIP })
    const { files, summary } = await json(host, ['d/c.md', 'd/', 'a.txt', 'd/b.txt'])
    expect(files.map(({ path }) => path)).toEqual(['d/c.md', 'd/b.txt', 'a.txt'])
    expect(summary).toEqual({ files: 3, reports: 2, errors: 1, warnings: 0, infos: 0, hints: 0 })
  })

  test('- is standard input, and has a name', async () => {
    const input = { '-': SLIP, 'a.txt': SOUND }
    expect((await json(fakeHost(input), ['a.txt', '-'])).files.map(({ path }) => path)).toEqual(['a.txt', '<stdin>'])
    expect((await json(fakeHost(input), ['-'], { stdinName: 'draft.md' })).files[0]).toMatchObject({ path: 'draft.md' })
  })

  test.each([
    ['UTF-8', utf8(SLIP)],
    ['UTF-8 with a byte order mark', utf8(`\uFEFF${SLIP}`)],
    ['UTF-16, little end first', utf16(SLIP, true)],
    ['UTF-16, big end first', utf16(SLIP, false)],
    ['GB18030', gb18030(SLIP)],
  ])('%s is read', async (_, bytes) => {
    const expected = await json(fakeHost({ 'a.txt': SLIP }), ['a.txt'])
    expect(await json(fakeHost({ 'a.txt': bytes }), ['a.txt'])).toEqual(expected)
  })
})

describe('json', () => {
  test('has the shape of the contract', async () => {
    const { text, cells } = planted({ figures: { 'requests/total/person': 99 } })
    const host = fakeHost({ 'a.txt': text, 'b.txt': TITLE, 'c.txt': NOTICE })
    const { tool, files } = await json(host, ['a.txt', 'b.txt', 'c.txt'])
    expect(tool).toEqual({ name: 'nianbao', version: '1.2.3' })
    const before = text.slice(0, cells.get('requests/total/person')?.start).split('\n')
    const start = { line: before.length - 1, character: before.at(-1)?.length }
    expect(files).toMatchObject([
      {
        path: 'a.txt',
        isReport: true,
        organ: '青禾县人民政府',
        year: 2023,
        edition: '2021',
        findings: [{ rule: 'arithmetic/cell', severity: 'error', address: 'requests/total/person', range: { start } }],
        suppressed: 0,
      },
      { findings: [{ rule: 'section/title', severity: 'warning', related: [], fixes: [{ safe: true }] }] },
      { path: 'c.txt', isReport: false, organ: null, year: null, edition: null, findings: [] },
    ])
    expect(files[1]?.findings[0]).not.toHaveProperty('address')
  })

  test('is one document, ended by a line break, the same every time', async () => {
    const output = async () => {
      const host = fakeHost({ 'a.txt': SLIP, 'b.txt': TITLE })
      await run(host, ['a.txt', 'b.txt'], { format: 'json' })
      return host.printed()
    }
    expect(await output()).toMatch(/^\{\n[\s\S]*\n\}\n$/)
    expect(await output()).toBe(await output())
  })

  test('goes to a file when asked', async () => {
    const host = fakeHost({ 'a.txt': SLIP })
    expect(await run(host, ['a.txt'], { format: 'json', output: 'out/report.json' })).toBe(1)
    expect(host.printed()).toBe('')
    expect(checkOutput.parse(JSON.parse(host.written.get('out/report.json') ?? '')).summary.errors).toBe(1)
  })
})

describe('pretty', () => {
  test('a line for each finding, with its place counted from one, and a summary', async () => {
    const host = fakeHost({ 'a.txt': TITLE, 'b.txt': SOUND, 'c.txt': NOTICE })
    await run(host, ['a.txt', 'b.txt', 'c.txt'])
    const line = TITLE.slice(0, TITLE.indexOf('二、主动')).split('\n').length
    expect(host.printed()).toBe(
      [
        'a.txt',
        `  ${`${line}:1`.padEnd(8)} 警告  标题“二、主动公开信息情况”与规定的“二、主动公开政府信息情况”不一致。  section/title`,
        'c.txt',
        '  不是年报',
        '',
        '共 3 个文件，2 份年报：错误 0，警告 1，提示 0',
        '',
      ].join('\n'),
    )
  })

  test('has colours on a terminal alone', async () => {
    const colored = fakeHost({ 'a.txt': SLIP }, { colors: true })
    await run(colored, ['a.txt'])
    expect(colored.printed()).toContain('\u001b[')
    const written = fakeHost({ 'a.txt': SLIP }, { colors: true })
    await run(written, ['a.txt'], { output: 'out.txt' })
    expect(written.written.get('out.txt')).not.toContain('\u001b[')
  })

  test('speaks English', async () => {
    const host = fakeHost({ 'a.txt': SLIP })
    await run(host, ['a.txt'], { language: 'en' })
    expect(host.printed()).toMatch(
      / error {2}.* should be .*\n\n1 files, 1 reports: 1 errors, 0 warnings, 0 remarks\n$/,
    )
  })
})
