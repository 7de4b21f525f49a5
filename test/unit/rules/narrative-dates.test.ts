import { describe, expect, test } from 'vitest'
import { applied } from './planted.ts'
import { findingsOf, placesOf, saidBy, told } from './told.ts'

describe('narrative/period', () => {
  const rule = 'narrative/period'
  const said = (opening: string) => saidBy(rule, told({ year: 2022, opening }))

  test.each([
    '统计期限为2022年1月1日至2022年12月31日。',
    '统计期限自 2022 年 1 月 1 日起至 12 月 31 日止。',
    '统计期限：2022.1.1—2022.12.31。',
    '统计时段为2022年1月至12月。',
    '数据截止日期为2022年12月31日。',
    '统计期限为二〇二二年一月一日至十二月三十一日。',
    '2022年1月1日至12月31日，本局收到申请四件。',
    '由局办公室汇总。',
  ])('%s', (opening) => {
    expect(said(opening)).toEqual([])
  })

  test.each([
    '统计期限为⟦2021年1月1日至12月31日⟧。',
    '统计期限为⟦2022年1月1日至2023年12月31日⟧。',
    '统计期限为⟦2022年1月1日至202022年12月31日⟧。',
    '现公布⟦2021年1月1日至12月31日⟧的情况。',
    '数据截止日期为⟦2021年12月31日⟧。',
  ])('another year: %s', (opening) => {
    const { found, marked } = placesOf(rule, told({ year: 2022, opening }))
    expect(found).toEqual(marked)
    expect(said(opening.replace(/[⟦⟧]/g, ''))).toEqual([[`${rule}.year`]])
  })

  test.each([
    '统计期限为2022年1月1日至11月30日。',
    '统计期限为2022年3月1日至12月31日。',
    '数据截止日期为2022年11月30日。',
  ])('other days: %s', (opening) => {
    expect(said(opening)).toEqual([[`${rule}.days`]])
  })

  test.each(['统计期限为202211日至1231日。', '统计期限为20221月1日至12月31日。', '统计期限为2021年1月1至12月31。'])(
    'what is damaged is no wrong period: %s',
    (opening) => {
      expect(said(opening)).toEqual([[`${rule}.damaged`, 'info']])
    },
  )

  test('another stretch of time in the text is not the statistics period', () => {
    const text = told({ year: 2022, overview: '该办法试行期为2021年1月1日至2021年12月31日。' })
    expect(findingsOf(rule, text)).toEqual([])
  })

  test('the fix writes the report’s year, and nothing else', () => {
    const text = told({ year: 2022, opening: '统计期限为2021年1月1日至2021年12月31日。' })
    const [fix] = findingsOf(rule, text)[0]?.fixes ?? []
    expect(fix).toMatchObject({ safe: false })
    expect(fix && applied(text, fix).text).toBe(
      told({ year: 2022, opening: '统计期限为2022年1月1日至2022年12月31日。' }),
    )
  })

  test('no year is written where it stands in numerals, or no year is wrong', () => {
    for (const period of ['二〇二一年一月一日至十二月三十一日', '2022年1月1日至11月30日'])
      expect(
        findingsOf(rule, told({ year: 2022, opening: `统计期限为${period}。` })).map(({ fixes }) => fixes),
      ).toEqual([[]])
  })
})

describe('narrative/year', () => {
  const rule = 'narrative/year'
  const places = (overview: string) => placesOf(rule, told({ year: 2023, overview, proactive: '' }))

  test.each([
    '⟦2022年⟧，我局组织培训三次。',
    '有专人负责。⟦2022 年⟧度我局收到申请四件。',
    '**⟦2024年⟧，公开信息三百条。**',
    '全年平稳。\n⟦2022年⟧，印发通知两份。',
  ])('%s', (overview) => {
    const { found, marked } = places(overview)
    expect(found).toEqual(marked)
  })

  test.each([
    '2023年，我局组织培训三次。',
    '2022年，我局组织培训三次，2023年增加到五次。',
    '2022年结转的两件已答复。',
    '2022年以来，公开信息六百条。',
    '2022年10月，我局完成机构改革。',
    '2024年，我局将组织培训三次。',
    '2022年决算已公开。',
    '与2022年相比，公开信息增加两成。',
    '2016年开通网站，累计公开信息九千条。',
    '2022年是栏目试运行的一年。',
    '《2022年工作要点》已落实，“2022年，公开三百条”的提法作废。',
  ])('nothing in %s', (overview) => {
    expect(places(overview).found).toEqual([])
  })

  test('other sections look back and ahead', () => {
    expect(findingsOf(rule, told({ year: 2023, problems: '2022年，公开信息偏少。2024年，组织培训。' }))).toEqual([])
  })

  test('the fix writes the report’s year', () => {
    const text = told({ year: 2023, overview: '2022年，我局组织培训三次。', proactive: '' })
    const [fix] = findingsOf(rule, text)[0]?.fixes ?? []
    expect(fix).toMatchObject({ safe: false })
    expect(fix && applied(text, fix).text).toBe(
      told({ year: 2023, overview: '2023年，我局组织培训三次。', proactive: '' }),
    )
  })
})

describe('narrative/published', () => {
  const rule = 'narrative/published'
  const said = (date: string, organ = '青禾县教育局') =>
    saidBy(rule, told({ organ, year: 2022, other: `没有收取信息处理费。\n\n${organ}\n${date}` }))

  test.each(['2023年1月12日', '2022年12月31日', '2023年1月31日', '二〇二三年一月十二日', '20231月12日'])(
    '%s',
    (date) => {
      expect(said(date)).toEqual([])
    },
  )

  test.each(['2022年1月12日', '2022年12月19日', '2021年1月12日', '二〇二二年一月十二日'])(
    '%s is before the year was over',
    (date) => {
      expect(said(date)).toEqual([[rule]])
    },
  )

  test('a date on the page counts as one below the text', () => {
    const { found, marked } = placesOf(rule, told({ year: 2022, opening: '发布日期：⟦2022-12-19⟧ 来源：局办公室' }))
    expect(found).toEqual(marked)
  })

  test('lateness is worth a remark, by who has to publish when', () => {
    const late = [[`${rule}.late`, 'info']]
    expect(said('2023年2月1日', '青禾县教育局')).toEqual(late)
    expect(said('2023年3月31日', '青禾县人民政府')).toEqual([])
    expect(said('2023年4月1日', '青禾县人民政府')).toEqual(late)
    expect(said('2023年4月1日', '青禾市人民政府')).toEqual(late)
    for (const organ of ['青禾县白石镇人民政府', '青禾市白石街道办事处', '青禾开发区管委会'])
      expect(said('2023年6月1日', organ)).toEqual([])
  })
})
