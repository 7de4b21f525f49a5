import { createRequire } from 'node:module'
import { Ajv } from 'ajv'
import { Parser } from 'htmlparser2'
import { describe, expect, test } from 'vitest'
import { check } from '../../../server/src/cli/check.ts'
import type { CheckOptions } from '../../../server/src/cli/check-options.ts'
import { planted } from '../rules/planted.ts'
import { checkOutput } from './contract.ts'
import { type FakeHost, fakeHost } from './fake-host.ts'

const OPTIONS: CheckOptions = { format: 'pretty', failOn: 'error', stdinName: '<stdin>', language: 'zh-CN' }

const { text: SLIP, cells } = planted({ figures: { 'requests/total/person': 99 } })
const SOUND = planted().text
const TITLE = SOUND.replace('二、主动公开政府信息情况', '二、主动公开信息情况')
const NOTICE = '各乡镇：会议于3月12日举行。\n'
const FILES = { '乡 镇/a,1.txt': SLIP, 'b.txt': TITLE, 'c.txt': SOUND, 'd.txt': NOTICE, 'e.txt': new Error('EIO') }

async function written(format: CheckOptions['format'], files: Parameters<typeof fakeHost>[0] = FILES) {
  const host: FakeHost = fakeHost(files)
  await check(host, Object.keys(files), { ...OPTIONS, format })
  return host.printed()
}

const slipLine = SLIP.slice(0, cells.get('requests/total/person')?.start).split('\n').length

test('json is the same document whatever the files, and with none', async () => {
  expect(checkOutput.parse(JSON.parse(await written('json'))).files).toHaveLength(4)
  expect(checkOutput.parse(JSON.parse(await written('json', { 'e.txt': new Error('EIO') }))).files).toEqual([])
})

test('jsonl has a line a file, as json has them', async () => {
  const lines = (await written('jsonl')).trimEnd().split('\n')
  expect(lines.map((line) => JSON.parse(line))).toEqual(JSON.parse(await written('json')).files)
})

test('github has a command a finding, its file and message escaped', async () => {
  const lines = (await written('github')).trimEnd().split('\n')
  expect(lines).toHaveLength(2)
  expect(lines[0]).toMatch(
    new RegExp(`^::error file=乡 镇/a%2C1\\.txt,line=${slipLine},endLine=${slipLine},col=\\d+,endColumn=\\d+,`),
  )
  expect(lines[0]).toMatch(/title=arithmetic\/cell::.*99/)
  expect(lines[1]).toMatch(/^::warning file=b\.txt,.*title=section\/title::/)
})

describe('sarif', () => {
  // The published schema has one pattern that is none in Unicode mode.
  const ajv = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false })
  const isValid = ajv.compile(createRequire(import.meta.url)('schemastore/schemas/json/sarif-2.1.0.json'))

  test.each([
    ['several files', FILES],
    ['none', {}],
    ['a clean one alone', { 'c.txt': SOUND }],
  ])('is valid by the schema: %s', async (_, files) => {
    isValid(JSON.parse(await written('sarif', files)))
    expect(isValid.errors ?? []).toEqual([])
  })

  test('says where, what, and how it is mended', async () => {
    const [run] = JSON.parse(await written('sarif')).runs
    expect(run.results).toHaveLength(2)
    const [slip] = run.results
    expect(slip).toMatchObject({ ruleId: 'arithmetic/cell', level: 'error' })
    expect(run.tool.driver.rules[slip.ruleIndex].id).toBe('arithmetic/cell')
    const [{ physicalLocation, logicalLocations }] = slip.locations
    expect(physicalLocation.artifactLocation.uri).toBe('%E4%B9%A1%20%E9%95%87/a%2C1.txt')
    expect(physicalLocation.region.startLine).toBe(slipLine)
    expect(logicalLocations).toEqual([{ fullyQualifiedName: 'requests/total/person' }])
    expect(slip.fixes[0].artifactChanges[0].replacements[0].deletedRegion).toEqual(physicalLocation.region)
  })

  test('says what could not be read', async () => {
    const [run] = JSON.parse(await written('sarif')).runs
    expect(run.invocations).toEqual([
      {
        executionSuccessful: false,
        toolExecutionNotifications: [{ level: 'error', message: { text: '读不了 e.txt：EIO' } }],
      },
    ])
  })

  test('knows a finding again after lines were put before it', async () => {
    const print = async (text: string) =>
      JSON.parse(await written('sarif', { 'a.txt': text })).runs[0].results.map(
        ({ partialFingerprints }: { partialFingerprints: object }) => partialFingerprints,
      )
    const heading = SLIP.indexOf('三、')
    expect(await print(`${SLIP.slice(0, heading)}\n\n${SLIP.slice(heading)}`)).toEqual(await print(SLIP))
    expect(await print(planted({ figures: { 'requests/total/person': 98 } }).text)).not.toEqual(await print(SLIP))
  })
})

