import { describe, expect, test } from 'vitest'
import { review } from '../../../server/src/review/review.ts'
import { SEPARATED } from '../../generator/render.ts'
import { applied, found, planted } from './planted.ts'

const NUMERALS = ['一', '二', '三', '四', '五', '六']

/** A report without its section of that number, heading, prose and table. */
const without = (text: string, section: number): string => {
  const start = new RegExp(`^(?:## )?${NUMERALS[section - 1]}、(?!本年|上年|结转)`, 'm').exec(text)?.index as number
  const next = new RegExp(`^(?:## )?${NUMERALS[section]}、(?!本年|上年|结转)`, 'm').exec(text)
  return text.slice(0, start) + (next === null ? '' : text.slice(next.index))
}

/** What is found, but that a table or section put in is empty. */
const accusations = ({ findings }: ReturnType<typeof applied>) =>
  findings.filter(({ rule, severity }) => severity !== 'info' && rule !== 'section/empty').map(({ rule }) => rule)

describe('section/missing', () => {
  describe.each(SEPARATED)('as %s', (layout) => {
    test.each([1, 2, 3, 4, 5, 6])(
      'section %i is missed, and put in with its official title and empty table',
      (section) => {
        const { text } = planted({ layout })
        const cut = without(text, section)
        const { findings } = review(cut)
        expect(findings.map(({ rule }) => rule)).toEqual(['section/missing'])
        const [fix] = findings[0]?.fixes ?? []
        const mended = fix && applied(cut, fix)
        expect(mended && accusations(mended)).toEqual([])
        const titles = review(mended?.text ?? '').report.sections.map(({ titleText }) => titleText)
        expect(titles).toEqual(review(text).report.sections.map(({ titleText }) => titleText))
        const tables = review(mended?.text ?? '').report.tables.map(({ id, layout }) => [id, layout])
        expect(tables).toEqual(review(text).report.tables.map(({ id, layout }) => [id, layout]))
      },
    )
  })

  test('rows that begin with 一、 to 四、 are no sections', () => {
    const { report } = review(planted().text)
    expect(report.sections.map(({ titleText }) => titleText)).not.toContain('四、结转下年度继续办理')
  })

  test('a report for 2018, or without a year, is not held against an edition', () => {
    const { text } = planted()
    expect(found(without(text.replaceAll('2023年', '2018年'), 6))).toEqual([])
    expect(found(without(text.replaceAll('2023年', ''), 6))).toEqual([])
  })
})

describe('section/title', () => {
  const titled = (title: string) => planted().text.replace('二、主动公开政府信息情况', title)

  test.each([
    '二、主动公开政府信息的情况',
    '二、主动公开政府信息 情况',
    '二.主动公开政府信息情况',
    '二是主动公开政府信息情况',
  ])('%s is accepted', (title) => {
    expect(found(titled(title))).toEqual([])
  })

  test.each(['二、主动公开信息情况', '二、主动公开政务信息情况'])('%s lacks a word of substance', (title) => {
    const text = titled(title)
    expect(found(text)).toEqual([`section/title: ${title}`])
    const [fix] = review(text).findings[0]?.fixes ?? []
    expect(fix).toMatchObject({ safe: true, preferred: true })
    expect(fix && applied(text, fix)).toEqual({ text: planted().text, findings: [] })
  })

  test.each(['五、存在问题及改进情况', '五、存在的问题和改进情况'])(
    '%s lacks no more than 主要: information',
    (title) => {
      const { findings } = review(planted().text.replace('五、存在的主要问题及改进情况', title))
      expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([['section/title', 'info']])
    },
  )

  test.each(['四、因政府信息公开工作被申请行政复议、提起行政诉讼情况', '四、政府信息公开行政复议和行政诉讼情况'])(
    '%s is the statute’s own wording, or says the same',
    (title) => {
      expect(found(planted().text.replace('四、政府信息公开行政复议、行政诉讼情况', title))).toEqual([])
    },
  )

  test.each(['六、其他事项：收费情况，无', '六、其他事项　无', '六、其他报告\n的事项'])(
    '%s may hold more than a title, or less: its fix is not safe',
    (title) => {
      const { findings } = review(planted().text.replace('六、其他需要报告的事项', title))
      expect(findings.map(({ rule, fixes }) => [rule, fixes[0]?.preferred, fixes[0]?.safe])).toEqual([
        ['section/title', true, false],
      ])
    },
  )

  test.each(['\n', '\r\n', '：\n', ' \t\n', '**\n', ' |||\n'])(
    'a title that ends with %j is all that is there: its fix is safe',
    (end) => {
      const { findings } = review(planted().text.replace('六、其他需要报告的事项\n', `六、其他报告事项${end}`))
      expect(findings.map(({ rule, fixes }) => [rule, fixes[0]?.safe])).toEqual([['section/title', true]])
    },
  )

  test('a title in the midst of a line is taken for one by its words alone: its fix is not safe', () => {
    const flat = planted().text.replaceAll('\n', '').replace('主动公开政府信息情况', '公开政府信息情况')
    const titles = review(flat).findings.filter(({ rule }) => rule === 'section/title')
    expect(titles.map(({ fixes }) => fixes[0]?.safe)).toEqual([false])
  })

  test('a heading with other words is known by its numeral and place', () => {
    const text = planted().text.replace('五、存在的主要问题及改进情况', '五、存在的主要问题及明年工作计划')
    expect(found(text)).toEqual(['section/title: 五、存在的主要问题及明年工作计划'])
  })
})

describe('section/order', () => {
  test('the section that has to move is marked, and its table with it stays judged', () => {
    const { text } = planted()
    const five = /^五、[\s\S]*?(?=^六、)/m.exec(text)?.[0] as string
    const moved = text.replace(five, '').replace(/^二、/m, `${five}二、`)
    expect(found(moved)).toEqual(['section/order: 五、存在的主要问题及改进情况'])
  })
})

describe('table/missing and table/row-missing', () => {
  test.each(SEPARATED)('an empty section gets its official table, as %s', (layout) => {
    const { text } = planted({ layout })
    const { report } = review(text)
    const table = report.tables.find(({ id }) => id === 'remedies') as (typeof report.tables)[number]
    const start = text.lastIndexOf('\n', table.span.start) + 1
    const end = text.indexOf('五、', table.span.end) - (layout === 'pipes' ? 3 : 0)
    const cut = `${text.slice(0, start)}${text.slice(end)}`
    const { findings } = review(cut)
    expect(findings.map(({ rule }) => rule)).toEqual(['table/missing'])
    const [fix] = findings[0]?.fixes ?? []
    expect(fix && accusations(applied(cut, fix))).toEqual([])
  })

  test('rows missing next to one another are one finding', () => {
    const text = planted().text.replace(/^.*重复申请\t.*\n.*要求提供公开出版物\t.*\n/m, '')
    expect(found(text)).toEqual(['table/row-missing: 1.信访举报投诉类申请'])
    expect(review(text).findings[0]?.wording.args.count).toBe(2)
  })
})

describe('report/second', () => {
  test('a second report in the same text is said, and the first is reviewed', () => {
    const first = planted()
    const second = planted({ year: 2022, figures: { 'requests/granted/person': 777 } })
    expect(found(first.text + second.text)).toEqual(['report/second: 青禾县人民政府2022年政府信息公开工作年度报告'])
  })

  test('a title that is printed twice begins no second report', () => {
    expect(found(`青禾县2023年政府信息公开工作年度报告\n\n打印\n\n${planted().text}`)).toEqual([])
  })
})
