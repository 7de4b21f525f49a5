import { describe, expect, test } from 'vitest'
import { CATALOGUE } from '../../../server/src/formats/catalogue.ts'
import { parseFormatPack, withPacks } from '../../../server/src/formats/pack.ts'
import { review } from '../../../server/src/review/review.ts'
import { RULES } from '../../../server/src/rules/index.ts'
import { figureAt, richProse, withProse } from '../../generator/prose.ts'
import { SEPARATED } from '../../generator/render.ts'
import { planted } from './planted.ts'

// Generated reports with rich prose: sound ones, in which nothing is found; and for every rule one fault, of which that
// rule speaks and no other.

type Planted = ReturnType<typeof planted>
type Options = NonNullable<Parameters<typeof planted>[0]>

const SEEDS = [3, 8, 21, 34]

/** A sound report and the same with rich prose. */
const sound = (options: Options = {}): string => {
  const { text, figures } = planted(options)
  return withProse(text, richProse(figures))
}

const rulesIn = (text: string, options = {}): string[] => [
  ...new Set(
    review(text, options).findings.map(({ rule, wording }) => `${rule} ${wording.key}`.split(' ')[0] as string),
  ),
]

describe.each(SEPARATED)('a sound report with rich prose, as %s', (layout) => {
  test('has nothing to be found', () => {
    for (const seed of SEEDS)
      for (const scale of [9, 300, 40_000])
        expect([seed, scale, ...rulesIn(sound({ layout, seed, scale }))]).toEqual([seed, scale])
  })
})

/** Puts figures in the place of others, while the prose says what was there before. */
const figures =
  (change: (old: (address: string) => number) => Record<string, number>) =>
  (seed: number): string => {
    const before = planted({ seed }).figures
    const after = planted({ seed, figures: change((address) => figureAt(before, address)) })
    return withProse(after.text, richProse(before))
  }

/** The same, while the prose says nothing of them. */
const contradicted =
  (change: (old: (address: string) => number) => Record<string, number>) =>
  (seed: number): string => {
    const before = planted({ seed }).figures
    return planted({ seed, figures: change((address) => figureAt(before, address)) }).text
  }

/** Writes something else where a figure stands. */
const written =
  (address: string, text: string) =>
  (seed: number): string => {
    const { text: whole, cells, figures: all } = planted({ seed })
    const span = cells.get(address) as NonNullable<ReturnType<Planted['cells']['get']>>
    return withProse(whole.slice(0, span.start) + text + whole.slice(span.end), richProse(all))
  }

/** Changes the text; what is to be changed has to be there. */
const edited =
  (...changes: readonly (readonly [old: string | RegExp, now: string])[]) =>
  (seed: number): string =>
    changes.reduce((text, [old, now]) => {
      expect(text.search(old)).toBeGreaterThanOrEqual(0)
      return text.replace(old, now)
    }, sound({ seed }))

const saying = (sentence: string) => edited([/\n二、/, `\n${sentence}\n\n二、`])

const TITLES: Readonly<Record<string, string>> = { 二: '主动', 三: '收到', 四: '政府', 五: '存在', 六: '其他' }

/** The part of a text from one heading to the next, or to its end. Rows have numerals as well. */
function sectionOf(text: string, from: string, to = ''): string {
  const at = (numeral: string) => text.indexOf(`\n${numeral}、${TITLES[numeral]}`)
  return text.slice(at(from), to === '' ? undefined : at(to))
}

/** Two reports for 2023, whose tables are those of 2023 and of 2020. */
function oldAndNow(seed: number): { readonly old: string; readonly now: string } {
  const { text, figures } = planted({ seed, year: 2020 })
  return { old: withProse(text.replaceAll('2020年', '2023年'), richProse(figures)), now: sound({ seed }) }
}

