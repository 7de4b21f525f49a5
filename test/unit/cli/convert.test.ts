import { describe, expect, test } from 'vitest'
import { check } from '../../../server/src/cli/check.ts'
import { type ConvertOptions, convert } from '../../../server/src/cli/convert.ts'
import { parse } from '../../../server/src/cli/parse.ts'
import { readWord } from '../../../server/src/word/read/read-word.ts'
import { writeWord } from '../../../server/src/word/write/write-word.ts'
import { p, wordFile } from '../../word-file.ts'
import { planted } from '../rules/planted.ts'
import { gb18030 } from './encode.ts'
import { type FakeHost, fakeHost } from './fake-host.ts'

const run = async (host: FakeHost, path: string, options: Partial<ConvertOptions> = {}) => {
  const status = await convert(host, path, { stdinName: '<stdin>', language: 'zh-CN', ...options })
  return { status, output: host.printed(), errors: host.errors }
}

const { text } = planted({ year: 2023, layout: 'pipes' })
const SLIP = planted({ year: 2023, layout: 'pipes', figures: { 'requests/total/person': 99 } }).text
const TITLE = text.replace('二、主动公开政府信息情况', '二、主动公开信息情况')
const word = async (report: string) => (await writeWord(report, 'markdown'))?.bytes ?? new Uint8Array()

describe('convert', () => {
  test('a Word file to Markdown on standard output, or to a file', async () => {
    const bytes = await word(text)
    const { text: draft } = await readWord(bytes)
    expect(await run(fakeHost({ 'a.docx': bytes }), 'a.docx')).toEqual({ status: 0, output: draft, errors: [] })
    const host = fakeHost({ 'a.docx': bytes })
    expect(await run(host, 'a.docx', { output: 'made/a.md' })).toEqual({ status: 0, output: '', errors: [] })
    expect(host.written.get('made/a.md')).toBe(draft)
  })

  test('standard input, told by its bytes', async () => {
    expect(await run(fakeHost({ '-': await word(text) }), '-')).toMatchObject({ status: 0, errors: [] })
  })

  test('a page to Markdown, in the encoding of an office', async () => {
    const page = planted({ year: 2023, layout: 'html' }).text
    const { status, output } = await run(fakeHost({ 'a.html': gb18030(page) }), 'a.html')
    expect(status).toBe(0)
    expect(output).toMatch(/^# 青禾县人民政府2023年政府信息公开工作年度报告\n/)
    expect(output).not.toContain('<td')
  })

  test.each([
    ['Markdown', 'a.md', text],
    ['plain text', 'a.txt', planted({ year: 2023 }).text],
    ['a page', 'a.html', planted({ year: 2023, layout: 'html' }).text],
  ])('%s to a Word file', async (_, path, report) => {
    const host = fakeHost({ [path]: report })
    expect(await run(host, path, { output: 'a.docx' })).toEqual({ status: 0, output: '', errors: [] })
    const draft = await readWord(host.rewritten.get('a.docx') ?? new Uint8Array())
    const host2 = fakeHost({ [path]: report, 'b.md': draft.text })
    await check(host2, ['b.md'], { format: 'json', failOn: 'hint', stdinName: '' } as Parameters<typeof check>[2])
    expect(JSON.parse(host2.printed()).files[0].findings).toEqual([])
  })

  test('what is not in the text is named, with status 1 where it is in the original alone', async () => {
    const file = (parts: Parameters<typeof wordFile>[0]['parts'], body: string) =>
      wordFile({ body, ...(parts && { parts }) })
    const kept = fakeHost({ 'a.docx': file({ 'header1.xml': ['hdr', p('内部')] }, p('年报')) })
    expect(await run(kept, 'a.docx')).toMatchObject({ status: 0, errors: ['a.docx: 页眉“内部”记在文末的批注里'] })
    const left = fakeHost({ 'a.docx': file(undefined, `<w:p><w:ins w:id="1"><w:r><w:t>甲</w:t></w:r></w:ins></w:p>`) })
    expect(await run(left, 'a.docx')).toMatchObject({ status: 1, errors: ['a.docx: 有 1 处修订，按已接受的样子读入'] })
  })

  test.each([
    [
      'a text without a Word file to write',
      'a.md',
      undefined,
      'a.md 已经是文本：要写成 Word 文件，请用 -o 文件.docx。',
    ],
    ['the file that is read', 'a.docx', 'a.docx', '不能写回原文件 a.docx：原文件要留着对照，请另起一个名字。'],
    ['a text of another kind', 'b.md', 'b.docx', 'b.md 不是年报：没有政府信息公开工作年度报告的标题或统计表。'],
    ['what cannot be written', 'a.docx', 'x.md!', '写不了 x.md!'],
    ['an old kind of file', 'a.md', 'x.doc', '写不了 x.doc：Word 文件只能写成 .docx。'],
    ['a file that is damaged', 'c.docx', undefined, '读不了 c.docx：这个文件已损坏'],
    ['a file of Word 97', 'd.doc', undefined, '读不了 d.doc：这是旧格式的文件'],
  ])('exits with 2 for %s', async (_, path, output, words) => {
    const old = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)
    const files = { 'a.md': text, 'a.docx': await word(text), 'b.md': '会议通知', 'c.docx': '不是', 'd.doc': old }
    const { status, errors } = await run(fakeHost(files), path, output === undefined ? {} : { output })
    expect([status, errors.length]).toEqual([2, 1])
    expect(errors[0]).toContain(words)
  })

  test('too large a file is not even read', async () => {
    const host = fakeHost(
      { 'a.docx': new Error('was read') },
      { sizeOf: async () => 200_000_000, expand: async (path) => [path] },
    )
    expect((await run(host, 'a.docx')).errors[0]).toContain('超过 50 MB')
  })

  test('says it in English as well', async () => {
    const { errors } = await run(fakeHost({ 'c.docx': 'no' }), 'c.docx', { language: 'en' })
    expect(errors[0]).toContain('damaged')
  })
})

