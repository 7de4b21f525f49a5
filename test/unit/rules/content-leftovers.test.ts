import { describe, expect, test } from 'vitest'
import { review } from '../../../server/src/review/review.ts'
import type { Fix } from '../../../server/src/rules/rule.ts'
import { STYLE_NAMES } from '../../generator/layouts/index.ts'
import { applied, planted } from './planted.ts'
import { findingsOf, placesOf, saidBy, told } from './told.ts'

// What must not be left in a report: parts of the form, of former drafts, of other organs' reports.

describe('content/placeholder', () => {
  const rule = 'content/placeholder'
  const NOTE = '（文字描述，收取信息处理费情况在此处报告。）'

  test.each([
    '⟦XX⟧镇的公示栏已更新，⟦××××⟧件',
    '“⟦XXX⟧发布”公众号于⟦20XX⟧年开通',
    '⟦____⟧年⟦__⟧月⟦__⟧日，收到⟦xx⟧件',
    '⟦（单位名称）⟧按规定办理',
    '没有收取费用。⟦(填写具体金额)⟧',
    '⟦本部分以表格形式报告。⟧另有两件',
    '⟦（草稿，请核实）⟧没有其他事项',
  ])('%s', (other) => {
    const { found, marked } = placesOf(rule, told({ other }))
    expect(found).toEqual(marked)
  })

  test.each([
    '网址 www.qhxxgk.example.gov.cn，邮箱 xxgk-xx@example.cn',
    '热线 7×24 小时有人接听，会议室 6×8 米',
    '采用文字描述和图解两种形式，申请表填写完整',
    '填报单位名称（以下简称本局）',
    '二〇二二年开通，__重点__栏目两个',
  ])('nothing in %s', (other) => {
    expect(findingsOf(rule, told({ other }))).toEqual([])
  })

  test('the mark of a draft goes when a person confirms it, never by itself', () => {
    const text = told({ other: '（草稿，请核实）没有其他事项' })
    const [finding] = findingsOf(rule, text)
    expect(finding?.fixes.map(({ preferred, safe }) => [preferred, safe])).toEqual([[false, false]])
    expect(applied(text, finding?.fixes[0] as Fix).text).toBe(text.replace('（草稿，请核实）', ''))
  })

  test('the title has something to fill in as well', () => {
    expect(saidBy(rule, '青禾县（单位名称）2022年政府信息公开工作年度报告\n一、总体情况\n无。\n')).toEqual([
      [`${rule}.blank`],
    ])
    expect(saidBy(rule, '青禾县教育局20XX年政府信息公开工作年度报告\n一、总体情况\n无。\n')).toEqual([
      [`${rule}.blank`],
    ])
  })

  test('an instruction is deleted with its line, where more than that is said', () => {
    const { findings, report } = review(told({ other: `${NOTE}\n\n没有收取信息处理费。` }))
    const [fix] = findings.find((finding) => finding.rule === rule)?.fixes ?? []
    expect(fix).toMatchObject({ preferred: true, safe: true })
    expect(fix && applied(report.text, fix).text).toBe(told({ other: '没有收取信息处理费。' }))
  })

  test('within a line, only the instruction goes', () => {
    const text = told({ other: `没有收取信息处理费。${NOTE}没有其他事项。` })
    const [fix] = findingsOf(rule, text)[0]?.fixes ?? []
    expect(fix && applied(text, fix).text).toBe(told({ other: '没有收取信息处理费。没有其他事项。' }))
  })

  test('where nothing else is said, what it asks for has to be written, and what has to be filled in is not known', () => {
    for (const other of [NOTE, '没有收取信息处理费，XX科负责。'])
      expect(findingsOf(rule, told({ other })).map(({ fixes }) => fixes)).toEqual([[]])
  })

  test.each(STYLE_NAMES)('the sentence that the form has above its tables goes without a trace, as %s', (layout) => {
    const { text } = planted({ layout })
    const heading = '三、收到和处理政府信息公开申请情况'
    const [before, behind] = text.split(heading) as [string, string]
    const left = `${before}${heading}该部分以表格形式报告。表格如下：${behind}`
    const [fix] = findingsOf(rule, left).flatMap(({ fixes }) => fixes)
    expect(fix && applied(left, fix).text).toBe(text)
  })
})