const FAULTS: Readonly<Record<string, (seed: number) => string>> = {
  'arithmetic/cell': figures((old) => ({ 'requests/granted/person': old('requests/granted/person') + 17 })),
  'arithmetic/entry': figures((old) =>
    Object.fromEntries(
      ['granted/person', 'granted/total', 'total/person', 'total/total'].map((key) => {
        const address = `requests/${key}`
        return [address, old(address) + 13]
      }),
    ),
  ),
  'arithmetic/shifted': figures((old) => ({
    'requests/received/person': 0,
    'requests/received/company': old('requests/received/person') + old('requests/received/company'),
  })),
  'arithmetic/row-total': figures((old) => ({
    'remedies/reconsideration/total': old('remedies/reconsideration/total') + 3,
  })),
  'arithmetic/balance': contradicted((old) => {
    const by = { person: 1, company: 2, research: 4, total: 7 }
    return Object.fromEntries(
      Object.entries(by).map(([column, more]) => [
        `requests/received/${column}`,
        old(`requests/received/${column}`) + more,
      ]),
    )
  }),
  'arithmetic/bound': figures(() => ({
    'proactive/normativeDocuments/issued': 9,
    'proactive/normativeDocuments/repealed': 0,
    'proactive/normativeDocuments/inForce': 2,
  })),
  'cell/not-a-count': written('proactive/licensing/decisions', '1.5'),
  'cell/blank': written('proactive/penalties/decisions', ''),
  'cell/unit': written('proactive/licensing/decisions', '12件'),
  'cell/magnitude': written('proactive/fees/amount', '2500000'),
  'table/missing': (seed) => {
    const text = sound({ seed })
    const remedies = sectionOf(text, '四', '五')
    return text.replace(remedies, () => `${remedies.split('\n').slice(0, 2).join('\n')}\n\n本年度情况见附表。\n`)
  },
  'table/row-missing': edited([/^\t\t4\.无正当理由大量反复申请.*\n/m, '']),
  'table/row-duplicate': edited([/^(\t\t2\.重复申请.*\n)/m, '$1$1']),
  'table/label': edited([/行政许可\t/, '行政许司\t']),
  'table/heading': edited([/第二十条第（五）项/, '第二十条第（六）项']),
  'table/extra-value': edited([/^(\t\t3\.要求提供公开出版物.*)$/m, '$1\t0']),
  'table/unaligned': edited([/^(\t\t5\.要求行政机关确认或重新出具已获取信息)\t(\d+)\t(\d+)\t/m, '$1\t$2 $3\t']),
  'section/missing': (seed) => {
    const text = sound({ seed })
    return text.replace(sectionOf(text, '五', '六'), '\n')
  },
  'section/duplicate': (seed) => {
    const text = sound({ seed })
    return `${text}${sectionOf(text, '六')}`
  },
  'section/order': (seed) => {
    const text = sound({ seed })
    const [five, six] = [sectionOf(text, '五', '六'), sectionOf(text, '六')]
    return text.replace(five + six, () => six + five)
  },
  'section/number': edited([/六、其他/, '七、其他']),
  'section/title': edited([/二、主动公开政府信息情况/, '二、主动公开信息情况']),
  'section/empty': (seed) => {
    const text = sound({ seed })
    return text.replace(sectionOf(text, '六'), '\n六、其他需要报告的事项\n')
  },
  'section/level': (seed) => sound({ seed, layout: 'pipes' }).replace('## 五、', '### 五、'),
  'format/outdated-table': (seed) => {
    const { old, now } = oldAndNow(seed)
    return now.replace(sectionOf(now, '二', '三'), () => sectionOf(old, '二', '三'))
  },
  'format/outdated-row': (seed) => {
    const { old, now } = oldAndNow(seed)
    return old.replace(sectionOf(old, '二', '三'), () => sectionOf(now, '二', '三'))
  },
  'format/outdated-label': edited([/行政规范性文件\t/, '规范性文件\t']),
  'format/premature': (seed) => planted({ seed }).text.replaceAll('2023年', '2020年'),
  'format/notice': edited([/本报告所列/, '本报告按照国办公开办函〔2019〕60号编制。所列']),
  'narrative/count': saying('2023年，共收到政府信息公开申请987654件，均已登记。'),
  'narrative/zero': (seed) => {
    const text = sound({ seed })
    return text.replace(/2023年，县政府[^\n]*/, '本年度未收到政府信息公开申请。')
  },
  'narrative/breakdown': saying('全年公开信息61条，其中规划类10条、财政类20条、民生类30条。'),
  'narrative/percentage': saying('全年公开信息60条，规划类15条，占35%。'),
  'narrative/period': edited([/2023年1月1日至2023年12月31日/, '2022年1月1日至2022年12月31日']),
  'narrative/year': saying('2022年，组织开展培训3期，印发材料200份。'),
  'narrative/published': (seed) => `${sound({ seed })}\n青禾县人民政府\n\n2023年12月19日\n`,
  'content/topics': edited(
    [/（四）平台建设。[^\n]*\n\n/, ''],
    [/县政府网站访问量[^\n]*/, '已按月统计。'],
    [/按月更新栏目，/, ''],
  ),
  'content/government-duties': edited([
    /工作考核、社会评议和责任追究结果在年终会上通报，评议意见逐条回复。/,
    '年终会上通报。',
  ]),
  'content/fee-statement': edited([/按照规定，发出收费通知、收取信息处理费的情况已另行备案。/, '']),
  'content/problems': edited([/个别栏目更新偏慢[^\n]*/, '无。']),
  'content/placeholder': edited([/六、其他需要报告的事项\n\n/, '六、其他需要报告的事项\n\nXX单位来访12人次。']),
  'content/self-reference': saying('我镇按月更新栏目，逐项核对目录。'),
  'content/preamble': edited([
    /本报告所列/,
    '本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议行政诉讼情况、存在的主要问题及改进情况等六部分组成。所列',
  ]),
  'content/rule-making-power': written('proactive/governmentRules/inForce', '6'),
  'content/repeated-words': edited([/答复文书用统一的样式/, '答复文书用统一的样式，答复文书用统一的样式']),
  'content/title': edited([/政府信息公开工作年度报告/, '政务信息公开工作年度报告']),
  'content/dated-phrase': saying('全县学习贯彻十九届四中全会精神。'),
  'report/second': (seed) => `${sound({ seed })}\n\n${sound({ seed: seed + 1 }).replaceAll('2023', '2022')}`,
}

