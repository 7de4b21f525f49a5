import { describe, expect, test } from 'vitest'
import { type RenderOptions, render } from '../../../server/src/cli/render.ts'
import { CATALOGUE } from '../../../server/src/formats/catalogue.ts'
import { readReport } from '../../../server/src/report/read.ts'
import { digitsOf } from '../../../server/src/text/amount.ts'
import { STYLE_NAMES, styleOf } from '../../generator/layouts/index.ts'
import { coversIn } from '../../html-table.ts'
import { planted } from '../rules/planted.ts'
import { gb18030, utf16 } from './encode.ts'
import { type FakeHost, fakeHost } from './fake-host.ts'

const run = async (host: FakeHost, options: Partial<RenderOptions> = {}, path = 'a.txt') => {
  const status = await render(host, path, { as: 'markdown', stdinName: '<stdin>', language: 'zh-CN', ...options })
  return { status, output: host.printed(), errors: host.errors }
}

const rendered = (text: string, options: Partial<RenderOptions> = {}) => run(fakeHost({ 'a.txt': text }), options)

/** The figures that a text holds, by address; null is a blank. */
const figuresIn = (text: string) =>
  Object.fromEntries(
    readReport(text).tables.flatMap(({ id, cells }) =>
      [...cells].map(([key, { value }]) => [`${id}/${key}`, value === null ? null : Number(digitsOf(value))]),
    ),
  )

const SEPARATED = STYLE_NAMES.filter((style) => styleOf(style).separates && style !== 'absent')

describe.each(['markdown', 'html', 'tabs'] as const)('as %s', (as) => {
  test.each(SEPARATED)('every figure of a report written as %s', async (layout) => {
    for (const year of [2019, 2023]) {
      const { text, figures } = planted({ year, layout })
      const { status, output, errors } = await rendered(text, { as })
      expect([status, errors]).toEqual([0, []])
      expect(figuresIn(output)).toEqual(Object.fromEntries(figures))
      expect(readReport(output).tables.map(({ id }) => id)).toEqual(['proactive', 'requests', 'remedies'])
    }
  })

  test('each table below its official title, and nothing else', async () => {
    const { output } = await rendered(planted().text, { as })
    const [format] = CATALOGUE.formats
    const titles = format?.sections.filter(({ id }) => format.tables.some(({ section }) => section === id))
    expect(readReport(output).sections.map(({ titleText }) => titleText)).toEqual(titles?.map(({ title }) => title))
    expect(output).not.toContain('主要问题')
  })
})

test('Markdown tables, exactly', async () => {
  const { output } = await rendered(planted({ year: 2023 }).text)
  expect(output.slice(0, output.indexOf('## 三'))).toMatch(
    /^## 二、主动公开政府信息情况\n\n(\| 第二十条第（一）项 ){4}\|\n(\| --- ){4}\|\n\| 信息内容 \| 本年制发件数 \| 本年废止件数 \| 现行有效件数 \|\n\| 规章 \| \d+ \| \d+ \| \d+ \|\n/,
  )
  expect(output).toMatch(/\| 行政许可 \| \d+ \| {2}\| {2}\|\n/)
})

test('HTML is a page with merged cells', async () => {
  const { output } = await rendered(planted({ year: 2023 }).text, { as: 'html' })
  expect(output).toMatch(
    /^<!DOCTYPE html>\n<html lang="zh-CN">\n[\s\S]*<title>青禾县人民政府2023年政府信息公开工作年度报告<\/title>/,
  )
  const tables = output.split('<h2>').slice(1)
  expect(tables.map((table) => coversIn(table).map((row) => row.length)[0])).toEqual([4, 10, 15])
  for (const table of tables) expect(new Set(coversIn(table).flat())).toEqual(new Set([1]))
})

