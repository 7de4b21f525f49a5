import type { FormatSource } from './schema.ts'

type Measures = NonNullable<FormatSource['measures']>

/** What sentences of reports say about the tables, in the words seen in published reports. Notation: see the schema. */

const RECEIVED = [['requests/received/total'], ['requests/received/total', 'requests/broughtForward/total']]
const HANDLED = [['requests/total/total'], ...RECEIVED]
const REQUEST_UNITS = ['件', '宗', '份', '条', '例', '起', '个']
const CASE_UNITS = ['件', '宗', '起', '例', '个']
const ABOUT_REQUESTS = ['申请', '依申请']
const DISCLOSURE_REQUESTS = ['信息公开申请', '依申请公开', '公开申请']
const RECEIVING = '收到|新收|受理|接收|收办|接到'
/** By its full name, whatever stands before it; by a short one, the words before it may say which. */
const APPLICATION = '政府信息公开申请|政务信息公开申请|依申请公开申请'
const SHORT_APPLICATION = '信息公开申请|公开申请'
const DISCLOSURE = ['信息公开', '政务公开']

type More = Partial<Measures[number]>

const requests = (
  id: string,
  said: string[],
  sums: string[][],
  { denied = [], ...more }: More = {},
): Measures[number] => ({
  id,
  said,
  denied,
  sums,
  units: REQUEST_UNITS,
  about: ABOUT_REQUESTS,
  ...more,
})

const outcome = (id: string, said: string[], rows: string[], more: More = {}): Measures[number] =>
  requests(id, said, [rows.map((row) => `requests/${row}/total`)], { listed: true, ...more })

/** One row of a group: prose may count a reason by other lines than the form. */
const reason = (id: string, said: string[], despite: string[] = []): Measures[number] =>
  outcome(id, said, [id], { despite, certain: false })

const applicants = (id: string, said: string[], columns: string[]): Measures[number] =>
  requests(
    id,
    said,
    [['received'], ['received', 'broughtForward']].map((rows) =>
      rows.flatMap((row) => columns.map((column) => `requests/${row}/${column}`)),
    ),
    { listed: true },
  )

export const REQUEST_MEASURES: Measures = [
  requests(
    'received',
    [
      `${RECEIVING}…${APPLICATION}·#`,
      `${RECEIVING}·${SHORT_APPLICATION}|依申请公开|依申请公开件·#`,
      `${RECEIVING}·#·信息公开申请|依申请公开|公开申请`,
      `${APPLICATION}·${RECEIVING}·#`,
    ],
    RECEIVED,
    {
      denied: ['未|没有·收到|接到|受理|接收|新收…信息公开申请|依申请公开|公开申请', '无·依申请公开·申请|件|情况|事项'],
    },
  ),
  requests('received.short', [`^·${RECEIVING}·申请·#`, '^新收·#'], RECEIVED, {
    about: DISCLOSURE_REQUESTS,
    certain: false,
  }),
  requests('handled', [`办结|答复|办理…${APPLICATION}·#`, '办结依申请公开·#'], HANDLED),
  requests('handled.short', ['^·办结|答复|办理·申请·#', '^·办结|已办结|已答复·#'], HANDLED, {
    about: DISCLOSURE_REQUESTS,
    aboutIn: 'sentence',
    certain: false,
  }),
  requests(
    'broughtForward',
    ['上年|上年度|上一年度·结转·#', '结转上年|结转上年度·信息公开申请·#', '^<·结转·#', '^含<·结转·#'],
    [['requests/broughtForward/total']],
  ),
  requests(
    'carriedForward',
    [
      '结转下年|转下年|结转至下年|结转到下年|结转下一年|转至下年·#',
      '结转|结转至|结转到·>·#',
      '^#·结转下年|转下年|结转至下年|结转到下年|结转下一年|转至下年',
      '^#·结转|结转至|结转到·>',
    ],
    [['requests/carriedForward/total']],
  ),
  outcome('granted', ['^予以公开·#', '^同意公开·#', '作出·予以公开·#'], ['granted']),
  outcome('partlyGranted', ['^部分公开·#', '^区分处理后公开·#'], ['partlyGranted']),
  outcome(
    'grantedOrPartlyGranted',
    ['^予以公开及部分公开|予以公开和部分公开|予以公开、部分公开|予以公开或部分公开·#'],
    ['granted', 'partlyGranted'],
  ),
  outcome('refused', ['^不予公开·#'], ['refused']),
  outcome('unavailable', ['^无法提供·#', '原因无法提供·#'], ['unavailable']),
  outcome('notProcessed', ['^不予处理·#'], ['notProcessed']),
  outcome('other', ['^其他处理|作其他处理·#'], ['other']),
  reason('refused.stateSecret', ['^属于国家秘密|涉及国家秘密|因属于国家秘密·#'], ['属于', '涉及']),
  reason('refused.caseFile', ['^属于行政执法案卷|行政执法案卷·#'], ['属于']),
  reason('refused.inquiry', ['^属于行政查询事项|行政查询事项|行政查询·#'], ['属于']),
  reason('unavailable.needsCreation', ['^没有现成信息需要另行制作|没有现成信息、需要另行制作·#']),
  reason('unavailable.unclear', ['^补正后申请内容仍不明确·#']),
  reason('notProcessed.petition', ['^信访举报投诉类|信访、举报、投诉类·#']),
  reason('notProcessed.duplicate', ['^重复申请·#'], ['重复']),
  applicants('person', ['自然人·#'], ['person']),
  applicants('company', ['商业企业·#', '^企业·#'], ['company']),
  applicants('research', ['科研机构·#'], ['research']),
  applicants('publicInterest', ['社会公益组织·#'], ['publicInterest']),
  applicants('legalServices', ['法律服务机构·#'], ['legalServices']),
  applicants(
    'legalPersons',
    ['法人或其他组织|法人和其他组织|法人及其他组织|法人或者其他组织·#'],
    ['company', 'research', 'publicInterest', 'legalServices', 'otherOrganization'],
  ),
]