/** What the one fault of a report cannot be, and where it is tried instead. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'arithmetic/column-total': 'causes.test.ts: several mistakes, which nothing simple explains',
  'content/unlikely-figures': 'more-content.test.ts: figures of a whole table',
  'history/balance': 'history.test.ts: beside the report of the year before',
  'history/carried-over': 'history.test.ts: beside the report of the year before',
  'history/jump': 'history.test.ts: beside the report of the year before',
  'history/similar': 'history.test.ts: beside the report of the year before',
  'rollup/sum': 'cli/sum.test.ts: beside the sum of other reports',
}

describe('one fault', () => {
  test('every rule has one', () => {
    const named = [...Object.keys(FAULTS), ...Object.keys(ELSEWHERE), 'content/length']
    expect(named.sort()).toEqual(RULES.map(({ id }) => id).sort())
  })

  test.each(Object.entries(FAULTS))('%s is found, and nothing else', (rule, faulty) => {
    for (const seed of SEEDS) expect([seed, ...rulesIn(faulty(seed))]).toEqual([seed, rule])
  })

  test('content/length, where a province sets a limit', () => {
    const pack = parseFormatPack(
      JSON.stringify({
        formats: [{ kind: 'disclosure', extends: '2021', sections: [{ id: 'overview', length: { most: 50 } }] }],
      }),
    )
    const catalogue = withPacks(CATALOGUE, [pack])
    for (const seed of SEEDS) expect(rulesIn(sound({ seed }), { catalogue })).toEqual(['content/length'])
  })
})