describe('content/self-reference', () => {
  const rule = 'content/self-reference'
  const places = (organ: string, overview: string) => placesOf(rule, told({ organ, overview }))

  test.each([
    ['青禾县白石镇', '⟦我县⟧的栏目，⟦我局⟧网站，⟦本乡⟧群众'],
    ['青禾县白石乡人民政府', '⟦我镇⟧的栏目'],
    ['青禾市白石街道办事处', '由⟦我镇⟧负责，⟦我市⟧统一安排'],
    ['青禾县人民政府', '⟦我局⟧网站，⟦我镇⟧公示栏'],
    ['青禾市白石区', '⟦我县⟧的栏目，⟦本局⟧网站'],
    ['青禾县教育局', '⟦我镇⟧公示栏，⟦我委⟧网站'],
    ['青禾省教育厅', '⟦我局⟧网站'],
    ['青禾市发展和改革委员会', '⟦我局⟧网站'],
  ])('in a report of %s: %s', (organ, overview) => {
    const { found, marked } = places(organ, overview)
    expect(found).toEqual(marked)
  })

  test.each([
    ['青禾县白石镇', '我镇公示栏，本镇群众，我们，本机关，我单位'],
    ['青禾县白石镇', '按照全县统一部署，配合推进全市网站改版，全镇栏目'],
    ['青禾县白石镇', '收到来信“我县的栏目不好找”，落实《本市公开办法》'],
    ['青禾县白石镇', '自我区分不足，基本县情，我市场所有人，本县域内'],
    ['青禾县人民政府', '我县栏目，我市部署，我省规定，我区（自治区）要求'],
    ['青禾县教育局', '我局网站，我县学校，我市规定，全县学校'],
    ['青禾市发展和改革委员会', '我委网站，我市企业'],
    ['青禾县人民政府办公室', '我县栏目，我办负责'],
    ['青禾经济开发区管委会', '我委、我局、我镇、我县'],
    ['青禾经济开发区', '我委、我局、我镇、我县'],
  ])('in a report of %s nothing is wrong with %s', (organ, overview) => {
    expect(places(organ, overview).found).toEqual([])
  })

  test('the work of a whole county led by a town is worth a remark', () => {
    const text = told({ organ: '青禾县白石镇', overview: '扎实开展全县新媒体清理。' })
    expect(saidBy(rule, text)).toEqual([[`${rule}.whole`, 'info']])
  })

  test('a word that comes again is reported once, with its other places', () => {
    const text = told({ organ: '青禾县白石镇', overview: '我县栏目。', problems: '我县栏目更新慢，我县网站改版。' })
    expect(findingsOf(rule, text).map(({ related, wording }) => [related.length, wording.args.count])).toEqual([[2, 3]])
  })

  test('remedies against an organ of another place', () => {
    const { found, marked } = places('青禾市白石区公安局', '没有针对⟦市公安局⟧申请行政复议的情况')
    expect(found).toEqual(marked)
    for (const fine of [
      '没有针对区公安局申请行政复议',
      '按照市公安局部署，没有发生行政复议',
      '没有针对我局申请行政复议',
    ])
      expect(places('青禾市白石区公安局', fine).found).toEqual([])
  })
})

describe('content/preamble', () => {
  const rule = 'content/preamble'
  const ALL = [
    '总体情况',
    '主动公开政府信息情况',
    '收到和处理政府信息公开申请情况',
    '政府信息公开行政复议、行政诉讼情况',
    '存在的主要问题及改进情况',
    '其他需要报告的事项',
  ]
  const said = (opening: string) => saidBy(rule, told({ opening, overview: '' }))

  test.each([
    `本报告由${ALL.join('、')}等六部分组成。`,
    `本报告共分6个部分：${ALL.join('；')}。`,
    `全文包括${ALL.join('、')}。`,
    '全文包括概述、主动公开情况、依申请公开情况、复议和诉讼情况、问题和改进措施、其他报告事项六个方面。',
    `本报告由${ALL.slice(0, 3).join('、')}等六部分组成。`,
    '本报告按照条例编制，数据截至12月31日。',
  ])('%s', (opening) => {
    expect(said(opening)).toEqual([])
  })

  test.each(ALL)('six are stated, and %s is left out', (title) => {
    const rest = ALL.filter((other) => other !== title).join('、')
    expect(said(`本报告由${rest}六个部分组成。`)).toEqual([[`${rule}.counted`]])
  })

  test('all six are listed, and another number stated', () => {
    const { found, marked } = placesOf(rule, told({ opening: `本报告由⟦${ALL.join('、')}五部分⟧组成。`, overview: '' }))
    expect(found).toEqual(marked)
    expect(said(`本报告由${ALL.join('、')}五部分组成。`)).toEqual([[`${rule}.count`]])
  })

  test('what is not certain is worth a remark', () => {
    const five = ALL.slice(0, 5).join('、')
    expect(said(`本报告由${five}等六部分组成。`)).toEqual([[`${rule}.counted`, 'info']])
    expect(said(`本报告由${five}、有关说明和附表六部分组成。`)).toEqual([[`${rule}.counted`, 'info']])
    expect(said(`本报告由${five}五部分组成。`)).toEqual([[`${rule}.counted`, 'info']])
    expect(said(`本年报包括${five}。`)).toEqual([[rule, 'info']])
  })

  test('it may stand below the first heading', () => {
    const overview = `本报告由${ALL.slice(0, 5).join('、')}六部分组成。全年公开三百条。`
    expect(saidBy(rule, told({ overview, proactive: '' }))).toEqual([[`${rule}.counted`]])
  })

  test('a sentence on the work is no list', () => {
    const overview = '规范主动公开、依申请公开、行政复议和行政诉讼应对，改进基本情况统计。'
    expect(saidBy(rule, told({ overview, proactive: '' }))).toEqual([])
  })
})

