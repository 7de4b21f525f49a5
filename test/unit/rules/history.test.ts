import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CATALOGUE } from '../../../server/src/formats/catalogue.ts'
import { parseFormatPack, withPacks } from '../../../server/src/formats/pack.ts'
import { sayWording } from '../../../server/src/review/messages/index.ts'
import { read, review } from '../../../server/src/review/review.ts'
import { pastOf } from '../../../server/src/rules/beside.ts'
import { FORESTRY, packText } from '../formats/made-kind.ts'
import { told } from './told.ts'
import { historyOf, reviewYears, twoYears } from './years.ts'

/** Rows of the table of requests with nothing but what natural persons asked for. */
const persons = (rows: Readonly<Record<string, number>>) =>
  Object.fromEntries(
    Object.entries(rows).flatMap(([row, figure]) => [
      [`requests/${row}/person`, figure],
      [`requests/${row}/total`, figure],
    ]),
  )

/** All of the table of requests is 0 but for these. */
const onlyPersons = (rows: Readonly<Record<string, number>>) => ({ ...empty(), ...persons(rows) })
function empty(): Record<string, number> {
  const { tables } = read(twoYears().now)
  return Object.fromEntries(
    tables
      .filter(({ id }) => id === 'requests')
      .flatMap(({ cells }) => [...cells.keys()].map((key) => [`requests/${key}`, 0])),
  )
}
const row = (id: string, figures: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(figures).map(([column, figure]) => [`proactive/${id}/${column}`, figure]))

test('nothing is said of a year that follows from the one before, in every layout and over both editions', () => {
  for (const year of [2020, 2021, 2022, 2025])
    for (const layout of ['tabs', 'pipes', 'html', 'lines'] as const)
      for (const seed of [1, 2, 3]) expect(historyOf(twoYears({ year, layout, seed }))).toEqual([])
})

test('nothing is said without last year’s report', () => {
  const { now } = twoYears({ last: onlyPersons({ received: 3, carriedForward: 3 }) })
  expect(review(now).findings.filter(({ rule }) => rule.startsWith('history/'))).toEqual([])
})

describe('history/carried-over', () => {
  const LAST = onlyPersons({ received: 3, carriedForward: 3 })

  test('the total is other than what last year handed on: both cells are linked', () => {
    const years = twoYears({ last: LAST, now: onlyPersons({ broughtForward: 2, granted: 2, total: 2 }) })
    expect(historyOf(years)).toEqual(['history/carried-over requests/broughtForward/total'])
    const [finding] = reviewYears(years).findings.filter(({ rule }) => rule === 'history/carried-over')
    expect(finding && sayWording('zh-CN', finding.wording)).toMatch(
      /^“二、上年结转政府信息公开申请数量·总计”是 2，2022 年的报告里“四、结转下年度继续办理·总计”是 3。/,
    )
    const linked = finding?.related.map(
      ({ in: other, span }) => other && [other.name, years.last.slice(span.start, span.end)],
    )
    expect(linked).toEqual([
      ['last.txt', '3'],
      ['last.txt', '3'],
    ])
  })

  test('only the parts are other: information, on the first of them', () => {
    const now = {
      ...onlyPersons({ broughtForward: 3, granted: 3, total: 3 }),
      'requests/broughtForward/person': 2,
      'requests/broughtForward/company': 1,
      'requests/granted/person': 2,
      'requests/granted/company': 1,
      'requests/total/person': 2,
      'requests/total/company': 1,
    }
    const years = twoYears({ last: LAST, now })
    expect(historyOf(years)).toEqual(['history/carried-over info requests/broughtForward/person'])
    const [finding] = reviewYears(years).findings.filter(({ rule }) => rule === 'history/carried-over')
    expect(finding?.wording.args.differences).toBe('自然人 3→2、商业企业 0→1')
  })

  test('a figure that the sums show to be wrong, and the right one agrees: said once, as a sum', () => {
    const now = { ...onlyPersons({ broughtForward: 3, granted: 3, total: 3 }), 'requests/broughtForward/total': 5 }
    const { findings } = reviewYears(twoYears({ last: LAST, now }))
    expect(findings.map(({ rule }) => rule).filter((rule) => !rule.startsWith('content/'))).toEqual([
      'history/similar',
      'arithmetic/cell',
    ])
  })

  test('the same in last year’s table', () => {
    const last = { ...LAST, 'requests/carriedForward/total': 5 }
    expect(historyOf(twoYears({ last, now: onlyPersons({ broughtForward: 3, granted: 3, total: 3 }) }))).toEqual([])
  })

  test.each(['last', 'now'] as const)('a figure of %s that is blank is not judged', (which) => {
    const years = twoYears({ last: LAST, now: onlyPersons({ broughtForward: 2, granted: 2, total: 2 }) })
    const label = which === 'last' ? '四、结转下年度继续办理' : '二、上年结转政府信息公开申请数量'
    const blank = years[which].replace(new RegExp(`(${label})((?:\t\\d*)+)`), (_, name) => `${name}${'\t'.repeat(7)}`)
    expect(blank).not.toBe(years[which])
    expect(historyOf({ ...years, [which]: blank })).toEqual([])
  })
})

