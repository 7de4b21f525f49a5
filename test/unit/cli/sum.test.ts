import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type SumOptions, sum } from '../../../server/src/cli/sum.ts'
import { CATALOGUE, formatFor } from '../../../server/src/formats/catalogue.ts'
import type { Format } from '../../../server/src/formats/schema.ts'
import { readReport } from '../../../server/src/report/read.ts'
import { digitsOf } from '../../../server/src/text/amount.ts'
import { drawFrom, type Figures, soundFigures } from '../../generator/figures.ts'
import { render } from '../../generator/render.ts'
import { fakeHost } from './fake-host.ts'

const FORMAT = formatFor(CATALOGUE, 2023) as Format
const OPTIONS: SumOptions = { format: 'pretty', as: 'markdown', language: 'zh-CN' }

const figuresOf = (seed: number): Figures => soundFigures(FORMAT, drawFrom(seed))
const written = (figures: Figures, organ: string, year = 2023) =>
  render({ format: FORMAT, layout: 'pipes', figures, organ, year }).text

/** Exact for quarters, as the generator's amounts are. */
function added(...all: Figures[]): Figures {
  const total: Figures = new Map()
  for (const figures of all)
    for (const [address, figure] of figures) total.set(address, (total.get(address) ?? 0) + (figure ?? 0))
  return total
}

const [A, B, C] = [figuresOf(1), figuresOf(2), figuresOf(3)]
const PARTS = {
  'd/a.md': written(A, '青禾县教育局'),
  'd/b.md': written(B, '青禾县水利局'),
  'd/c.md': written(C, '青禾县民政局'),
}
const PARENT = added(A, B, C)

async function run(files: Record<string, string | Error>, options: Partial<SumOptions> = {}, paths = ['d/']) {
  const host = fakeHost(files)
  const status = await sum(host, paths, { ...OPTIONS, ...options })
  return { status, printed: host.printed(), errors: host.errors, written: host.written }
}

/** The figures in a text. */
const read = (text: string): Record<string, string | null> =>
  Object.fromEntries(
    readReport(text).tables.flatMap(({ id, cells }) =>
      [...cells].map(([key, { value }]) => [`${id}/${key}`, value === null ? null : digitsOf(value)]),
    ),
  )
const plain = (figures: Figures) =>
  Object.fromEntries([...figures].map(([address, figure]) => [address, figure === null ? null : String(figure)]))

describe('the sum of reports', () => {
  test.each(['markdown', 'tabs', 'html'] as const)('is written as official tables: %s', async (as) => {
    const { status, printed, errors } = await run(PARTS, { as })
    expect(status).toBe(0)
    expect(errors).toEqual(['2023 年（2021 版）：3 份报告相加。'])
    expect(read(printed)).toEqual(plain(PARENT))
  })

  test('is exact where amounts have decimals', async () => {
    const fees = 'proactive/fees/amount'
    const with01 = (figures: Figures, figure: number) => new Map(figures).set(fees, figure)
    const files = { 'd/a.md': written(with01(A, 0.1), '甲局'), 'd/b.md': written(with01(B, 0.2), '乙局') }
    expect(read((await run(files)).printed)[fees]).toBe('0.3')
  })

  test('goes to a file', async () => {
    const { written: files, printed } = await run(PARTS, { output: 'sum.md' })
    expect(read(files.get('sum.md') ?? '')).toEqual(plain(PARENT))
    expect(printed).toBe('')
  })

  test('is of one year: the latest, or the one that is asked for', async () => {
    const files = { ...PARTS, 'd/old.md': written(figuresOf(9), '青禾县教育局', 2022) }
    const latest = await run(files)
    expect(latest.errors).toEqual(['2023 年（2021 版）：3 份报告相加。', '2022 年的 1 份没有加进去。'])
    expect(latest.status).toBe(0)
    expect(read((await run(files, { year: 2022 })).printed)).toEqual(plain(figuresOf(9)))
  })
})

describe('what is not in the sum is said', () => {
  const wrong = written(new Map(figuresOf(4)).set('requests/total/total', 999), '青禾县林业局')
  const oldForm = render({
    format: formatFor(CATALOGUE, 2020) as Format,
    layout: 'pipes',
    figures: soundFigures(formatFor(CATALOGUE, 2020) as Format, drawFrom(5)),
    organ: '青禾县卫健局',
    year: 2023,
  }).text

  test.each([
    ['a sum fails', { 'd/x.md': wrong }, /^d\/x\.md：没有加进去：表里有 1 处合计或勾稽关系不平，请先改好。$/],
    ['an old form', { 'd/x.md': oldForm }, /^d\/x\.md：没有加进去：“主动公开政府信息情况”表用的是 2019 版；/],
    [
      'the same organ twice',
      { 'd/x.md': written(C, '青禾县教育局') },
      /^d\/x\.md：没有加进去：“青禾县教育局”已有一份：d\/a\.md。$/,
    ],
    ['the same text twice', { 'd/x.md': PARTS['d/a.md'] }, /^d\/x\.md：没有加进去：与 d\/a\.md 内容完全相同。$/],
    ['no report', { 'd/x.md': '会议通知' }, /^d\/x\.md：没有加进去：不是年报/],
  ])('%s', async (_, file, said) => {
    const { status, printed, errors } = await run({ ...PARTS, ...file })
    expect(errors.slice(1)).toEqual([expect.stringMatching(said)])
    expect(read(printed)).toEqual(plain(PARENT))
    expect(status).toBe(1)
  })

  test('a blank cell: the rest of the report is added', async () => {
    const blank: Figures = new Map(figuresOf(4))
    for (const column of ['issued', 'inForce']) blank.set(`proactive/governmentRules/${column}`, null)
    const { status, printed, errors } = await run({ ...PARTS, 'd/x.md': written(blank, '青禾县林业局') })
    expect(errors[1]).toBe('d/x.md：有 2 格没有数（“规章·本年制发件数”、“规章·现行有效件数”），合计中不含。')
    expect(printed).toContain('注：有 2 格不全，有的报告没有填。')
    expect(read(printed)).toEqual(plain(added(PARENT, blank)))
    expect(status).toBe(1)
  })

  test('a file that cannot be read: the status is 2, and the others are added', async () => {
    const { status, printed, errors } = await run({ ...PARTS, 'd/x.md': new Error('EIO') })
    expect(status).toBe(2)
    expect(errors.filter((line) => line.includes('EIO'))).toEqual(['读不了 d/x.md：EIO'])
    expect(read(printed)).toEqual(plain(PARENT))
  })

  test('nothing to add', async () => {
    expect(await run({ 'd/x.md': '会议通知' })).toMatchObject({ status: 2, printed: '' })
  })
})

