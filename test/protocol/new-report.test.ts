import { afterAll, beforeAll, expect, test } from 'vitest'
import type { NewReportAnswer, NewReportCommand, NewReportQuestions } from '../../server/src/lsp/protocol.ts'
import { Editor, PULLS } from './editor.ts'

const NEW_REPORT: NewReportCommand = 'nianbao.newReport'

let editor: Editor
beforeAll(async () => {
  editor = await Editor.start(PULLS)
})
afterAll(() => editor.quit())

const newReport = async (...args: readonly unknown[]) =>
  (await editor.command(NEW_REPORT, [...args])) as NewReportAnswer

test('the draft of a report is reviewed as one', async () => {
  const answer = await newReport('青禾县柳溪镇人民政府', 2025)
  if (answer.state !== 'drafted') throw new Error('no draft')
  await editor.open('untitled:new', answer.text, 'markdown')
  expect(new Set((await editor.findings('untitled:new')).map(({ code }) => code))).toEqual(
    new Set(['cell/blank', 'content/placeholder']),
  )
  expect(editor.statuses.get('untitled:new')).toMatchObject({
    organ: '青禾县柳溪镇人民政府',
    year: 2025,
    edition: '2021',
  })
})

test('without organ and year it is told what to ask, the likeliest year first', async () => {
  const { organ, year } = (await newReport()) as NewReportQuestions
  expect(organ).toEqual({
    title: '新的年报：机关名称',
    example: '如 青禾县人民政府、青禾县水务局',
    required: '请写上机关名称。',
  })
  const years = year.choices.map((choice) => choice.year)
  const [last = 0] = years
  expect(years).toEqual([...Array.from({ length: last - 2018 }, (_, index) => last - index), last + 1])
  expect(year.choices.at(-2)).toEqual({ year: 2019, label: '2019', description: '2019 版 · 国办公开办函〔2019〕60号' })
})

test('a year without a form is said to be one', async () => {
  expect((await newReport('青禾县水务局', 2018)).state).toBe('ask')
  expect(editor.messages.at(-1)?.message).toBe('2018 年度没有可用的格式；有格式的年度：2019–2020、2021–。')
})

test.each([
  [1, '2025'],
  [{}, []],
  ['', 2025],
  [null, Number.NaN],
])('whatever it is asked with: %j', async (...args) => {
  expect((await newReport(...args)).state).toBe('ask')
})