describe('history/balance', () => {
  const last = row('normativeDocuments', { issued: 8, repealed: 2, inForce: 69 })
  const inForce = (figure: number) => row('normativeDocuments', { issued: 7, repealed: 3, inForce: figure })

  test('what is in force is not last year’s with what was added and taken away', () => {
    const years = twoYears({ last, now: inForce(63) })
    expect(historyOf(years)).toEqual(['history/balance proactive/normativeDocuments/inForce'])
    const [finding] = reviewYears(years).findings.filter(({ rule }) => rule === 'history/balance')
    expect(finding?.wording.args).toMatchObject({
      expected: '73',
      sum: '2022 年现行有效件数 69 + 本年制发件数 7 − 本年废止件数 3',
    })
  })

  test('holds for whatever was issued and repealed', () => {
    const count = fc.nat(500)
    fc.assert(
      fc.property(count, count, count, (before, issued, repealed) => {
        const gone = Math.min(repealed, before + issued)
        const now = row('governmentRules', { issued, repealed: gone, inForce: before + issued - gone })
        const years = twoYears({ last: row('governmentRules', { inForce: before }), now })
        expect(historyOf(years)).toEqual([])
      }),
      { numRuns: 20 },
    )
  })

  test('2019: the items of last year with their change', () => {
    const before = row('licensing', { previousItems: 40, change: -4 })
    const years = (previousItems: number) =>
      twoYears({ year: 2020, last: before, now: row('licensing', { previousItems }) })
    expect(historyOf(years(36))).toEqual([])
    expect(historyOf(years(40))).toEqual(['history/balance proactive/licensing/previousItems'])
  })

  test('from one edition to the next there is nothing to go by', () => {
    expect(historyOf(twoYears({ year: 2021, now: row('normativeDocuments', { inForce: 63 }) }))).toEqual([])
  })
})

describe('history/jump', () => {
  const leap = (before: number, after: number) =>
    historyOf(twoYears({ last: row('licensing', { decisions: before }), now: row('licensing', { decisions: after }) }))

  test.each([
    [2610, 261],
    [12, 120],
    [40, 0],
    [12.5, 131000],
  ])('from %d to %d is one', (before, after) => {
    expect(leap(before, after)).toEqual(['history/jump proactive/licensing/decisions'])
  })

  test.each([
    [2610, 262],
    [13, 120],
    [0, 300],
    [4, 0],
    [0, 0],
  ])('from %d to %d is none', (before, after) => {
    expect(leap(before, after)).toEqual([])
  })

  test('people say what a leap is', () => {
    const years = twoYears({ last: row('licensing', { decisions: 100 }), now: row('licensing', { decisions: 500 }) })
    const settings = new Map([['history/jump', { options: { factor: 5 } }]])
    const rules = reviewYears(years, { settings }).findings.map(({ rule }) => rule)
    expect(rules).toContain('history/jump')
  })

  test('a figure that follows from last year’s is none, however far it went', () => {
    const last = row('normativeDocuments', { issued: 1, repealed: 0, inForce: 10 })
    const now = row('normativeDocuments', { issued: 200, repealed: 0, inForce: 210 })
    expect(historyOf(twoYears({ last, now }))).toEqual([])
  })
})

