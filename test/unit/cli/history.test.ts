import { createRequire } from 'node:module'
import { Ajv } from 'ajv'
import { describe, expect, test } from 'vitest'
import { check } from '../../../server/src/cli/check.ts'
import type { CheckOptions } from '../../../server/src/cli/check-options.ts'
import { openReviewer } from '../../../server/src/cli/file-reviewer.ts'
import { OUTPUT_NAMES } from '../../../server/src/cli/outputs/output.ts'
import { twoYears } from '../rules/years.ts'
import { checkOutput } from './contract.ts'
import { type FakeHost, fakeHost } from './fake-host.ts'

const OPTIONS: CheckOptions = { format: 'json', failOn: 'error', stdinName: '<stdin>', language: 'zh-CN' }

const { last, now } = twoYears({ now: { 'proactive/normativeDocuments/inForce': 900 } })
const FILES = { 'd/2023/a.txt': now, 'd/2022/a.txt': last }

/** What is found against last year's report, as `path rule → path`. */
async function compared(host: FakeHost, paths: readonly string[] = ['d/'], options: Partial<CheckOptions> = {}) {
  await check(host, paths, { ...OPTIONS, ...options })
  const { files } = checkOutput.parse(JSON.parse(host.printed()))
  return files.flatMap(({ path, findings }) =>
    findings
      .filter(({ rule }) => rule.startsWith('history/') && rule !== 'history/similar')
      .map(({ rule, related }) => `${path} ${rule} → ${related.find((one) => one.path)?.path}`),
  )
}
const FOUND = ['d/2023/a.txt history/balance → d/2022/a.txt']

describe('a report is compared with last year’s', () => {
  test('where both are among the files, whatever their order', async () => {
    expect(await compared(fakeHost(FILES))).toEqual(FOUND)
    expect(await compared(fakeHost(FILES), ['d/2022/a.txt', 'd/2023/a.txt'])).toEqual(FOUND)
    expect(await compared(fakeHost(FILES), ['d/2023/a.txt'])).toEqual([])
  })

  test('that is at the place the finding names', async () => {
    const host = fakeHost(FILES)
    await check(host, ['d/'], OPTIONS)
    const finding = checkOutput
      .parse(JSON.parse(host.printed()))
      .files[0]?.findings.find(({ rule }) => rule === 'history/balance')
    const { start, end } = finding?.related.find(({ path }) => path)?.range ?? {
      start: { line: 0, character: 0 },
      end: { line: 0, character: 0 },
    }
    const figure = last.split('\n')[start.line]?.slice(start.character, end.character)
    expect(finding?.related[0]?.message).toBe(`2022 年“行政规范性文件·现行有效件数”：${figure}`)
  })

  test('but not with one that is excluded', async () => {
    expect(await compared(fakeHost({ ...FILES, '.nianbaoignore': '2022/\n' }))).toEqual([])
    expect(await compared(fakeHost({ ...FILES, 'nianbao.config.json': '{ "exclude": ["2022"] }' }))).toEqual([])
  })

  test('nor with one that cannot be read, which is named once', async () => {
    const host = fakeHost({ ...FILES, 'd/2022/a.txt': new Error('EIO') })
    expect(await compared(host)).toEqual([])
    expect(host.errors).toEqual(['读不了 d/2022/a.txt：EIO'])
  })

  test('on standard input', async () => {
    const host = fakeHost({ '-': now, 'd/2022/a.txt': last })
    expect(await compared(host, ['-', 'd/'], { stdinName: 'new.txt' })).toEqual([
      'new.txt history/balance → d/2022/a.txt',
    ])
  })

  test('while both are mended', async () => {
    const untidy = {
      'd/2022/a.txt': last.replace('二、主动公开政府信息情况', '二、主动公开信息情况'),
      'd/2023/a.txt': now,
    }
    const host = fakeHost(untidy)
    expect(await compared(host, ['d/'], { fix: true, jobs: 4 })).toEqual(FOUND)
    expect([...host.rewritten.keys()]).toEqual(['d/2022/a.txt'])
  })
})

test('a configuration that is wrong is said once', async () => {
  const host = fakeHost({ ...FILES, 'nianbao.config.json': '{ "rules": { "no/rule": "off" } }' })
  await check(host, ['d/'], OPTIONS)
  expect(host.errors).toHaveLength(1)
})

test.each(OUTPUT_NAMES)('%s names the other file', async (format) => {
  const host = fakeHost(FILES)
  await check(host, ['d/2023/a.txt', 'd/2022/a.txt'], { ...OPTIONS, format })
  // The other file has nothing to say of itself that would name it.
  const printed = host.printed()
  expect(printed).toContain('d/2022/a.txt')
  if (format === 'sarif') {
    const ajv = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false })
    const isValid = ajv.compile(createRequire(import.meta.url)('schemastore/schemas/json/sarif-2.1.0.json'))
    expect(isValid(JSON.parse(printed)), JSON.stringify(isValid.errors)).toBe(true)
  }
  if (format === 'pretty') expect(printed).toMatch(/^ +→ d\/2022\/a\.txt:\d+:\d+ 2022 年“行政规范性文件·现行有效件数”/m)
})

/** A year's file of each of many organs; every third one does not take over what the year before handed on. */
function county(organs: number): { files: Record<string, string>; planted: string[] } {
  const files: Record<string, string> = {}
  const planted: string[] = []
  for (let index = 0; index < organs; index++) {
    const organ = `青禾县${'甲乙丙丁戊己庚辛壬癸'[index % 10]}${'子丑寅卯辰巳午未申酉'[Math.floor(index / 10)]}局`
    const isWrong = index % 3 === 0
    const years = twoYears({ seed: index, surplus: isWrong ? 70 + index : 0 })
    const name = String(index).padStart(3, '0')
    for (const [year, text] of [
      ['2022', years.last],
      ['2023', years.now],
    ] as const)
      files[`d/${year}/${name}.txt`] = text.replaceAll('青禾县人民政府', organ)
    if (isWrong) planted.push(`d/2023/${name}.txt`)
  }
  return { files, planted }
}

test('many organs on several threads: each with its own, the same as on one', async () => {
  const { files, planted } = county(60)
  const one = fakeHost(files)
  await check(one, ['d/'], { ...OPTIONS, format: 'jsonl' })
  const many = fakeHost(files)
  const startThread: NonNullable<FakeHost['startThread']> = (options) => {
    const reviewer = openReviewer(many, options)
    const ready = async () => {
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 3))
      const made = await reviewer
      if (made === undefined) throw new Error('no reviewer')
      return made
    }
    return {
      review: async (path, past) => (await ready()).review(path, past),
      identify: async (path) => (await ready()).identify(path),
      end: () => {},
    }
  }
  await check({ ...many, startThread }, ['d/'], { ...OPTIONS, format: 'jsonl', jobs: 3 })
  expect(many.printed()).toBe(one.printed())
  const told = one
    .printed()
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
    .filter(({ findings }) => findings.some(({ rule }: { rule: string }) => rule === 'history/carried-over'))
    .map(({ path }) => path)
  expect(told).toEqual(planted)
})
