import { expect, test } from 'vitest'
import { check } from '../../../server/src/cli/check.ts'
import type { CheckOptions } from '../../../server/src/cli/check-options.ts'
import { planted } from '../rules/planted.ts'
import { checkOutput } from './contract.ts'
import { type FakeHost, fakeHost } from './fake-host.ts'

const OPTIONS: CheckOptions = { format: 'json', failOn: 'warning', stdinName: '<stdin>', language: 'zh-CN' }
const BASELINE = 'baseline.json'

const SLIP = planted({ figures: { 'requests/total/person': 99 } }).text
const TITLE = SLIP.replace('二、主动公开政府信息情况', '二、主动公开信息情况')

const run = (host: FakeHost, options: Partial<CheckOptions>) => check(host, ['a.txt'], { ...OPTIONS, ...options })

/** The baseline of a text. */
async function baselineOf(text: string): Promise<string> {
  const host = fakeHost({ 'a.txt': text })
  expect(await run(host, { writeBaseline: BASELINE })).toBe(0)
  return host.written.get(BASELINE) ?? ''
}

/** The rules of what is found under a baseline. */
async function found(text: string, baseline: string) {
  const host = fakeHost({ 'a.txt': text, [BASELINE]: baseline })
  const status = await run(host, { baseline: BASELINE })
  const [file] = checkOutput.parse(JSON.parse(host.printed())).files
  return { status, rules: file?.findings.map(({ rule }) => rule), suppressed: file?.suppressed, errors: host.errors }
}

test('what is known is not reported again', async () => {
  const known = await found(TITLE, await baselineOf(TITLE))
  expect(known).toEqual({ status: 0, rules: [], suppressed: 2, errors: [] })
})

test('what is new is', async () => {
  expect(await found(TITLE, await baselineOf(SLIP))).toMatchObject({
    status: 1,
    rules: ['section/title'],
    suppressed: 1,
  })
})

test('a figure that is wrong in another way is new', async () => {
  const other = planted({ figures: { 'requests/total/person': 98 } }).text
  expect((await found(other, await baselineOf(SLIP))).rules).toEqual(['arithmetic/cell'])
})

test('it outlives lines that are put in before', async () => {
  const heading = TITLE.indexOf('二、')
  const moved = `${TITLE.slice(0, heading)}\n\n\n${TITLE.slice(heading)}`
  expect((await found(moved, await baselineOf(TITLE))).rules).toEqual([])
})

test('what is in it and gone is said', async () => {
  expect((await found(SLIP, await baselineOf(TITLE))).errors).toEqual([
    '基线里有 1 处已不再出现；用 --write-baseline 可以重新生成。',
  ])
})

test('is the same whenever it is written', async () => {
  expect(await baselineOf(TITLE)).toBe(await baselineOf(TITLE))
  expect(await baselineOf(planted().text)).toBe('{\n  "version": 1,\n  "files": {}\n}\n')
})

test.each(['{', '[]', '{ "version": 2, "files": {} }'])('%s is none', async (text) => {
  const host = fakeHost({ 'a.txt': SLIP, [BASELINE]: text })
  expect(await run(host, { baseline: BASELINE })).toBe(2)
  expect(host.errors).toEqual([`${BASELINE} 不是基线文件。请用 --write-baseline 生成。`])
})

test('one that cannot be read or written is named', async () => {
  const host = fakeHost({ 'a.txt': SLIP, [BASELINE]: new Error('EIO') })
  expect(await run(host, { baseline: BASELINE })).toBe(2)
  expect(await run(host, { writeBaseline: 'out!' })).toBe(2)
  expect(host.errors).toEqual([`读不了 ${BASELINE}：EIO`, '写不了 out!：EACCES'])
})