describe('history/similar', () => {
  const said = (last: string, now: string) =>
    reviewYears({
      last: told({ year: 2022, problems: last }),
      now: told({ year: 2023, problems: now }),
    }).findings.filter(({ rule }) => rule === 'history/similar')
  const PROSE =
    '2022年，青禾县教育局收到建议31条，部分学校的招生信息公开得晚，家长打电话来问才知道。一是把招生简章、学区划分和咨询电话的公开时间提前到三月；二是请家长代表试着在网站上找，找不到的当场改；三是每学期抽查两次，结果写进学校的年度考核，并在家长会上说明整改的情况。'
  const OTHER =
    '今年的申请多数问的是教师招聘的评分办法，答复用语不统一。现已把评分办法和历年分数线整理公布，答复前由法规科核对一遍，申请人不满意的当面说明；明年起把常见的问题编成问答，挂在首页，随时补充，年底统计查阅的人数，看的人少的改写。'

  test('a section in which only year, figures and numerals are new: on its title, linked to last year’s', () => {
    const [finding, ...more] = said(PROSE, PROSE.replace('2022', '2023').replace('31', '28'))
    expect(more).toEqual([])
    expect(finding?.wording).toEqual({
      key: 'history/similar',
      args: { title: '五、存在的主要问题及改进情况', percent: 100, year: 2022 },
    })
    expect(finding?.related.map(({ in: other, wording }) => [other?.name, wording.key])).toEqual([
      ['last.txt', 'related/last-title'],
    ])
  })

  test('one that is told anew is not', () => expect(said(PROSE, OTHER)).toEqual([]))

  test('half of it is not enough', () => {
    const half = PROSE.slice(0, PROSE.length / 2)
    expect(said(PROSE, half + OTHER)).toEqual([])
  })

  test('a short one may be the same every year', () => {
    expect(said('无。没有其他需要报告的事项。', '无。没有其他需要报告的事项。')).toEqual([])
  })
})

test('another kind of report is held to what its own format says', () => {
  const history = {
    identities: [
      {
        table: 'permits',
        rule: 'carried-over',
        each: 'column',
        left: ['broughtForward'],
        last: ['carriedForward'],
        holder: 'broughtForward',
        reason: '去年转来的，就是去年报告里转入下年的。',
      },
    ],
    steady: ['funds'],
  }
  const pack = parseFormatPack(packText({ ...FORESTRY, history }))
  expect(pack.problems).toEqual([])
  const catalogue = withPacks(CATALOGUE, [pack])
  const report = (year: number, brought: number, forward: number) => `青禾县林业局${year}年林木采伐情况年度报告

二、采伐许可办理情况

林种	用材林	经济林	防护林	特种用途林	小计
一、本年收到采伐申请数量	9	0	0	0	9
二、去年结转采伐申请数量	${brought}	0	0	0	${brought}
四、转入下年继续审批	${forward}	0	0	0	${forward}
`
  const past = pastOf('last.txt', read(report(2021, 0, 4), { catalogue }))
  const found = review(report(2022, 3, 1), { catalogue, past }).findings.filter(({ rule }) =>
    rule.startsWith('history/'),
  )
  expect(found.map(({ rule, address }) => [rule, address])).toEqual([
    ['history/carried-over', 'permits/broughtForward/total'],
  ])
})

test('what a format says of two years has to bear itself out', () => {
  const identity = {
    table: 'nowhere',
    rule: 'balance',
    each: 'row',
    left: ['a'],
    last: ['b'],
    holder: 'c',
    reason: '理由',
  }
  const pack = parseFormatPack(packText({ ...FORESTRY, history: { identities: [identity], steady: ['nothing'] } }))
  expect(pack.problems.map(({ path }) => path).sort()).toEqual([
    'formats[0].history.identities[0].holder',
    'formats[0].history.identities[0].table',
    'formats[0].history.steady[0]',
  ])
})