describe('content/rule-making-power', () => {
  const rule = 'content/rule-making-power'
  const ROW = 'proactive/governmentRules'
  const withRules = (organ: string, figures: Readonly<Record<string, number>>, year = 2023) =>
    planted({ year, figures }).text.replaceAll('青禾县人民政府', organ)
  const addresses = (text: string) => findingsOf(rule, text).map(({ address }) => address)

  test.each(['青禾县人民政府', '青禾市白石区', '青禾县白石镇', '青禾市白石街道办事处', '青禾县教育局', '青禾省教育厅'])(
    '%s makes none',
    (organ) => {
      expect(addresses(withRules(organ, { [`${ROW}/inForce`]: 6 }))).toEqual([`${ROW}/inForce`])
      expect(addresses(withRules(organ, {}))).toEqual([])
    },
  )

  test.each([
    '青禾市人民政府',
    '青禾省人民政府',
    '青禾自治州人民政府',
    '青禾市人民政府办公厅',
    '国家青禾局',
    '青禾开发区管委会',
  ])('%s does, or may', (organ) => {
    expect(addresses(withRules(organ, { [`${ROW}/inForce`]: 6 }))).toEqual([])
  })

  test('several figures are one finding, on the first', () => {
    const text = withRules('青禾县人民政府', { [`${ROW}/issued`]: 2, [`${ROW}/inForce`]: 6 })
    expect(findingsOf(rule, text).map(({ address, related }) => [address, related.length])).toEqual([
      [`${ROW}/issued`, 1],
    ])
  })

  test('in the format of 2019, what was disclosed may be of others', () => {
    expect(addresses(withRules('青禾县人民政府', { [`${ROW}/disclosedTotal`]: 6 }, 2020))).toEqual([])
    expect(addresses(withRules('青禾县人民政府', { [`${ROW}/produced`]: 6 }, 2020))).toEqual([`${ROW}/produced`])
  })
})

describe('content/repeated-words', () => {
  const rule = 'content/repeated-words'

  test('the finding shows both, the fix takes the second', () => {
    const text = told({ overview: '收到政府信息公开公开申请 4 件。' })
    const [finding] = findingsOf(rule, text)
    expect(finding && text.slice(finding.span.start, finding.span.end)).toBe('公开公开')
    const [fix] = finding?.fixes ?? []
    expect(fix).toMatchObject({ safe: true })
    expect(fix && applied(text, fix).text).toBe(told({ overview: '收到政府信息公开申请 4 件。' }))
  })

  test('a figure is not deleted without being asked', () => {
    const text = told({ overview: '全年办培训班 3 场全年办培训班 3 场。' })
    expect(findingsOf(rule, text).map(({ fixes }) => fixes[0]?.safe)).toEqual([false])
  })

  test('not beside a table, nor above a report without a title, nor in one of no known edition', () => {
    expect(findingsOf(rule, told({ proactive: '结果结果维持维持' }))).toEqual([])
    const untitled =
      '首页公开年报公开年报\n统计期限为2022年1月1日至12月31日。\n一、总体情况\n行政许可\t1\n行政处罚\t2\n'
    expect(review(untitled).report.facts.year).toBe(2022)
    expect(findingsOf(rule, untitled)).toEqual([])
    expect(findingsOf(rule, told({ year: 2016, overview: '收到公开公开申请。' }))).toEqual([])
  })
})
