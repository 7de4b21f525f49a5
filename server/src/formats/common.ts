import type { FormatSource } from './schema.ts'

/** What both editions print alike. Wording: the annexes of the two notices; sums: see `identities`. */

type Table = FormatSource['tables'][number]
type Row = Table['blocks'][number]['rows'][number]

/** 政府信息公开工作年度报告. */
export const KIND = 'disclosure'

export const BASIS = '条例第五十条'

export const TITLES = [
  '政府信息公开工作年度报告',
  '政府信息公开年度报告',
  '政府信息公开工作报告',
  '政务信息公开工作年度报告',
  '政务信息公开工作报告',
]

export const OTHER_TITLES: FormatSource['otherTitles'] = TITLES.slice(1).map((title) => ({
  title,
  minor: title === '政府信息公开年度报告',
}))

/** Revised in 2019, by 国务院令第711号; the one before was 第492号. */
export const STATUTE = {
  title: '中华人民共和国政府信息公开条例',
  decree: 711,
  page: 'https://www.gov.cn/zhengce/content/2019-04/15/content_5382991.htm',
}

export const SECTIONS: FormatSource['sections'] = [
  { id: 'overview', title: '一、总体情况' },
  { id: 'proactive', title: '二、主动公开政府信息情况' },
  { id: 'requests', title: '三、收到和处理政府信息公开申请情况' },
  {
    id: 'remedies',
    title: '四、政府信息公开行政复议、行政诉讼情况',
    // The words of 条例 第五十条第三项, and what is made of them.
    accepted: [
      '四、因政府信息公开工作被申请行政复议、提起行政诉讼情况',
      '四、因政府信息公开申请行政复议、提起行政诉讼情况',
      '四、政府信息公开工作被申请行政复议、提起行政诉讼情况',
      '四、因政府信息公开被申请行政复议、提起行政诉讼情况',
    ],
  },
  {
    id: 'problems',
    title: '五、存在的主要问题及改进情况',
    accepted: ['五、政府信息公开工作存在的主要问题及改进情况'],
    optionalWords: ['主要', '存在', '工作'],
  },
  { id: 'other', title: '六、其他需要报告的事项', accepted: ['六、其它需要报告的事项'] },
]

const APPLICANTS = '申请人情况'
const LEGAL_PERSONS = '法人或其他组织'

const REQUEST_COLUMNS: Table['blocks'][number]['columns'] = [
  { id: 'person', label: '自然人', under: [APPLICANTS] },
  { id: 'company', label: '商业企业', under: [APPLICANTS, LEGAL_PERSONS] },
  { id: 'research', label: '科研机构', under: [APPLICANTS, LEGAL_PERSONS] },
  { id: 'publicInterest', label: '社会公益组织', under: [APPLICANTS, LEGAL_PERSONS] },
  { id: 'legalServices', label: '法律服务机构', under: [APPLICANTS, LEGAL_PERSONS] },
  { id: 'otherOrganization', label: '其他', under: [APPLICANTS, LEGAL_PERSONS] },
  { id: 'total', label: '总计', under: [APPLICANTS], total: true, accepted: ['合计'] },
]

/** The sentence printed in the corner of the table; it holds in every column. */
const REQUEST_STUB = '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）'

const within = (group: string, rows: Row[]): Row[] => rows.map((row) => ({ ...row, in: ['results', group] }))

