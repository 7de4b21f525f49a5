import { applyPatch } from 'diff'
import { describe, expect, test } from 'vitest'
import { check } from '../../../server/src/cli/check.ts'
import type { CheckOptions } from '../../../server/src/cli/check-options.ts'
import { fixAll } from '../../../server/src/review/fix-all.ts'
import { review } from '../../../server/src/review/review.ts'
import { planted } from '../rules/planted.ts'
import { checkOutput } from './contract.ts'
import { gb18030, utf8, utf16 } from './encode.ts'
import { type FakeHost, fakeHost } from './fake-host.ts'

const OPTIONS: CheckOptions = { format: 'pretty', failOn: 'error', stdinName: '<stdin>', language: 'zh-CN' }
const FIX = { fix: true } as const
const DRY_RUN = { fixDryRun: true } as const

const WRONG = { figures: { 'requests/total/person': 99 } }
const SOUND = planted().text
const SLIP = planted(WRONG).text
const spoiled = (text: string) =>
  text.replace('主动公开政府信息情况', '主动公开信息情况').replace('其他需要报告的事项', '其他报告事项')
const TITLES = spoiled(SOUND)
const SLIP_AND_TITLES = spoiled(SLIP)
const NOTICE = '各乡镇：会议于3月12日举行。\n'

const run = (host: FakeHost, paths: readonly string[], options: Partial<CheckOptions> = {}) =>
  check(host, paths, { ...OPTIONS, ...options })

describe('--fix', () => {
  test('writes the files with something to fix, and reports what is left', async () => {
    const host = fakeHost({ 'a.txt': SLIP_AND_TITLES, 'b.txt': TITLES, 'c.txt': SOUND, 'd.txt': NOTICE })
    expect(await run(host, ['a.txt', 'b.txt', 'c.txt', 'd.txt'], FIX)).toBe(1)
    expect([...host.rewritten.keys()]).toEqual(['a.txt', 'b.txt'])
    expect(host.rewritten.get('a.txt')).toEqual(utf8(SLIP))
    expect(host.rewritten.get('b.txt')).toEqual(utf8(SOUND))
    expect(host.errors).toEqual([])
    const left = host.printed().split('\n')
    expect(left.filter((line) => !line.includes('arithmetic/cell'))).toEqual([
      'a.txt',
      '  已改好 2 处',
      'b.txt',
      '  已改好 2 处',
      'd.txt',
      '  不是年报',
      '',
      '共 4 个文件，3 份年报：错误 1，警告 0，提示 0',
      '',
    ])
  })

  test('a second time writes nothing', async () => {
    const host = fakeHost({ 'a.txt': SLIP })
    await run(host, ['a.txt'], FIX)
    expect(host.rewritten.size).toBe(0)
  })

  test.each([
    ['what could be fixed', TITLES, 0],
    ['a figure', SLIP, 1],
  ])('the exit status is that of what is left: %s', async (_, text, status) => {
    expect(await run(fakeHost({ 'a.txt': text }), ['a.txt'], { ...FIX, failOn: 'error' })).toBe(status)
    expect(await run(fakeHost({ 'a.txt': text }), ['a.txt'], { ...FIX, failOn: 'hint' })).toBe(status)
  })

  test.each([
    ['UTF-8', utf8],
    ['UTF-8 with a byte order mark', (text: string) => utf8(`\uFEFF${text}`)],
    ['UTF-16, little end first', (text: string) => utf16(text, true)],
    ['UTF-16, big end first', (text: string) => utf16(text, false)],
    ['GB18030', gb18030],
  ])('%s and the line ends stay', async (_, encode) => {
    for (const newline of ['\n', '\r\n', '\r']) {
      const [before, after] = [TITLES, SOUND].map((text) => encode(text.replaceAll('\n', newline))) as [
        Uint8Array,
        Uint8Array,
      ]
      const host = fakeHost({ 'a.txt': before })
      expect(await run(host, ['a.txt'], { ...FIX, failOn: 'hint' })).toBe(0)
      expect(host.rewritten.get('a.txt')).toEqual(after)
    }
  })

  test('a file that cannot be written back as it was is left alone and said, and its findings stay', async () => {
    const host = fakeHost({ 'a.txt': Uint8Array.of(...gb18030(TITLES), 0xff), 'b.txt': TITLES })
    expect(await run(host, ['a.txt', 'b.txt'], { ...FIX, format: 'json' })).toBe(2)
    expect([...host.rewritten.keys()]).toEqual(['b.txt'])
    expect(host.errors).toEqual(['写不了 a.txt：文件里有无法原样写回的字节，没有改动'])
    const { files } = checkOutput.parse(JSON.parse(host.printed()))
    expect(files.map(({ fixed, findings }) => [fixed, findings.length])).toEqual([
      [0, 2],
      [2, 0],
    ])
  })

  test('a file that cannot be written is named, the others are fixed', async () => {
    const host = fakeHost({ 'a.txt!': TITLES, 'b.txt': TITLES })
    expect(await run(host, ['a.txt!', 'b.txt'], FIX)).toBe(2)
    expect(host.errors).toEqual(['写不了 a.txt!：EACCES'])
    expect(host.rewritten.get('b.txt')).toEqual(utf8(SOUND))
  })

  test('JSON says how many were fixed in each file, and only when asked to fix', async () => {
    const host = fakeHost({ 'a.txt': SLIP_AND_TITLES, 'b.txt': NOTICE })
    await run(host, ['a.txt', 'b.txt'], { ...FIX, format: 'json' })
    const { files, summary } = checkOutput.parse(JSON.parse(host.printed()))
    expect(files.map(({ fixed }) => fixed)).toEqual([2, 0])
    expect(files[0]?.findings.map(({ rule }) => rule)).toEqual(['arithmetic/cell'])
    expect(summary).toMatchObject({ errors: 1, warnings: 0 })
    const plain = fakeHost({ 'a.txt': TITLES })
    await run(plain, ['a.txt'], { format: 'json' })
    expect(checkOutput.parse(JSON.parse(plain.printed())).files[0]).not.toHaveProperty('fixed')
    expect(plain.rewritten.size).toBe(0)
  })
})

