import { describe, expect, test } from 'vitest'
import type { MarkupContent } from 'vscode-languageserver-types'
import { hover } from '../../../server/src/features/hover.ts'
import { review } from '../../../server/src/review/review.ts'
import { marked } from '../../marked.ts'
import { documentOf } from './made-review.ts'

const PLAIN = { language: 'zh-CN', markup: 'plaintext' } as const

/** The lines of the hover at the mark, and the text that it stands on. */
function shown(source: string, form: Parameters<typeof hover>[3] = PLAIN, offset = marked(source).span.start) {
  const { text } = marked(source)
  const document = documentOf(text)
  const answer = hover(review(text), document, document.positionAt(offset), form)
  const contents = answer?.contents as MarkupContent | undefined
  return { on: answer && document.getText(answer.range), lines: contents?.value.split('\n') ?? [] }
}

/** Two rows are a table; the sums down the columns lack the others. */
const rows = (received: string, brought = '1\t0\t0\t0\t0\t0\t1') =>
  `一、本年新收政府信息公开申请数量\t${received}\n二、上年结转政府信息公开申请数量\t${brought}\n`
const TABLE = '收到和处理政府信息公开申请情况'
const BALANCE = '第一项加第二项之和，等于第三项加第四项之和'
const OPEN = '，有格未填或读不出，尚不能核对'

describe('a figure', () => {
  test('has its row and column, and each of its sums with the numbers put in', () => {
    expect(shown(rows('14\t⟦3⟧\t0\t0\t0\t0\t17'))).toEqual({
      on: '3',
      lines: [
        '一、本年新收政府信息公开申请数量·商业企业：3',
        TABLE,
        '✓ 本行“总计”：14 + 3 = 17',
        `○ 本列“${BALANCE}”：3 = ? + ?${OPEN}`,
      ],
    })
  })

  test('that is wrong has both sides of the sum that fails', () => {
    const { lines } = shown(rows('14\t3\t0\t0\t0\t0\t⟦71⟧'))
    expect(lines[2]).toBe('✗ 本行“总计”：14 + 3 ≠ 71，不成立（左边 17，右边 71）')
  })

  test.each([
    ['14\t⟦⟧\t0\t0\t0\t0\t17', '空白', '○ 本行“总计”：14 + ? = 17'],
    ['14\t⟦/⟧\t0\t0\t0\t0\t17', '/（不适用）', '○ 本行“总计”：14 + ? = 17'],
    ['14\t⟦三*件*⟧\t0\t0\t0\t0\t17', '三*件*（读不出数字）', '○ 本行“总计”：14 + ? = 17'],
    ['14\t⟦⟧\t0\t0\t0\t0\t9', '空白', '✗ 本行“总计”：14 + ? ≠ 9，不成立（左边 14，右边 9）'],
  ])('that is unknown says so, and what it leaves open: %s', (received, value, sum) => {
    const { lines } = shown(rows(received))
    expect(lines[0]).toBe(`一、本年新收政府信息公开申请数量·商业企业：${value}`)
    expect(lines[2]).toBe(sum + (sum.startsWith('○') ? OPEN : ''))
  })

  test('in full-width digits has its value', () => {
    expect(shown(rows('１４\t⟦３⟧\t０\t０\t０\t０\t１７')).lines[0]).toMatch(/：3$/)
  })

  test('is meant by a cursor right behind it too', () => {
    const source = rows('14\t⟦3⟧\t0\t0\t0\t0\t17')
    expect(shown(source, PLAIN, marked(source).span.end).on).toBe('3')
  })

  test('is none of those that a row without cells lacks, which all have the same place', () => {
    const source = rows('').replace('\t\n', '⟦⟧\n')
    const blanks = review(marked(source).text).report.tables[0]?.rows[0]?.cells
    expect(new Set(blanks?.map(({ span }) => span.start))).toEqual(new Set([marked(source).span.start]))
    expect(shown(source)).toMatchObject({ on: '一、本年新收政府信息公开申请数量' })
  })

  test('is shown with its group', () => {
    const { lines } = shown(`${rows('14\t3\t0\t0\t0\t0\t17')}（三）不予公开\t1.属于国家秘密\t⟦2⟧\t0\t0\t0\t0\t0\t2\n`)
    expect(lines.slice(0, 2)).toEqual(['1.属于国家秘密·自然人：2', `${TABLE} › 三、本年度办理结果 › （三）不予公开`])
  })

  test('in English, and in Markdown', () => {
    const { lines } = shown(rows('14\t⟦3⟧\t0\t0\t0\t0\t17'), { language: 'en', markup: 'markdown' })
    expect(lines.filter((line) => line !== '')).toEqual([
      '**一、本年新收政府信息公开申请数量 · 商业企业: 3**',
      TABLE,
      '- ✓ this row, “总计”: 14 + 3 = 17',
      `- ○ this column, “${BALANCE}”: 3 = ? + ? cannot be checked yet: a cell is blank or unreadable`,
    ])
  })
})

const report = (year: number, body: string) => `青禾县人民政府${year}年政府信息公开工作年度报告\n\n${body}`
const NOTICE_2021 = '2021 版格式（国办公开办函〔2021〕30号）'

describe('a label', () => {
  test('of a row has the words of the report’s edition', () => {
    const other = '⟦1.逾期不补正⟧\t0\t0\t0\t0\t0\t0\t0\n'
    expect(shown(report(2023, rows('14\t3\t0\t0\t0\t0\t17') + other))).toEqual({
      on: '1.逾期不补正',
      lines: [
        '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
        `${TABLE} › 三、本年度办理结果 › （六）其他处理`,
        NOTICE_2021,
      ],
    })
  })

  test('of a former row says that the report’s edition does not have it', () => {
    const former = '⟦（六）其他处理⟧\t0\t0\t0\t0\t0\t0\t0\n（七）总计\t0\t0\t0\t0\t0\t0\t0\n'
    expect(shown(report(2023, rows('14\t3\t0\t0\t0\t0\t17') + former)).lines).toEqual([
      '（六）其他处理',
      `${TABLE} › 三、本年度办理结果`,
      '2019 版格式的行，2021 版没有这一行',
    ])
  })

  test('of a row whose figures were not told apart says so', () => {
    const { lines } = shown(report(2023, rows('14\t3\t17', '1\t0\t0\t0\t0\t0\t1').replace(/^.+(?=\t14)/, '⟦$&⟧')))
    expect(lines.at(-1)).toBe('这一行的数对不上列，未审校')
  })

  test('in a report of no edition has the words of the table’s own', () => {
    const { lines } = shown(rows('14\t3\t0\t0\t0\t0\t17').replace('二、上年结转', '⟦二、上年结转⟧'))
    expect(lines).toEqual(['二、上年结转政府信息公开申请数量', TABLE])
  })
})

describe('a title', () => {
  const titled = (year: number) => report(year, '⟦二、主动公开信息情况⟧\n\n三、收到和处理政府信息公开申请情况\n')

  test('of a section has the official words', () => {
    const { lines } = shown(titled(2023))
    expect(lines).toEqual(['二、主动公开政府信息情况', NOTICE_2021])
  })

  test('of a section in a report of no edition has nothing', () => {
    expect(shown(titled(2016)).on).toBeNull()
  })
})

test.each([
  ['prose', report(2023, '一、总体情况\n⟦全年⟧公开文件 12 件。\n')],
  ['a text of another kind', '各乡镇：会议于 3 月 ⟦12⟧ 日举行。\n'],
])('%s has nothing', (_, source) => {
  expect(shown(source).on).toBeNull()
})
