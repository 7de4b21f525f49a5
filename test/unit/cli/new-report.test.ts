import { expect, test } from 'vitest'
import { type NewOptions, newReport } from '../../../server/src/cli/new-report.ts'
import { review } from '../../../server/src/review/review.ts'
import { type FakeHost, fakeHost } from './fake-host.ts'

const run = async (options: Partial<NewOptions>, host: FakeHost = fakeHost()) => {
  const status = await newReport(host, {
    organ: '青禾县水务局',
    year: 2025,
    as: 'markdown',
    language: 'zh-CN',
    ...options,
  })
  return { status, output: host.printed(), errors: host.errors, written: host.written }
}

test('prints a draft in the edition for the year', async () => {
  const { status, output } = await run({ year: 2020, as: 'tabs' })
  const { facts, tables } = review(output).report
  expect([status, facts.organ, facts.year, facts.format?.id]).toEqual([0, '青禾县水务局', 2020, '2019'])
  expect(tables.map(({ layout }) => layout)).toEqual(['tabs', 'tabs', 'tabs'])
})

test('writes it to a new file', async () => {
  const { status, output, written } = await run({ output: 'a.md' })
  expect([status, output]).toEqual([0, ''])
  expect(written.get('a.md')).toMatch(/^# 青禾县水务局2025年/)
})

test('never writes over a file', async () => {
  const { status, errors, written } = await run({ output: 'a.md' }, fakeHost({ 'a.md': '草稿' }))
  expect([status, errors, written.size]).toEqual([2, ['已有文件 a.md，没有改动它；请另取一个名字。'], 0])
})

test('says which years there are forms for', async () => {
  expect(await run({ year: 2018 })).toMatchObject({
    status: 2,
    output: '',
    errors: ['2018 年度没有可用的格式；有格式的年度：2019–2020、2021–。'],
  })
})

test('asks for an organ', async () => {
  expect(await run({ organ: ' ' })).toMatchObject({ status: 2, errors: ['请写上机关名称。'] })
})

test('says what cannot be written', async () => {
  expect(await run({ output: 'a!' })).toMatchObject({ status: 2, errors: ['写不了 a!：EACCES'] })
})

test('drafts another kind of report from a pack', async () => {
  const pack = {
    formats: [
      {
        kind: 'well',
        id: '2024',
        years: { from: 2024 },
        titles: ['水井管护工作年度报告'],
        notice: { number: '青井办〔2024〕1号', title: '关于水井管护年报的通知' },
        sections: [{ id: 'wells', title: '一、水井管护情况' }],
        tables: [],
        identities: [],
        content: {
          drafts: [{ id: 'count', title: '数目', section: 'wells', text: '{year}年，{organ}管护水井[[____]]口。' }],
        },
      },
    ],
  }
  const host = fakeHost({ 'well.report-format.json': JSON.stringify(pack) })
  const formats = ['well.report-format.json']
  expect((await run({ formats, kind: 'well' }, host)).output).toBe(
    '# 青禾县水务局2025年水井管护工作年度报告\n\n## 一、水井管护情况\n\n2025年，青禾县水务局管护水井____口。\n',
  )
  expect(
    await run({ formats, kind: 'wall' }, fakeHost({ 'well.report-format.json': JSON.stringify(pack) })),
  ).toMatchObject({
    status: 2,
    errors: ['没有“wall”这种年报；有的是：disclosure、well。'],
  })
})