describe('check', () => {
  const checked = async (host: FakeHost, paths: readonly string[], options = {}) => {
    const status = await check(host, paths, {
      format: 'json',
      failOn: 'error',
      stdinName: '',
      ...options,
    } as Parameters<typeof check>[2])
    return { status, files: host.printed() === '' ? [] : JSON.parse(host.printed()).files, errors: host.errors }
  }

  test('reviews Word files; places are those of the Markdown that convert writes', async () => {
    const bytes = await word(SLIP)
    const { status, files } = await checked(fakeHost({ 'a.docx': bytes }), ['a.docx'])
    expect(status).toBe(1)
    const [finding] = files[0].findings
    expect(finding.rule).toBe('arithmetic/cell')
    const lines = (await readWord(bytes)).text.split('\n')
    const { start, end } = finding.range
    expect(lines[start.line]?.slice(start.character, end.character)).toBe('99')
  })

  test('one that cannot be read is named, the others are reviewed', async () => {
    const { status, files, errors } = await checked(fakeHost({ 'b/1.docx': 'no', 'b/2.docx': await word(text) }), [
      'b/',
    ])
    expect(status).toBe(2)
    expect(files.map(({ path }: { path: string }) => path)).toEqual(['b/2.docx'])
    expect(errors).toEqual([expect.stringContaining('b/1.docx')])
  })

  test('--fix leaves Word files alone, and says so where there is something to fix', async () => {
    const host = fakeHost({ 'a.docx': await word(TITLE), 'b.docx': await word(text) })
    const { status, errors } = await checked(host, ['a.docx', 'b.docx'], { fix: true })
    expect([status, host.rewritten.size, host.written.size]).toEqual([0, 0, 0])
    expect(errors).toEqual([expect.stringMatching(/^a\.docx 是 Word 文件，--fix 不改它/)])
  })
})

test('parse reads Word files', async () => {
  const host = fakeHost({ 'a.docx': await word(text) })
  expect(await parse(host, ['a.docx'], '<stdin>', 'zh-CN')).toBe(0)
  expect(JSON.parse(host.printed()).files[0].tables).toHaveLength(3)
})
