import { describe, expect, test } from 'vitest'
import { readReport } from '../../../server/src/report/read.ts'
import { readPage } from '../../../server/src/word/read/read-page.ts'
import { readWord } from '../../../server/src/word/read/read-word.ts'
import type { Dialect } from '../../../server/src/word/write/prose.ts'
import { writeWord } from '../../../server/src/word/write/write-word.ts'
import { STYLE_NAMES, styleOf } from '../../generator/layouts/index.ts'
import { found, planted } from '../rules/planted.ts'

/** Every dialect in which the figures of a table can be told for certain. */
const SURE = STYLE_NAMES.filter((name) => styleOf(name).separates && name !== 'absent')

const dialectOf = (text: string): Dialect => (/^(?:#|\|)/m.test(text) ? 'markdown' : 'plain')

async function written(text: string, dialect: Dialect = dialectOf(text)) {
  const word = await writeWord(text, dialect)
  if (word === undefined) throw new Error('no report')
  return word
}

const cellsOf = (text: string) =>
  Object.fromEntries(
    readReport(text).tables.flatMap(({ id, cells }) => [...cells].map(([key, { raw }]) => [`${id}/${key}`, raw])),
  )

const sectionsOf = (text: string) => readReport(text).sections.map(({ id, titleText }) => `${id}: ${titleText}`)

/** Words outside tables, each run of them, without blanks and marks. */
const proseOf = (text: string) =>
  text
    .split('\n')
    .filter((line) => !/[|\t]|<\/?t/.test(line))
    .map((line) => line.replace(/<[^>]*>|^#+|\s/g, ''))
    .filter((line) => line !== '')

test.each(SURE.map((layout, at) => [layout, at % 2 === 0 ? 2023 : 2019] as const))(
  'a report typed as %s, for %i, written as a Word file and read again',
  async (layout, year) => {
    const { text, figures } = planted({ year, layout, scale: 400 })
    const source = styleOf(layout).frame.startsWith('html') ? readPage(text).text : text
    const { bytes, remarks } = await written(source)
    expect(remarks).toEqual([])
    const draft = await readWord(bytes)
    expect([draft.kept, draft.left]).toEqual([[], []])
    const wanted = [...figures].map(([address, figure]) => [address, `${figure}`])
    expect(cellsOf(draft.text)).toEqual(Object.fromEntries(wanted))
    expect(sectionsOf(draft.text)).toEqual(sectionsOf(text))
    expect(found(draft.text)).toEqual([])
  },
)

test.each([2019, 2023])('the prose of a report for %i, line by line', async (year) => {
  const { text } = planted({ year, layout: 'pipes' })
  expect(proseOf((await readWord((await written(text)).bytes)).text)).toEqual(proseOf(text))
})

test('the same text gives the same bytes', async () => {
  const { text } = planted()
  expect((await written(text)).bytes).toEqual((await written(text)).bytes)
})

test('a wrong sum is found in the Word file where it was in the text', async () => {
  const { text } = planted({ figures: { 'requests/total/person': 99 }, layout: 'pipes' })
  expect(found((await readWord((await written(text)).bytes)).text)).toEqual(['arithmetic/cell: 99'])
})

test('Markdown signs around words come back as words', async () => {
  const line = '另见[说明](https://example.org/a)，其中**重点**两项，1\\*2，`代码`。'
  const { text } = planted({ layout: 'pipes' })
  const draft = await readWord((await written(text.replace('## 二', `${line}\n\n## 二`))).bytes)
  expect(draft.text).toContain('\n另见说明（https://example.org/a），其中重点两项，1\\*2，代码。\n')
})

describe('what is not as the form has it stays as it is, and is said', () => {
  test('a table with a row that could not be told apart', async () => {
    const text = planted().text.replace(/^(.*重复申请\t)(\d+)\t(\d+)\t/m, '$1$2 $3\t')
    const { bytes, remarks } = await written(text)
    expect(remarks.map(({ key }) => key)).toEqual(['word/as-is.unread'])
    expect(cellsOf((await readWord(bytes)).text)).toMatchObject(cellsOf(text))
  })

  test('a table with a row of the author’s own', async () => {
    const text = planted({ layout: 'pipes' }).text.replace(/^(\| 规章 .*\n)/m, '$1| 其他文件 | 8 | 8 | 40 |\n')
    const { bytes, remarks } = await written(text)
    expect(remarks.map(({ key }) => key)).toEqual(['word/as-is.stray'])
    expect((await readWord(bytes)).text).toContain('| 其他文件 | 8 | 8 | 40 |')
  })

  test('comments; but those for this program are nobody’s loss', async () => {
    const text = planted({ layout: 'pipes' }).text.replace(
      '## 二',
      '<!-- 请核 -->\n\n<!-- nianbao-disable-file -->\n\n## 二',
    )
    expect((await written(text)).remarks).toEqual([{ key: 'word/remark', args: { words: '请核' } }])
  })
})

test('a text of another kind is no report', async () => {
  expect(await writeWord('会议通知', 'plain')).toBeUndefined()
})
