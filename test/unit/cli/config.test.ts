import { describe, expect, test } from 'vitest'
import { check } from '../../../server/src/cli/check.ts'
import type { CheckOptions } from '../../../server/src/cli/check-options.ts'
import { planted } from '../rules/planted.ts'
import { checkOutput } from './contract.ts'
import { type FakeHost, fakeHost } from './fake-host.ts'

const OPTIONS: CheckOptions = { format: 'pretty', failOn: 'error', stdinName: '<stdin>' }
const CONFIG = 'nianbao.config.json'

const SOUND = planted().text
const SLIP = planted({ figures: { 'requests/total/person': 99 } }).text
const TITLE = SOUND.replace('二、主动公开政府信息情况', '二、主动公开信息情况')
const OFF = JSON.stringify({ rules: { 'arithmetic/cell': 'off' } })

const run = (host: FakeHost, paths: readonly string[], options: Partial<CheckOptions> = {}) =>
  check(host, paths, { ...OPTIONS, ...options })

/** The findings of each file, as `path: rule severity …`. */
async function found(host: FakeHost, paths: readonly string[], options: Partial<CheckOptions> = {}) {
  const status = await run(host, paths, { ...options, format: 'json' })
  const { files } = checkOutput.parse(JSON.parse(host.printed()))
  const said = files.map(({ path, findings }) =>
    [path, ...findings.map(({ rule, severity }) => `${rule} ${severity}`)].join(' '),
  )
  return { status, files: said, suppressed: files.map(({ suppressed }) => suppressed), errors: host.errors }
}

describe('which configuration', () => {
  const files = {
    [CONFIG]: JSON.stringify({ rules: { 'arithmetic/cell': 'warning' } }),
    [`north/${CONFIG}`]: OFF,
    'a.txt': SLIP,
    'north/b.txt': SLIP,
    'south/c.txt': SLIP,
  }
  const all = ['a.txt', 'north/b.txt', 'south/c.txt']

  test('the nearest one of each file', async () => {
    expect(await found(fakeHost(files), all)).toMatchObject({
      status: 0,
      files: ['a.txt arithmetic/cell warning', 'north/b.txt', 'south/c.txt arithmetic/cell warning'],
    })
  })

  test('that of the working folder for standard input, or of the name it goes by', async () => {
    const host = () => fakeHost({ ...files, '-': SLIP })
    expect((await found(host(), ['-'])).files).toEqual(['<stdin> arithmetic/cell warning'])
    expect((await found(host(), ['-'], { stdinName: 'north/new.md' })).files).toEqual(['north/new.md'])
  })

  test('the one that is named, for all; its paths are as seen from the working folder', async () => {
    const shared = JSON.stringify({ overrides: [{ files: 'south', rules: { 'arithmetic/cell': 'hint' } }] })
    const host = fakeHost({ ...files, 'shared/strict.json': shared })
    expect((await found(host, all, { config: 'shared/strict.json' })).files).toEqual([
      'a.txt arithmetic/cell error',
      'north/b.txt arithmetic/cell error',
      'south/c.txt arithmetic/cell hint',
    ])
  })

  test('none, when none is wanted', async () => {
    expect(await found(fakeHost(files), all, { config: false })).toMatchObject({
      status: 1,
      files: all.map((path) => `${path} arithmetic/cell error`),
    })
  })

  test('one that is named and not there is not passed over', async () => {
    const host = fakeHost({ 'a.txt': SOUND, 'none.json': new Error('ENOENT') })
    expect(await run(host, ['a.txt'], { config: 'none.json' })).toBe(2)
    expect([host.errors, host.printed()]).toEqual([['读不了 none.json：ENOENT'], ''])
  })
})