describe('--edition', () => {
  test('writes the tables in the form of another edition, with a note of what has no place there', async () => {
    const { text, figures } = planted({ year: 2019 })
    const { status, output, errors } = await rendered(text, { edition: '2021' })
    expect(status).toBe(0)
    const read = figuresIn(output)
    expect(read['proactive/licensing/decisions']).toBe(figures.get('proactive/licensing/decisions'))
    expect(read['requests/other.other/total']).toBe(figures.get('requests/other/total'))
    expect(read['proactive/fees/amount']).toBeNull()
    expect(output).toContain(`“政府集中采购”的“采购项目数量”为${figures.get('proactive/procurement/projects')}`)
    expect(errors.filter((line) => !line.startsWith('  '))).toEqual([
      expect.stringMatching(/^a\.txt: “主动公开政府信息情况”表换成 2021 版：3 个数移入新栏，19 个/),
      expect.stringMatching(/^a\.txt: “收到和处理政府信息公开申请情况”表换成 2021 版：7 个/),
    ])
    const price = figures.get('proactive/procurement/amount')
    expect(errors).toContain(`  记在表下：政府集中采购·采购总金额 ${price}`)
    expect(errors).toContain('  待填：行政事业性收费·本年收费金额（单位：万元）')
  })

  test('goes the other way as well', async () => {
    const { text, figures } = planted({ year: 2023 })
    const { status, output, errors } = await rendered(text, { edition: '2019' })
    expect(status).toBe(0)
    const read = figuresIn(output)
    expect(read['proactive/licensing/decisions']).toBe(figures.get('proactive/licensing/decisions'))
    expect(output).toContain(`“行政事业性收费”的“本年收费金额（单位：万元）”为${figures.get('proactive/fees/amount')}`)
    expect(errors).toContain('  待填：政府集中采购·采购总金额')
  })

  test('changes nothing where the tables have that form', async () => {
    const { text } = planted({ year: 2023 })
    expect(await rendered(text, { edition: '2021' })).toEqual(await rendered(text))
  })

  test('a table of two editions is written in that of the year', async () => {
    const old = planted({ year: 2019 }).text.replaceAll('2019年', '2023年')
    const mixed = old.replace(
      '本年新制作数量\t本年新公开数量\t对外公开总数量',
      '本年制发件数\t本年废止件数\t现行有效件数',
    )
    expect(readReport(mixed).tables[0]?.edition).toBe('mixed')
    const { output } = await rendered(mixed)
    expect(readReport(output).tables.map(({ edition }) => edition)).toEqual(['2021', '2019', '2021'])
    expect(output).toContain('（注：原2019版')
  })
})

describe('what is not written is said', () => {
  test('a row that could not be read', async () => {
    const text = planted().text.replace(/^(.*重复申请\t)(\d+)\t(\d+)\t/m, '$1$2 $3\t')
    const { status, output, errors } = await rendered(text, { edition: '2019' })
    expect(status).toBe(1)
    expect(errors).toContain('a.txt：“收到和处理政府信息公开申请情况”表的“2.重复申请”读不准，留空。')
    // In such a table figures are not moved about.
    expect(readReport(output).tables.map(({ edition }) => edition)).toEqual(['2019', '2021', '2021'])
  })

  test('a row that the form does not have', async () => {
    const text = planted().text.replace(/^(规章\t.*\n)/m, '$1其他文件\t8\t8\t40\n')
    const { status, errors } = await rendered(text)
    expect([status, errors]).toEqual([1, ['a.txt：“主动公开政府信息情况”表里有格式以外的内容（“8”），没有写出。']])
  })
})

describe('what comes in and goes out', () => {
  const { text } = planted()

  test.each([
    ['GB18030', gb18030(text)],
    ['UTF-16', utf16(text, true)],
    ['UTF-8 with a byte order mark', `\uFEFF${text}`],
  ])('%s', async (_, file) => {
    expect((await run(fakeHost({ 'a.txt': file }))).output).toBe((await rendered(text)).output)
  })

  test('standard input', async () => {
    expect(await run(fakeHost({ '-': text }), {}, '-')).toEqual(await rendered(text))
  })

  test('--output writes to a file, and nothing to standard output', async () => {
    const host = fakeHost({ 'a.txt': text })
    expect(await run(host, { output: 'made/a.md' })).toEqual({ status: 0, output: '', errors: [] })
    expect(host.written.get('made/a.md')).toBe((await rendered(text)).output)
    expect(await run(fakeHost({ 'a.txt': text }), { output: 'made!' })).toMatchObject({ status: 2, output: '' })
  })
})

describe('exits with 2', () => {
  test.each([
    [
      'a text of another kind',
      { 'a.txt': '会议通知\n' },
      'a.txt 不是年报：没有政府信息公开工作年度报告的标题或统计表。',
    ],
    [
      'a report without tables',
      { 'a.txt': '# 青禾县人民政府2023年政府信息公开工作年度报告\n' },
      'a.txt 里没有读到统计表。',
    ],
    ['a file that is not there', {}, '没有这个文件或匹配的文件：a.txt'],
    ['a file that cannot be read', { 'a.txt': new Error('EIO') }, '读不了 a.txt：EIO'],
  ])('for %s', async (_, files, error) => {
    expect(await run(fakeHost(files))).toEqual({ status: 2, output: '', errors: [error] })
  })

  test('for several files', async () => {
    const files = { 'drafts/a.txt': planted().text, 'drafts/b.txt': planted().text }
    expect(await run(fakeHost(files), {}, 'drafts/')).toEqual({
      status: 2,
      output: '',
      errors: ['一次只写出一份年报，而“drafts/”有 2 个文件。'],
    })
  })
})
