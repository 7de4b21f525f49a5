import { describe, expect, test } from 'vitest'
import { check } from '../../../server/src/cli/check.ts'
import type { CheckOptions } from '../../../server/src/cli/check-options.ts'
import { openReviewer } from '../../../server/src/cli/file-reviewer.ts'
import type { Host } from '../../../server/src/cli/host.ts'
import { planted } from '../rules/planted.ts'
import { fakeHost } from './fake-host.ts'

const OPTIONS: CheckOptions = { format: 'jsonl', failOn: 'error', stdinName: '<stdin>', language: 'zh-CN' }
const COUNT = 200
const DEADLY = 'd/070.txt'

const SLIP = planted({ figures: { 'requests/total/person': 99 } }).text
const files = Object.fromEntries(
  Array.from({ length: COUNT }, (_, index) => [`d/${String(index).padStart(3, '0')}.txt`, SLIP]),
)

/** A machine whose threads take their time, each file another, and die over one file. */
function machine(deadly?: string) {
  const host = fakeHost(files)
  let started = 0
  const startThread: Host['startThread'] = (options) => {
    started++
    const reviewer = openReviewer(host, options)
    return {
      review: async (path) => {
        await new Promise((resolve) => setTimeout(resolve, Number(path.slice(2, 5)) % 4))
        if (path === deadly) throw new Error('out of memory')
        const result = await (await reviewer)?.review(path)
        if (result === undefined) throw new Error('no reviewer')
        return result
      },
      identify: async (path) => {
        if (path === deadly) throw new Error('out of memory')
        return (await reviewer)?.identify(path)
      },
      end: () => {},
    }
  }
  return { host: { ...host, startThread }, printed: host.printed, errors: host.errors, started: () => started }
}

const paths = (printed: string) =>
  printed
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line).path)

describe('several threads', () => {
  test('write what one does, in the order of the paths', async () => {
    const many = machine()
    const one = fakeHost(files)
    expect(await check(many.host, ['d/'], { ...OPTIONS, jobs: 3 })).toBe(1)
    expect(await check(one, ['d/'], OPTIONS)).toBe(1)
    expect(many.started()).toBe(3)
    expect(many.printed()).toBe(one.printed())
    expect(paths(one.printed())).toEqual(Object.keys(files))
  })

  test('one that dies over a file: it is named, and the others are reviewed', async () => {
    const { host, printed, errors } = machine(DEADLY)
    expect(await check(host, ['d/'], { ...OPTIONS, jobs: 3 })).toBe(2)
    expect(paths(printed())).toEqual(Object.keys(files).filter((path) => path !== DEADLY))
    expect(errors).toEqual([`审校 ${DEADLY} 时出错，其他文件照常审校：Error: out of memory`])
  })

  test('are not started for a few files, or for one job', async () => {
    const { host, started } = machine()
    await check(host, ['d/001.txt', 'd/002.txt'], { ...OPTIONS, jobs: 3 })
    await check(host, ['d/'], { ...OPTIONS, jobs: 1 })
    expect(started()).toBe(0)
  })
})