/** A government also decides on reviews, and its lawyers go to court for others. */
const AS_AUTHORITY = ['受理', '审理', '办理', '办结', '审结', '代理', '应诉', '出庭', '收到', '全年共']
const NONE = '未发生|未出现|未收到|未产生|未引发|未有|未因|没有'

const cases = (id: string, name: string, sums: string[][]): Measures[number] => ({
  id,
  said: [`${name}·#`],
  denied: [`${NONE}…${name}`, `无·${name}`, `无因|无涉及…${name}`],
  sums,
  units: CASE_UNITS,
  about: DISCLOSURE,
  aboutIn: 'sentence',
  unless: AS_AUTHORITY,
  despite: ['涉及', '有关', '关于'],
})

export const REMEDY_MEASURES: Measures = [
  cases('reconsideration', '行政复议', [['remedies/reconsideration/total']]),
  cases('litigation', '行政诉讼', [
    ['remedies/litigation/total'],
    ['remedies/litigation.direct/total'],
    ['remedies/litigation.afterReconsideration/total'],
  ]),
]

const documents = (id: string, verbs: string, column: string): Measures[number] => ({
  id,
  said: [`${verbs}·行政规范性文件·#`],
  sums: [[`proactive/normativeDocuments/${column}`]],
  units: ['件', '份', '个'],
})

export const DOCUMENT_MEASURES_2021: Measures = [
  documents('normativeDocuments.issued', '制发|制定|印发|出台', 'issued'),
  documents('normativeDocuments.repealed', '废止', 'repealed'),
  documents('normativeDocuments.inForce', '现行有效', 'inForce'),
]

/** Decisions that were made in the year, published or not. */
const decisions = (row: string, name: string): Measures[number] => ({
  id: `${row}.decisions`,
  said: [`作出|做出·${name}决定|${name}·#`],
  sums: [[`proactive/${row}/decisions`]],
  units: [...CASE_UNITS, '份', '项'],
  certain: false,
})

export const DECISION_MEASURES_2021: Measures = [
  decisions('licensing', '行政许可'),
  decisions('penalties', '行政处罚'),
  decisions('coercion', '行政强制'),
  {
    id: 'fees.amount',
    said: ['行政事业性收费·#'],
    sums: [['proactive/fees/amount']],
    units: ['元'],
    worth: 10_000,
    unless: ['减免', '减征', '免征', '停征', '取消', '降低', '退还', '清退'],
    certain: false,
  },
]

/** Whether anybody was sent a notice of a fee, and what was collected for handling applications. */
export const FEE_MEASURES_2021: Measures = [
  {
    id: 'other.feeUnpaid',
    said: [],
    denied: ['未|没有|无·发出|发放|下发|送达·收费通知'],
    sums: [['requests/other.feeUnpaid/total']],
    units: REQUEST_UNITS,
    despite: ['费', '收取'],
  },
  {
    id: 'fees.collected',
    said: ['收取|收缴|收到·信息处理费·#'],
    sums: [['proactive/fees/amount']],
    units: ['元'],
    worth: 10_000,
    relation: 'within',
    unless: ['应', '拟', '可', '退'],
    certain: false,
  },
]
