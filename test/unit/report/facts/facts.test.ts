import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CATALOGUE } from '../../../../server/src/formats/catalogue.ts'
import { isLocalDepartment, issuerOf, levelOf } from '../../../../server/src/report/facts/issuer.ts'
import { readReport } from '../../../../server/src/report/read.ts'
import type { Facts } from '../../../../server/src/report/report.ts'
import { drawFrom, soundFigures } from '../../../generator/figures.ts'
import { STYLE_NAMES } from '../../../generator/layouts/index.ts'
import { writeReport } from '../../../generator/report.ts'
import { stated } from './stated.ts'

describe('the kind of an organ', () => {
  test.each([
    ['青禾县人民政府', 'government'],
    ['青禾县政府', 'government'],
    ['青禾县', 'government'],
    ['青禾市白石区', 'government'],
    ['青禾县白石镇', 'government'],
    ['青禾县白石乡人民政府', 'government'],
    ['青禾县公安局', 'department'],
    ['青禾县发展和改革委员会', 'department'],
    ['青禾县卫健委', 'department'],
    ['青禾省财政厅', 'department'],
    ['青禾县人民政府办公室', 'department'],
    ['青禾市白石街道办事处', 'other'],
    ['青禾经济开发区管理委员会', 'other'],
    ['青禾县公安局白石分局', 'other'],
    ['青禾县公积金管理中心', 'other'],
    ['青禾经济开发区', undefined],
    ['青禾县供销合作总社', undefined],
    [undefined, undefined],
  ])('%s: %s', (organ, kind) => {
    expect(issuerOf(organ)).toBe(kind)
  })

  test('is a fact', () => {
    expect(stated('⟦⟧').facts.issuer).toBe('government')
  })
})

describe('the level of an organ', () => {
  test.each([
    ['青禾省人民政府', 'province'],
    ['青禾自治区', 'province'],
    ['上海市人民政府', 'province'],
    ['青禾自治州人民政府', 'city'],
    ['青禾县人民政府', 'county'],
    ['青禾旗政府', 'county'],
    ['青禾市白石区', 'county'],
    ['青禾县白石镇人民政府', 'town'],
    ['青禾县白石乡', 'town'],
    ['青禾市白石街道办事处', 'town'],
    ['青禾市人民政府', undefined],
    ['青禾地区', undefined],
    ['青禾新区人民政府', undefined],
    ['青禾经济开发区', undefined],
    ['青禾县教育局', undefined],
    [undefined, undefined],
  ])('%s: %s', (organ, level) => {
    expect(levelOf(organ)).toBe(level)
  })

  test('is a fact', () => {
    expect(stated('⟦⟧').facts.level).toBe('county')
  })

  test.each(['青禾县教育局', '青禾市发展和改革委员会', '青禾省教育厅'])('%s is a department of a place', (organ) => {
    expect(isLocalDepartment(organ)).toBe(true)
  })

  test.each([
    '国家青禾局',
    '中国青禾管理局',
    '青禾部',
    '青禾县人民政府',
    '青禾县人民政府办公室',
    '青禾市政府办公厅',
    '青禾县白石街道办事处',
    undefined,
  ])('%s is none, or speaks for its government', (organ) => {
    expect(isLocalDepartment(organ)).toBe(false)
  })
})

describe('a report whose title has no year', () => {
  const yearOf = (text: string) => readReport(`青禾县人民政府政府信息公开工作年度报告\n${text}`).facts.year

  test.each([
    ['统计期限为2022年1月1日至12月31日。', 2022],
    ['统计期限为202211日至1231日。', 2022],
    ['与2021年1月1日至12月31日相比增加。统计期限为2022年1月1日至12月31日。', 2022],
    ['数据截止日期为2022年12月31日。', 2022],
    ['统计期限为202020年1月1日至202020年12月31日。', undefined],
    ['该办法自2022年1月1日起施行。', undefined],
  ])('has that of its statistics period: %s', (text, year) => {
    expect(yearOf(text)).toBe(year)
  })
})

test('what a second report in the same text states is not of the first', () => {
  const report = (year: number) =>
    `青禾县人民政府${year}年政府信息公开工作年度报告\n统计期限为${year}年1月1日至12月31日。\n一、总体情况\n无。\n`
  expect(readReport(report(2021) + report(2022)).facts.periods).toHaveLength(1)
})

test('a text of another kind has no facts', () => {
  const { facts } = readReport('统计期限为2022年1月1日至12月31日。发布日期：2022-01-20（国办公开办函〔2021〕30号）')
  expect(facts).toEqual({
    format: null,
    periods: [],
    notices: [],
    statutes: [],
    noticeTitles: [],
    decrees: [],
    dates: [],
  })
})

const PIECES = [
  '统计期限为',
  '数据截止日期',
  '发布日期：',
  '2021',
  '202020',
  '年',
  '月',
  '日',
  '1',
  '12',
  '31',
  '至',
  '起',
  '—',
  '~',
  '二〇二一年',
  '十二月',
  '三十一日',
  '国办公开办函',
  '〔',
  '〕',
  '（',
  '）',
  '号',
  '第',
  ' ',
  '\n',
  '\t',
  '　',
  '-',
  '.',
  '/',
  '。',
  '青禾县公安局',
  '\uD842',
  '<td>',
  '&nbsp;',
  '|',
  '٣',
  '２',
  '',
]
const TITLE = '青禾县人民政府2021年政府信息公开工作年度报告\n'

/** Every place is in the text, in its order, and no number is none. */
function expectCalm(text: string): void {
  const { periods, notices, dates }: Facts = readReport(text).facts
  const ends = [...periods.flatMap(({ start, end }) => [start ?? [], end ?? []].flat()), ...dates]
  for (const { span } of [...periods, ...notices, ...ends])
    expect(0 <= span.start && span.start < span.end && span.end <= text.length).toBe(true)
  for (const list of [periods, notices, dates])
    list.forEach(({ span }, index) => {
      expect(span.start).toBeGreaterThanOrEqual(list[index - 1]?.span.end ?? 0)
    })
  const numbers = [
    ...ends.flatMap(({ year, month, day }) => [year, month, day]),
    ...notices.map(({ number }) => number),
  ]
  expect(numbers.filter((number) => Number.isNaN(number))).toEqual([])
}

test('any words in any order', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }), (pieces) =>
      expectCalm(TITLE + pieces.join('')),
    ),
    { numRuns: 2000 },
  )
})

describe.each(STYLE_NAMES)('a report as %s', (style) => {
  const texts = fc
    .record({ format: fc.constantFrom(...CATALOGUE.formats), seed: fc.nat(99_999), dressed: fc.boolean() })
    .map(({ format, ...options }) => ({
      format,
      ...writeReport({ format, style, figures: soundFigures(format, drawFrom(options.seed)), ...options }),
    }))

  test('states one period, of its year, whatever is in it', () => {
    fc.assert(
      fc.property(texts, ({ text, format }) => {
        const { periods } = readReport(text).facts
        expect(periods.map(({ start, labelled }) => [start?.year, labelled])).toEqual([[format.years.from, true]])
      }),
      { numRuns: 20 },
    )
  })

  test('can end anywhere', () => {
    fc.assert(
      fc.property(texts, fc.double({ min: 0, max: 1, noNaN: true }), ({ text }, end) => {
        expectCalm(text.slice(0, Math.floor(end * text.length)))
      }),
      { numRuns: 20 },
    )
  })
})
