import { FEES, TOPICS } from './content.ts'
import type { ContentSource } from './content-schema.ts'

/** What a new report begins with: the words of the form, and sentences that a person confirms or replaces. */

type Drafts = NonNullable<ContentSource['drafts']>

/** As the annexes print it where prose is asked for. */
const DESCRIBE = '[[（文字描述）]]'
const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九']

const OPENING: Drafts = [
  {
    id: 'basis',
    title: '编制依据',
    said: ['编制', '编写', '依据', '根据'],
    text: '本报告根据《{statute}》和《{notice}》（{number}）编制。',
  },
  {
    id: 'period',
    title: '统计期限',
    said: ['统计期', '12月31日', '12 月 31 日'],
    text: '本报告所列数据的统计期限为{year}年1月1日至{year}年12月31日。',
  },
]

/** 条例 第五十条第四项. */
const DUTIES: Drafts = [
  {
    id: 'duties',
    title: '工作考核、社会评议和责任追究结果情况',
    section: 'overview',
    issuer: 'government',
    said: ['社会评议', '责任追究'],
    text: [
      '[[（文字描述：工作考核的方式和结果）]]',
      '[[（文字描述：社会评议的方式和结果）]]',
      '[[（草稿，请核实）]]{year}年没有因政府信息公开工作被追究责任的情形。',
    ].join('\n'),
  },
]

const CLOSING: Drafts = [
  {
    id: 'problems',
    title: '主要问题和改进情况',
    section: 'problems',
    said: ['问题', '改进'],
    text: '[[（文字描述：存在的主要问题）]]\n[[（文字描述：改进情况）]]',
  },
]

const FURTHER: Drafts = [
  {
    id: 'nothing',
    title: '没有其他需要报告的事项',
    section: 'other',
    said: ['其他需要报告', '其它需要报告'],
    text: '[[（草稿，请核实）]]{year}年度没有其他需要报告的事项。',
  },
]

export const DRAFTS_2019: Drafts = [
  ...OPENING,
  { id: 'overview', title: '总体情况', section: 'overview', said: ['文字描述'], text: DESCRIBE },
  ...DUTIES,
  ...CLOSING,
  ...FURTHER,
]

const TOPICS_NAMED = TOPICS?.subjects ?? []

export const DRAFTS_2021: Drafts = [
  ...OPENING,
  ...TOPICS_NAMED.map(({ title, names }, index) => ({
    id: `topic${index + 1}`,
    title,
    section: 'overview',
    said: names,
    text: `# （${NUMERALS[index]}）${title}\n${DESCRIBE}`,
  })),
  ...DUTIES,
  ...CLOSING,
  {
    id: 'fees',
    title: '信息处理费',
    section: 'other',
    said: FEES?.names ?? [],
    text: FEES?.draft.replace('（草稿，请核实）', '[[$&]]') ?? '',
  },
  ...FURTHER,
]