describe('junit', () => {
  /** The elements of an XML document, as `name attribute=value …`. */
  async function elements(files?: Parameters<typeof fakeHost>[0]) {
    const found: { name: string; attributes: Record<string, string> }[] = []
    const parser = new Parser({ onopentag: (name, attributes) => found.push({ name, attributes }) }, { xmlMode: true })
    parser.end(await written('junit', files))
    return found
  }

  test('has a suite a file; what makes the run fail is a failure', async () => {
    const found = await elements()
    const suites = found.filter(({ name }) => name === 'testsuite').map(({ attributes }) => attributes)
    expect(suites).toMatchObject([
      { name: '乡 镇/a,1.txt', tests: '1', failures: '1', errors: '0', skipped: '0' },
      { name: 'b.txt', tests: '1', failures: '0', errors: '0', skipped: '0' },
      { name: 'c.txt', tests: '1', failures: '0', errors: '0', skipped: '0' },
      { name: 'd.txt', tests: '1', failures: '0', errors: '0', skipped: '1' },
      { name: 'nianbao', tests: '1', failures: '0', errors: '1', skipped: '0' },
    ])
    expect(found.find(({ name }) => name === 'failure')?.attributes.message).toContain('99')
    expect(found.find(({ name }) => name === 'error')?.attributes.message).toBe('读不了 e.txt：EIO')
  })

  test('holds what XML cannot hold', async () => {
    const heading = '二、主动<公开>"政府"&信息\u0001情况'
    const text = SOUND.replace('二、主动公开政府信息情况', heading)
    const printed = await written('junit', { 'a"<&.txt': text })
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that there is none is what is asked
    expect(printed).not.toMatch(/\u0001/)
    const [suite] = (await elements({ 'a"<&.txt': text })).filter(({ name }) => name === 'testsuite')
    expect(suite?.attributes.name).toBe('a"<&.txt')
  })
})

describe('html', () => {
  test('is one page with a summary, every report, and its tables with the cells that are meant', async () => {
    const page = await written('html')
    expect(page).toContain('共 4 个文件，3 份年报：错误 1，警告 1，提示 0')
    expect(page).toContain('读不了 e.txt：EIO')
    expect(page.match(/<section id=/g)).toHaveLength(2)
    expect(page).toMatch(/<td class="error" title="[^"]*99[^"]*"><mark>99<\/mark> <ins>\d+<\/ins><\/td>/)
    expect(page.match(/<mark>/g)).toHaveLength(1)
    expect(page).not.toMatch(/<script|https?:|<link|<img/)
  })

  test('leads from the list to each report', async () => {
    const page = await written('html')
    const targets = [...page.matchAll(/<a href="#([^"]+)"/g)].map(([, anchor]) => anchor)
    expect(targets).toHaveLength(2)
    for (const target of targets) expect(page).toContain(`<section id="${target}">`)
  })

  test('is the same in English', async () => {
    const host = fakeHost(FILES)
    await check(host, Object.keys(FILES), { ...OPTIONS, format: 'html', language: 'en' })
    expect(host.printed()).toContain('<html lang="en">')
    expect(host.printed()).toContain('4 files, 3 reports: 1 errors, 1 warnings, 0 remarks')
  })
})

test('what an earlier run wrote is not reviewed', async () => {
  const host = fakeHost({ 'd/a.txt': SOUND, 'd/o.html': SLIP })
  await check(host, ['d/'], { ...OPTIONS, format: 'jsonl', output: 'd/o.html' })
  expect(host.written.get('d/o.html')?.trimEnd().split('\n')).toHaveLength(1)
})