describe('a parent report', () => {
  const parent = (changes: Record<string, number> = {}) => {
    const figures: Figures = new Map(PARENT)
    for (const [address, change] of Object.entries(changes)) figures.set(address, (figures.get(address) ?? 0) + change)
    return { ...PARTS, 'd/parent.md': written(figures, '青禾县') }
  }
  const check = 'd/parent.md'
  const PERMITS = 'proactive/licensing/decisions'

  test('that agrees', async () => {
    const { status, printed } = await run(parent(), { check, output: 'o.md' })
    expect(printed).toBe('\nd/parent.md：与 3 份报告的合计一致。\n')
    expect(status).toBe(0)
  })

  test('that differs: the cell, both figures, and the parts', async () => {
    const { status, printed } = await run(parent({ [PERMITS]: 700 }), { check, output: 'o.md' })
    expect(status).toBe(1)
    expect(printed).toMatch(/“行政许可·本年处理决定数量”是 \d+，3 份下级报告合计 \d+，多 700。.* rollup\/sum/)
    expect(printed).toMatch(/→ d\/[abc]\.md:\d+:\d+ 青禾县..局：\d+/)
    expect(printed).toContain('d/parent.md：有 1 格与合计不一致。')
  })

  test('that left a part out, or counted it twice: it is named', async () => {
    const figures = new Map([A, B, C].map((each, index) => [index, each.get(PERMITS) ?? 0]))
    const [index, figure] = [...figures].find(
      ([, one]) => one > 0 && [...figures.values()].filter((v) => v === one).length === 1,
    ) ?? [0, 0]
    expect(figure).toBeGreaterThan(0)
    const organ = ['青禾县教育局', '青禾县水利局', '青禾县民政局'][index]
    expect((await run(parent({ [PERMITS]: -figure }), { check })).printed).toContain(
      `正好是“${organ}”的数：可能漏加了它`,
    )
    expect((await run(parent({ [PERMITS]: figure }), { check })).printed).toContain(
      `正好是“${organ}”的数：可能把它算了两次`,
    )
  })

  test('is not judged where a part says nothing, unless the others are more already', async () => {
    const blank: Figures = new Map(figuresOf(4)).set(PERMITS, null)
    const files = (change: number) => {
      const figures = added(PARENT, blank)
      figures.set(PERMITS, (figures.get(PERMITS) ?? 0) + change)
      return { ...PARTS, 'd/x.md': written(blank, '青禾县林业局'), 'd/parent.md': written(figures, '青禾县') }
    }
    expect((await run(files(40), { check })).printed).toContain('一致')
    expect((await run(files(-1), { check })).printed).toMatch(/填了的合计已有/)
  })

  test('that is no report is refused', async () => {
    expect(await run({ ...PARTS, 'd/parent.md': '通知' }, { check })).toMatchObject({ status: 2, printed: '' })
  })

  test('json', async () => {
    const { printed } = await run(parent({ [PERMITS]: 700 }), { check, format: 'json' })
    const document = z
      .looseObject({
        year: z.literal(2023),
        edition: z.literal('2021'),
        count: z.literal(3),
        parts: z
          .array(
            z.strictObject({
              path: z.string(),
              organ: z.string().nullable(),
              added: z.literal(true),
              remarks: z.array(z.string()).length(0),
              missing: z.array(z.string()).length(0),
            }),
          )
          .length(3),
        tables: z
          .array(
            z.strictObject({
              id: z.string(),
              cells: z
                .array(z.strictObject({ address: z.string(), value: z.number(), missing: z.array(z.string()) }))
                .min(1),
            }),
          )
          .length(3),
        check: z.looseObject({ path: z.literal('d/parent.md') }),
      })
      .parse(JSON.parse(printed))
    const cells = document.tables.flatMap((table) => table.cells.map(({ address, value }) => [address, value] as const))
    expect(Object.fromEntries(cells)).toEqual(Object.fromEntries(PARENT))
  })
})
