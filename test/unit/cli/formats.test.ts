import { describe, expect, test } from 'vitest'
import { check } from '../../../server/src/cli/check.ts'
import type { CheckOptions } from '../../../server/src/cli/check-options.ts'
import { parse } from '../../../server/src/cli/parse.ts'
import { drawFrom, soundFigures } from '../../generator/figures.ts'
import { writeReport } from '../../generator/report.ts'
import { marked } from '../../marked.ts'
import { catalogueWith, FORESTRY, formatIn, packText } from '../formats/made-kind.ts'
import { planted } from '../rules/planted.ts'
import { checkOutput } from './contract.ts'
import { type FakeHost, fakeHost } from './fake-host.ts'

const OPTIONS: CheckOptions = { format: 'json', failOn: 'error', stdinName: '<stdin>', language: 'zh-CN' }

const FORESTRY_PACK = packText(FORESTRY)
const LIMIT = (most: number) =>
  packText({ kind: 'disclosure', extends: '2021', sections: [{ id: 'overview', length: { most } }] })
const format = formatIn(catalogueWith(FORESTRY_PACK), 'forestry')
const OTHER = writeReport({ format, style: 'tabs', figures: soundFigures(format, drawFrom(2)) }).text
const RENAMED = OTHER.replace('二、采伐许可办理情况', '二、采伐许可情况')

async function checked(host: FakeHost, formats: readonly string[], options: Partial<CheckOptions> = {}) {
  const status = await check(host, ['a.txt', 'b.txt'], { ...OPTIONS, ...options, formats })
  const printed = host.printed()
  return { status, files: printed === '' ? [] : checkOutput.parse(JSON.parse(printed)).files }
}

const files = { 'a.txt': planted().text, 'b.txt': RENAMED, 'one.json': FORESTRY_PACK, 'two.json': LIMIT(30) }

describe('check --formats', () => {
  test('reviews by the formats of the files, besides the official ones', async () => {
    const { status, files: found } = await checked(fakeHost(files), ['one.json', 'two.json'])
    expect(status).toBe(0)
    expect(found.map(({ edition, findings }) => [edition, findings.map(({ rule }) => rule)])).toEqual([
      ['2021', ['content/length']],
      ['2020', ['section/title']],
    ])
  })

  test('a file may build on one before it', async () => {
    const more = packText({
      kind: 'forestry',
      extends: '2020',
      sections: [{ id: 'permits', accepted: ['二、采伐许可情况'] }],
    })
    const { files: found } = await checked(fakeHost({ ...files, 'more.json': more }), ['one.json', 'more.json'])
    expect(found.map(({ findings }) => findings)).toEqual([[], []])
  })

  test('fixes by them as well', async () => {
    const host = fakeHost(files)
    await checked(host, ['one.json'], { fix: true })
    expect(host.rewritten.has('a.txt')).toBe(false)
    expect(new TextDecoder().decode(host.rewritten.get('b.txt'))).toBe(OTHER)
  })

  test('a file with mistakes is no formats: each is said with its place, and nothing is reviewed', async () => {
    const { text: wrong, spans } = marked(
      '{\n  "formats": [\n    { "kind": "disclosure", "extends": "2021", ⟦"colour"⟧: 1, "years": { "from": ⟦"x"⟧ } }\n  ]\n}\n',
    )
    const [colour, from] = spans.map(({ start }) => start - wrong.indexOf('    {') + 1)
    const host = fakeHost({ ...files, 'wrong.json': wrong, 'torn.json': '{' })
    expect(await checked(host, ['wrong.json', 'torn.json', 'one.json'])).toEqual({ status: 2, files: [] })
    expect(host.errors).toEqual([
      `wrong.json:3:${colour}: formats[0].colour 没有“colour”这一项，请核对拼写。`,
      `wrong.json:3:${from}: formats[0].years.from 这里应为数。`,
      'torn.json:1:2: 缺少结尾的括号。',
    ])
  })

  test('a file that cannot be read is named', async () => {
    const host = fakeHost({ ...files, 'locked.json': new Error('EACCES') })
    expect((await checked(host, ['locked.json'], { language: 'en' })).status).toBe(2)
    expect(host.errors).toEqual([expect.stringContaining('locked.json: EACCES')])
  })
})

test('parse --formats reads by them', async () => {
  const host = fakeHost(files)
  expect(await parse(host, ['b.txt'], '<stdin>', 'zh-CN', ['one.json'])).toBe(0)
  const [file] = JSON.parse(host.printed()).files
  expect([file.edition, file.tables.map(({ id }: { id: string }) => id)]).toEqual([
    '2020',
    ['permits', 'cases', 'funds'],
  ])
  expect(await parse(fakeHost(files), ['b.txt'], '<stdin>', 'zh-CN', ['a.txt'])).toBe(2)
})

describe('formats that nobody has to name', () => {
  const NEAR = 'near.report-format.json'
  const reviewed = async (host: FakeHost, paths: string[], options: Partial<CheckOptions> = {}) => {
    const status = await check(host, paths, { ...OPTIONS, ...options })
    return { status, editions: checkOutput.parse(JSON.parse(host.printed())).files.map(({ edition }) => edition) }
  }

  test('those beside a file or above it count', async () => {
    const host = fakeHost({ 'deep/b.txt': OTHER, [NEAR]: FORESTRY_PACK })
    expect(await reviewed(host, ['deep/b.txt'])).toEqual({ status: 0, editions: ['2020'] })
    expect(await parse(host, ['deep/b.txt'], '<stdin>', 'zh-CN')).toBe(0)
  })

  test('and those that its configuration names', async () => {
    const config = JSON.stringify({ formats: ['packs/one.json'] })
    const host = fakeHost({ 'b.txt': OTHER, 'packs/one.json': FORESTRY_PACK, 'nianbao.config.json': config })
    expect(await reviewed(host, ['b.txt'])).toEqual({ status: 0, editions: ['2020'] })
  })

  test('but not where one configuration, or none, is to count for all', async () => {
    const host = fakeHost({ 'b.txt': OTHER, [NEAR]: FORESTRY_PACK })
    expect(await reviewed(host, ['b.txt'], { config: false })).toEqual({ status: 0, editions: [null] })
  })

  test('one that is wrong is said once; what is right of it counts, and the status is 2', async () => {
    const wrong = packText(FORESTRY, { kind: 'disclosure', extends: '1999' })
    const host = fakeHost({ 'b.txt': OTHER, 'c.txt': OTHER, [NEAR]: wrong })
    expect(await reviewed(host, ['b.txt', 'c.txt'])).toEqual({ status: 2, editions: ['2020', '2020'] })
    expect(host.errors).toEqual([expect.stringMatching(/^near\.report-format\.json:1:\d+: formats\[1\]\.extends /)])
  })

  test('one that is not there is said at its place in the configuration, and nothing is fixed', async () => {
    const config = '{\n  "formats": ["gone.json"]\n}'
    const host = fakeHost({ 'b.txt': RENAMED, [NEAR]: FORESTRY_PACK, 'nianbao.config.json': config })
    expect((await reviewed(host, ['b.txt'], { fix: true })).status).toBe(2)
    expect(host.errors).toEqual([expect.stringContaining('nianbao.config.json:2:15: 没有“gone.json”这个格式包')])
    expect(host.rewritten.size).toBe(0)
  })
})
