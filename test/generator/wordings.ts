import type { Format } from '../../server/src/formats/schema.ts'
import type { Draw } from './figures.ts'

/** The words of a fictional organ's report, and the ways in which real reports differ in them without being wrong. */

export const ORGAN = '青禾县人民政府'

/** Headings that say the same as the official ones. The second list is worth a remark at most. */
const HEADINGS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  overview: [['一、总体情况', '一.总体情况', '一，总体情况', '一、 总体情况', '一、总体情况：']],
  proactive: [
    ['二、主动公开政府信息情况', '二、主动公开政府信息的情况', '二、主动公开政府信息 情况', '二.主动公开政府信息情况'],
  ],
  requests: [
    [
      '三、收到和处理政府信息公开申请情况',
      '三、收到及处理政府信息公开申请情况',
      '三、收到和处理政府信息公开申请的情况',
      '三是收到和处理政府信息公开申请情况',
      '三、收到、处理政府信息公开申请情况',
    ],
  ],
  remedies: [
    [
      '四、政府信息公开行政复议、行政诉讼情况',
      '四、政府信息公开行政复议和行政诉讼情况',
      '四、政府信息公开行政复议行政诉讼情况',
      '四、因政府信息公开工作被申请行政复议、提起行政诉讼情况',
      '四、政府信息公开行政复议、 行政诉讼情况',
    ],
  ],
  problems: [
    ['五、存在的主要问题及改进情况', '五、存在的主要问题和改进情况', '五、政府信息公开工作存在的主要问题及改进情况'],
    ['五、存在问题及改进情况', '五、存在的问题及改进情况', '五、存在的主要问题及改进情况'],
  ],
  other: [['六、其他需要报告的事项', '六、其它需要报告的事项', '六、其他需要报告事项', '六、其他 需要报告的事项']],
}

/** Whether the words of this file are those of the kind of report: others have their official words alone. */
const isOurs = ({ kind }: Format): boolean => kind === 'disclosure'

/** The wordings of a heading that say the same as its official one; undefined where only that is known. */
export function headingsOf(
  format: Format,
  { id, title }: Format['sections'][number],
): readonly (readonly string[])[] | undefined {
  const lists = isOurs(format) ? HEADINGS[id] : undefined
  return lists?.[0]?.includes(title) ? lists : undefined
}

/** The title on one line or two, with the organ and year that it names. */
export function titleOf(
  organ: string,
  year: number,
  words: string,
  draw: Draw,
): { lines: string[]; organ?: string; year: number } {
  const titles = [
    { lines: [`${organ}${year}年${words}`], organ, year },
    { lines: [`${organ} ${year} 年${words}`], organ, year },
    { lines: [`${organ}${year}年${words.slice(0, 2)}`, words.slice(2)], organ, year },
    { lines: [organ, `${year}年${words}`], organ, year },
    { lines: [`${year}年${words}`], year },
    { lines: [`${organ}${year}年度${words}`], organ, year },
  ]
  return titles[draw(titles.length - 1)] as (typeof titles)[number]
}

/** The statistics period; the damaged ones cannot be read, and are no wrong period for it. */
export const periods = (year: number): string[] => [
  `${year}年1月1日至${year}年12月31日`,
  `${year} 年 1 月 1 日至 12 月 31 日`,
  `自${year}年1月1日起至${year}年12月31日止`,
  `${year}年1月1日-${year}年12月31日`,
  `${year}11日至1231日`,
  `${year}11日起至${year}1231日止`,
  `${year}  1  1  日至 ${year}  12  31  日`,
  `${year}1月1日起，至${year}1231日止`,
]

const TOPICS = [
  ['主动公开', '主动公开情况', '主动公开方面', '政府信息主动公开情况', '加强政府信息主动公开', '主动公开政府信息情况'],
  ['依申请公开', '依申请公开情况', '依申请公开办理', '政府信息依申请公开情况', '依法申请公开情况'],
  ['政府信息管理', '政府信息管理情况', '信息管理情况', '做好信息管理工作', '政务信息管理情况'],
  ['平台建设', '政府信息公开平台建设', '平台建设情况', '政务公开平台建设情况', '加强平台建设'],
  ['监督保障', '监督保障情况', '监督保障方面', '完善监督保障机制'],
] as const
const SAYINGS = [
  '各单位按月更新栏目，公开目录逐项对照，读者来访可在服务大厅查阅纸质文本。',
  '申请渠道在首页列明，答复文书用统一的样式，每件都有专人跟到办完。',
  '文件印发前先定公开属性，到期的文件由起草单位清理并说明去向。',
  '门户栏目改版后按主题归类，老人与残障读者有放大和朗读可用。',
  '工作考核、社会评议和责任追究结果在年终会上通报，评议意见逐条回复。',
] as const

/** The five topics of 总体情况, as paragraphs with their sub-headings. */
function overview(draw: Draw): string[] {
  const numbering = draw(4)
  return TOPICS.map((names, index) => {
    const name = names[draw(names.length - 1)] as string
    const number = '一二三四五'[index] as string
    const head = [
      `（${number}）${name}。`,
      `(${number}) ${name}：`,
      `(${number})、${name}。`,
      `${index + 1}.${name}。`,
      `${name}。`,
    ]
    return `${head[numbering]}${SAYINGS[index]}`
  })
}

const PROSE: Readonly<Record<string, readonly string[]>> = {
  problems: [
    '个别栏目更新偏慢，目录与实际公开的内容有出入。下一步按季度通报并逐项整改，年底前由县政府办公室复查，没有改好的单位说明原因。',
  ],
  other: ['按照规定，发出收费通知、收取信息处理费的情况已另行备案。没有其他需要报告的事项。'],
}

/** The paragraphs of a section. */
export function proseOf(format: Format, section: string, draw: Draw): readonly string[] {
  if (!isOurs(format)) return []
  return section === 'overview' ? overview(draw) : (PROSE[section] ?? [])
}

/** A sentence between a heading and its table. */
export const LEAD_IN = ['', '具体数据见下表。', '各项数据由承办单位核对后汇总。']

/** What a web page has above and below a report. */
export const NOISE_ABOVE = [
  '首页 > 政务公开 > 政府信息公开年报',
  '索引号 | QH0001 | 分类 | 综合政务 |',
  '发布日期：01-20 来源：县政府办公室 浏览次数：37',
  '【字体：大 中 小】 打印',
  '{{ title }}',
  '正文内容区域请使用tab按钮切换浏览',
  '年报图解',
  '\t',
  '\u00a0\u00a0',
]
export const NOISE_BELOW = [
  '扫描右侧二维码',
  '在手机打开此页',
  '打印',
  '{{ errorMessage }}',
  '<http://www.example.gov.cn/nb>',
  'PAGEREF _Toc1',
  '? ?',
]