/** The table of requests; the editions differ in the rows of （六）其他处理. */
export const requestsTable = (otherRows: Row[]): Table => ({
  id: 'requests',
  title: '收到和处理政府信息公开申请情况',
  section: 'requests',
  groups: [
    { id: 'results', label: '三、本年度办理结果' },
    { id: 'refused', label: '（三）不予公开' },
    { id: 'unavailable', label: '（四）无法提供' },
    { id: 'notProcessed', label: '（五）不予处理' },
    ...(otherRows.length > 1 ? [{ id: 'other', label: '（六）其他处理' }] : []),
  ],
  blocks: [
    {
      stub: REQUEST_STUB,
      columns: REQUEST_COLUMNS,
      rows: [
        { id: 'received', label: '一、本年新收政府信息公开申请数量' },
        { id: 'broughtForward', label: '二、上年结转政府信息公开申请数量' },
        { id: 'granted', label: '（一）予以公开', in: ['results'] },
        {
          id: 'partlyGranted',
          label: '（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
          in: ['results'],
        },
        ...within('refused', [
          { id: 'refused.stateSecret', label: '1.属于国家秘密' },
          { id: 'refused.otherLaw', label: '2.其他法律行政法规禁止公开' },
          { id: 'refused.security', label: '3.危及“三安全一稳定”' },
          { id: 'refused.thirdParty', label: '4.保护第三方合法权益' },
          { id: 'refused.internalMatters', label: '5.属于三类内部事务信息' },
          { id: 'refused.processInformation', label: '6.属于四类过程性信息' },
          { id: 'refused.caseFile', label: '7.属于行政执法案卷' },
          { id: 'refused.inquiry', label: '8.属于行政查询事项' },
        ]),
        ...within('unavailable', [
          { id: 'unavailable.notHeld', label: '1.本机关不掌握相关政府信息' },
          { id: 'unavailable.needsCreation', label: '2.没有现成信息需要另行制作' },
          { id: 'unavailable.unclear', label: '3.补正后申请内容仍不明确' },
        ]),
        ...within('notProcessed', [
          { id: 'notProcessed.petition', label: '1.信访举报投诉类申请' },
          { id: 'notProcessed.duplicate', label: '2.重复申请' },
          { id: 'notProcessed.publication', label: '3.要求提供公开出版物' },
          { id: 'notProcessed.excessive', label: '4.无正当理由大量反复申请' },
          { id: 'notProcessed.reconfirmation', label: '5.要求行政机关确认或重新出具已获取信息' },
        ]),
        ...otherRows,
        { id: 'total', label: '（七）总计', in: ['results'], total: true, accepted: ['（七）合计'] },
        { id: 'carriedForward', label: '四、结转下年度继续办理' },
      ],
    },
  ],
})

const REVIEW = '行政复议'
const LITIGATION = '行政诉讼'

export const REMEDIES_TABLE: Table = {
  id: 'remedies',
  title: '政府信息公开行政复议、行政诉讼情况',
  section: 'remedies',
  shape: 'across',
  groups: [{ id: 'litigation', label: LITIGATION }],
  blocks: [
    {
      columns: [
        { id: 'upheld', label: '结果维持' },
        { id: 'corrected', label: '结果纠正' },
        { id: 'other', label: '其他结果' },
        { id: 'pending', label: '尚未审结' },
        { id: 'total', label: '总计', total: true },
      ],
      rows: [
        { id: 'reconsideration', label: REVIEW },
        { id: 'litigation.direct', label: '未经复议直接起诉', in: ['litigation'] },
        { id: 'litigation.afterReconsideration', label: '复议后起诉', in: ['litigation'] },
      ],
    },
  ],
}

export const IDENTITIES: FormatSource['identities'] = [
  {
    table: 'requests',
    rule: 'row-total',
    each: 'row',
    left: ['person', 'company', 'research', 'publicInterest', 'legalServices', 'otherOrganization'],
    right: ['total'],
    holder: 'total',
  },
  {
    table: 'requests',
    rule: 'column-total',
    each: 'column',
    left: ['granted', 'partlyGranted', 'refused', 'unavailable', 'notProcessed', 'other'],
    right: ['total'],
    holder: 'total',
  },
  {
    table: 'requests',
    rule: 'balance',
    each: 'column',
    left: ['received', 'broughtForward'],
    right: ['total', 'carriedForward'],
    holder: 'carriedForward',
    sentence: '第一项加第二项之和，等于第三项加第四项之和',
  },
  {
    table: 'remedies',
    rule: 'row-total',
    each: 'row',
    left: ['upheld', 'corrected', 'other', 'pending'],
    right: ['total'],
    holder: 'total',
  },
]

/** What of last year's report has to come back in this one. No notice says so; the labels do. */
export const CARRIED_OVER: NonNullable<NonNullable<FormatSource['history']>['identities']>[number] = {
  table: 'requests',
  rule: 'carried-over',
  each: 'column',
  left: ['broughtForward'],
  last: ['carriedForward'],
  holder: 'broughtForward',
  reason:
    '“上年结转”的，就是上一年报告里“结转下年度继续办理”的；机构合并或分立、上一年的数本来有误、申请人类别有更正的除外。',
}