describe('a configuration that is not right', () => {
  const wrong =
    '{\n  "rules": {\n    "arithmetic/cel": "off",\n    "section/title": "loud", "arithmetic/cell": "info" }\n}\n'
  const said = [
    `${CONFIG}:3:5: 没有“arithmetic/cel”这条规则。是不是“arithmetic/cell”？`,
    `${CONFIG}:4:22: “section/title”的值不对，应为其中之一：off | error | warning | info | hint。`,
  ]

  test('is said once, what is right of it is heard, and the status is 2', async () => {
    const host = fakeHost({ [CONFIG]: wrong, 'a.txt': SLIP, 'b.txt': SOUND })
    expect(await found(host, ['a.txt', 'b.txt'])).toEqual({
      status: 2,
      files: ['a.txt arithmetic/cell info', 'b.txt'],
      suppressed: [0, 0],
      errors: said,
    })
  })

  test('does not matter where it does not apply', async () => {
    const host = fakeHost({ [`old/${CONFIG}`]: wrong, 'a.txt': SOUND })
    expect(await run(host, ['a.txt'])).toBe(0)
    expect(host.errors).toEqual([])
  })

  test('has nothing fixed', async () => {
    const host = fakeHost({ [CONFIG]: '{ "rules": { "section/title": "off"', 'a.txt': TITLE, '-': TITLE })
    expect(await run(host, ['a.txt'], { fix: true })).toBe(2)
    expect([...host.written, ...host.rewritten]).toEqual([])
    expect(await run(host, ['-'], { fix: true })).toBe(2)
    expect(host.printed().endsWith(TITLE)).toBe(true)
  })

  test('cannot be read', async () => {
    const host = fakeHost({ [CONFIG]: new Error('EACCES'), 'a.txt': SOUND })
    expect(await run(host, ['a.txt'])).toBe(2)
    expect(host.errors).toEqual([`${CONFIG}:1:1: 读不了这个配置文件：EACCES`])
  })
})

describe('excluded files', () => {
  const config = JSON.stringify({ exclude: ['old', '*.html'] })
  const files = {
    [CONFIG]: config,
    'd/a.txt': SOUND,
    'd/old/b.txt': SLIP,
    'd/b.txt': SLIP,
    'd/c.html': SLIP,
    'old/e.txt': SLIP,
  }

  test('are left out', async () => {
    expect(await found(fakeHost(files), ['d/'])).toMatchObject({
      status: 1,
      files: ['d/a.txt', 'd/b.txt arithmetic/cell error'],
    })
    expect(await found(fakeHost(files), ['d/a.txt', 'old/'])).toMatchObject({ status: 0, files: ['d/a.txt'] })
  })

  test('are named when nothing else was asked for', async () => {
    expect((await found(fakeHost(files), ['d/'])).errors).toEqual([])
    expect((await found(fakeHost(files), ['d/c.html', 'old/'])).errors).toEqual([
      '已被配置或 .nianbaoignore 排除，没有审校：d/c.html',
      '已被配置或 .nianbaoignore 排除，没有审校：old/',
    ])
  })

  test('on standard input are none', async () => {
    const host = fakeHost({ ...files, '-': SLIP })
    expect(await run(host, ['-'], { stdinName: 'old/new.txt' })).toBe(0)
    expect(host.printed()).toContain('不是年报')
  })
})

describe('what is ignored', () => {
  const ignore = [{ files: 'a.txt', rule: 'arithmetic/cell', address: 'requests/total/person' }]
  const comment = TITLE.replace('二、主动', '<!-- nianbao-disable-next-line section/title -->\n二、主动')

  test('is counted', async () => {
    const host = fakeHost({ [CONFIG]: JSON.stringify({ ignore }), 'a.txt': SLIP, 'b.md': comment, 'c.txt': SOUND })
    expect(await found(host, ['a.txt', 'b.md', 'c.txt'])).toEqual({
      status: 0,
      files: ['a.txt', 'b.md', 'c.txt'],
      suppressed: [1, 1, 0],
      errors: [],
    })
  })

  test('is summed up', async () => {
    const host = fakeHost({ [CONFIG]: JSON.stringify({ ignore }), 'a.txt': SLIP, 'b.md': comment })
    await run(host, ['a.txt', 'b.md'])
    expect(host.printed()).toBe('\n共 2 个文件，2 份年报：错误 0，警告 0，提示 0；另有 2 处已忽略\n')
  })

  test('is not fixed', async () => {
    const host = fakeHost({ 'b.md': comment })
    expect(await run(host, ['b.md'], { fix: true, failOn: 'hint' })).toBe(0)
    expect([...host.rewritten]).toEqual([])
  })

  test('nor is what a rule says that is off', async () => {
    const host = fakeHost({ [CONFIG]: '{ "rules": { "section/title": "off" } }', 'b.md': TITLE })
    expect(await run(host, ['b.md'], { fix: true, failOn: 'hint' })).toBe(0)
    expect([...host.rewritten]).toEqual([])
  })
})

describe('the language', () => {
  const english = JSON.stringify({ language: 'en' })

  test('is that of the configuration of the working folder', async () => {
    const host = fakeHost({ [CONFIG]: english, 'north/a.txt': SLIP })
    await run(host, ['north/a.txt'])
    expect(host.printed()).toContain('1 files, 1 reports: 1 errors')
  })

  test('unless another is asked for', async () => {
    const host = fakeHost({ [CONFIG]: english, 'a.txt': SLIP })
    await run(host, ['a.txt'], { language: 'zh-CN' })
    expect(host.printed()).toContain('共 1 个文件')
  })
})
