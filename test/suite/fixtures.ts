// A report of a county that does not exist, with figures that agree in every sum. A test changes the one it needs.

/** Tabs as pasted from a word processor, or the pipes of Markdown. */
export type Layout = 'tabs' | 'pipes'

/** Figures by address, such as `received/total`, in place of those that agree. */
export type Changes = Readonly<Record<string, number>>

const COLUMNS = ['person', 'company', 'research', 'publicInterest', 'legalServices', 'otherOrganization']

/** Row id, labels as in the form's three label columns, and applications by persons and by companies. */
const ROWS: readonly [id: string, labels: readonly [string, string, string], persons?: number, companies?: number][] = [
  ['received', ['一、本年新收政府信息公开申请数量', '', ''], 14, 3],
  ['broughtForward', ['二、上年结转政府信息公开申请数量', '', ''], 1],
  ['granted', ['三、本年度办理结果', '（一）予以公开', ''], 9, 2],
  ['partlyGranted', ['', '（二）部分公开（区分处理的，只计这一情形，不计其他情形）', ''], 2],
  ['refused.stateSecret', ['', '（三）不予公开', '1.属于国家秘密']],
  ['refused.otherLaw', ['', '', '2.其他法律行政法规禁止公开']],
  ['refused.security', ['', '', '3.危及“三安全一稳定”']],
  ['refused.thirdParty', ['', '', '4.保护第三方合法权益']],
  ['refused.internalMatters', ['', '', '5.属于三类内部事务信息']],
  ['refused.processInformation', ['', '', '6.属于四类过程性信息']],
  ['refused.caseFile', ['', '', '7.属于行政执法案卷']],
  ['refused.inquiry', ['', '', '8.属于行政查询事项']],
  ['unavailable.notHeld', ['', '（四）无法提供', '1.本机关不掌握相关政府信息'], 3, 1],
  ['unavailable.needsCreation', ['', '', '2.没有现成信息需要另行制作']],
  ['unavailable.unclear', ['', '', '3.补正后申请内容仍不明确']],
  ['notProcessed.petition', ['', '（五）不予处理', '1.信访举报投诉类申请']],
  ['notProcessed.duplicate', ['', '', '2.重复申请']],
  ['notProcessed.publication', ['', '', '3.要求提供公开出版物']],
  ['notProcessed.excessive', ['', '', '4.无正当理由大量反复申请']],
  ['notProcessed.reconfirmation', ['', '', '5.要求行政机关确认或重新出具已获取信息']],
  ['other.notCorrected', ['', '（六）其他处理', '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请']],
  ['other.feeUnpaid', ['', '', '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请']],
  ['other.other', ['', '', '3.其他']],
  ['total', ['', '（七）总计', ''], 14, 3],
  ['carriedForward', ['四、结转下年度继续办理', '', ''], 1],
]

const STUB = '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）'

/** The report for 2023, in the edition of 2021. */
export function report(layout: Layout, changes: Changes = {}): string {
  const heading = layout === 'pipes' ? '## ' : ''
  return [
    `${layout === 'pipes' ? '# ' : ''}青禾县人民政府2023年政府信息公开工作年度报告`,
    '本报告依据《中华人民共和国政府信息公开条例》编写，统计期限自2023年1月1日起至2023年12月31日止。',
    `${heading}一、总体情况`,
    '（一）主动公开。县政府网站按月发布规划、财政、民生事项。',
    '（二）依申请公开。申请由专人登记、按期答复。',
    '（三）政府信息管理。文件公开前逐件审查，失效文件及时标注。',
    '（四）平台建设。网站与政务新媒体同步更新。',
    '（五）监督保障。工作考核、社会评议结果良好，没有发生责任追究情形。',
    `${heading}二、主动公开政府信息情况`,
    proactive(layout),
    `${heading}三、收到和处理政府信息公开申请情况`,
    requests(layout, changes),
    `${heading}四、政府信息公开行政复议、行政诉讼情况`,
    remedies(layout),
    `${heading}五、存在的主要问题及改进情况`,
    '部分栏目更新不够及时。已为每个栏目明确责任人，并按季检查。',
    `${heading}六、其他需要报告的事项`,
    '本年度没有发出收费通知，没有收取信息处理费。',
    '',
  ].join('\n\n')
}

/** A text of the same kind of office that is no such report. */
export const NOTICE =
  '# 关于召开春季植树工作会议的通知\n\n各乡镇人民政府：\n\n会议于3月12日上午举行，共14人参加，其中乡镇9人。\n'

function proactive(layout: Layout): string {
  return table(layout, [
    ['第二十条第（一）项', '', '', ''],
    ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'],
    ['规章', '0', '0', '0'],
    ['行政规范性文件', '6', '2', '31'],
    ['第二十条第（五）项', '', '', ''],
    ['信息内容', '本年处理决定数量', '', ''],
    ['行政许可', '4120', '', ''],
    ['第二十条第（六）项', '', '', ''],
    ['信息内容', '本年处理决定数量', '', ''],
    ['行政处罚', '873', '', ''],
    ['行政强制', '15', '', ''],
    ['第二十条第（八）项', '', '', ''],
    ['信息内容', '本年收费金额（单位：万元）', '', ''],
    ['行政事业性收费', '256.4', '', ''],
  ])
}

function requests(layout: Layout, changes: Changes): string {
  const rows = ROWS.map(([id, labels, persons = 0, companies = 0]) => {
    const figures = [persons, companies, 0, 0, 0, 0, persons + companies]
    const columns = [...COLUMNS, 'total']
    return [...labels, ...figures.map((figure, at) => String(changes[`${id}/${columns[at]}`] ?? figure))]
  })
  return table(layout, [
    [STUB, '', '', '申请人情况', '', '', '', '', '', ''],
    ['', '', '', '自然人', '法人或其他组织', '', '', '', '', '总计'],
    ['', '', '', '', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', ''],
    ...rows,
  ])
}

function remedies(layout: Layout): string {
  const results = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计']
  return table(layout, [
    ['行政复议', '', '', '', '', '行政诉讼', '', '', '', '', '', '', '', '', ''],
    [...results, '未经复议直接起诉', '', '', '', '', '复议后起诉', '', '', '', ''],
    ['', '', '', '', '', ...results, ...results],
    ['1', '0', '0', '0', '1', '0', '0', '0', '0', '0', '0', '0', '0', '0', '0'],
  ])
}

function table(layout: Layout, rows: readonly (readonly string[])[]): string {
  if (layout === 'tabs') return rows.map((cells) => cells.join('\t')).join('\n')
  const [head = [], ...body] = rows
  return [head, head.map(() => '---'), ...body].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}