describe('--fix with standard input', () => {
  test('prints the fixed text, in its encoding, and the report on standard error', async () => {
    for (const encode of [utf8, gb18030, (text: string) => utf16(text, true)]) {
      const host = fakeHost({ '-': encode(SLIP_AND_TITLES) })
      expect(await run(host, ['-'], { ...FIX, stdinName: '新稿.txt' })).toBe(1)
      expect(host.printedBytes()).toEqual(encode(SLIP))
      expect(host.errors).toHaveLength(1)
      expect(host.errors[0]).toMatch(/^新稿\.txt\n {2}已改好 2 处\n.*arithmetic\/cell\n\n共 1 个文件.*$/)
    }
  })

  test.each([
    ['nothing to fix', utf8(SLIP), 1],
    ['no report', utf8(NOTICE), 0],
    ['nothing at all', new Uint8Array(), 0],
    ['bytes that cannot be written back', Uint8Array.of(...gb18030(TITLES), 0xff), 2],
  ])('a text with %s is printed as it came', async (_, bytes, status) => {
    const host = fakeHost({ '-': bytes })
    expect(await run(host, ['-'], FIX)).toBe(status)
    expect(host.printedBytes()).toEqual(bytes)
  })

  test('the report goes to the file that is named for it', async () => {
    const host = fakeHost({ '-': TITLES })
    await run(host, ['-'], { ...FIX, format: 'json', output: 'report.json' })
    expect(host.printed()).toBe(SOUND)
    expect(host.errors).toEqual([])
    expect(checkOutput.parse(JSON.parse(host.written.get('report.json') ?? '')).files[0]?.fixed).toBe(2)
  })
})

describe('--fix-dry-run', () => {
  test('prints a difference for each file that would change, and changes nothing', async () => {
    const host = fakeHost({ 'a.txt': TITLES, 'b.txt': SOUND, '新 稿.md': NOTICE, '-': TITLES })
    expect(await run(host, ['a.txt', 'b.txt', '新 稿.md', '-'], { ...DRY_RUN, stdinName: '新 稿.txt' })).toBe(0)
    expect(host.rewritten.size).toBe(0)
    const lines = host.printed().split('\n')
    expect(lines.filter((line) => /^(?:---|\+\+\+)/.test(line))).toEqual([
      '--- a.txt',
      '+++ a.txt',
      '--- 新 稿.txt\t',
      '+++ 新 稿.txt\t',
    ])
    expect(lines.filter((line) => /^[+-][^+-]/.test(line)).slice(0, 4)).toEqual([
      '-二、主动公开信息情况',
      '+二、主动公开政府信息情况',
      '-六、其他报告事项',
      '+六、其他需要报告的事项',
    ])
    expect(lines.filter((line) => line.startsWith('@@'))).toHaveLength(4)
    expect(host.errors).toHaveLength(1)
    expect(host.errors[0]).toContain('a.txt\n  可以改好 2 处\n')
  })

  test.each(['\n', '\r\n'])('the difference, applied, gives the fixed text: lines end with %j', async (newline) => {
    const [before, after] = [TITLES, SOUND].map((text) => text.trimEnd().replaceAll('\n', newline)) as [string, string]
    const host = fakeHost({ 'a.txt': before })
    await run(host, ['a.txt'], DRY_RUN)
    expect(applyPatch(before, host.printed(), { autoConvertLineEndings: false })).toBe(after)
  })

  test('its exit status and findings are those that --fix would leave', async () => {
    const host = fakeHost({ 'a.txt': SLIP_AND_TITLES })
    expect(await run(host, ['a.txt'], { ...DRY_RUN, format: 'json', output: 'left.json' })).toBe(1)
    const { files } = checkOutput.parse(JSON.parse(host.written.get('left.json') ?? ''))
    expect(files[0]?.findings.map(({ rule }) => rule)).toEqual(['arithmetic/cell'])
    expect(files[0]?.fixed).toBe(2)
    expect(host.printed()).toContain('+二、主动公开政府信息情况\n')
  })
})

test('the command line fixes what the engine fixes', async () => {
  const host = fakeHost({ 'a.txt': SLIP_AND_TITLES })
  await run(host, ['a.txt'], FIX)
  expect(host.rewritten.get('a.txt')).toEqual(utf8(fixAll(review(SLIP_AND_TITLES)).review.report.text))
})
