import { describe, expect, test } from 'vitest'
import { review } from '../../../server/src/review/review.ts'
import { agrees, measuredIn } from '../../../server/src/rules/narrative/measured.ts'
import { applyEdits, sliceOf } from '../../../server/src/text/span.ts'
import { marked } from '../../marked.ts'
import { proseReport } from './prose-report.ts'

// What clerks write, in many wordings, over one table. The figures of the table all differ.

/** What the rules on figures in prose find, as `rule severity: text`. */
const found = (text: string): string[] =>
  review(text)
    .findings.filter(({ rule }) => rule.startsWith('narrative/') || rule.startsWith('arithmetic/'))
    .map(({ rule, severity = 'warning', span }) => `${rule} ${severity}: ${sliceOf(text, span)}`)

/** The figures that were read for one of the table and agree with it. */
const agreeing = (text: string): string[] => {
  const { report } = review(text)
  return report.claims.counts
    .filter(({ measure, figure }) => measuredIn(report, measure)?.some(({ value }) => agrees(figure, measure, value)))
    .map(({ figure }) => sliceOf(text, figure.span))
    .toSorted()
}

/** The texts between the marks `⟦…⟧`, which may be several. */
const marks = (prose: string) => ({
  text: prose.replace(/[⟦⟧]/g, ''),
  figures: [...prose.matchAll(/⟦([^⟧]*)⟧/g)].map(([, figure]) => figure as string).toSorted(),
})

describe('what agrees is read, and not mentioned', () => {
  test.each([
    '2023年，我局共收到政府信息公开申请⟦120⟧件，其中自然人申请⟦101⟧件，法人或其他组织申请⟦19⟧件。',
    '全年共新收政府信息公开申请⟦120⟧件，上年结转⟦13⟧件，办结⟦124⟧件，结转下年度继续办理⟦9⟧件。',
    '2023年度共受理依申请公开⟦133⟧件（含上年度结转⟦13⟧件），已办结⟦124⟧件，⟦9⟧件结转下年度办理。',
    '本年度收到依申请公开申请⟦一百二十⟧件，均依法按时答复。',
    '共收到公民、法人和其他组织提出的政府信息公开申请⟦120⟧件，同比增长15.3%，其中当面申请12件、网络申请88件、信函申请20件。',
    '全年收到政府信息公开申请⟦120⟧余件。',
    '全年收到政府信息公开申请近⟦130⟧件。',
    '全年收到政府信息公开申请超过⟦110⟧件。',
    '全年收到政府信息公开申请逾⟦百⟧件。',
    '全年收到政府信息公开申请⟦一百⟧余件。',
    '较2022年的98件增加22件，2023年共收到政府信息公开申请⟦120⟧件。',
    '2022年，全局收到申请99件；2023年收到政府信息公开申请⟦120⟧件。',
    '截至2023年12月31日，共收到政府信息公开申请⟦120⟧件。',
    '截至2023年12月底，共收到政府信息公开申请⟦120⟧件。',
    '2023年1月1日至12月31日，共收到政府信息公开申请⟦120⟧件。',
    '2023年收到政府信息公开申请数量为⟦120⟧件。',
    '共收到申请⟦120⟧件，政府信息公开申请均按期答复。',
    '政府信息公开申请共收到⟦120⟧件。',
    '2022年结转的政府信息公开申请⟦13⟧件均已办结。',
    '政府信息公开申请结转至2024年⟦9⟧件。',
    '答复申请124件，其中予以公开⟦29⟧件，占23.39%；部分公开⟦17⟧件，占13.71%；不予公开⟦23⟧件，占18.55%；无法提供⟦28⟧件，占22.58%；不予处理⟦15⟧件，占12.1%；其他处理⟦12⟧件，占9.68%。',
    '上述申请中，予以公开⟦29⟧件、部分公开⟦17⟧件、不予公开⟦23⟧件、无法提供⟦28⟧件、不予处理⟦15⟧件、其他处理⟦12⟧件。',
    '对申请作出予以公开答复⟦29⟧件，部分公开答复⟦17⟧件，不予公开答复⟦23⟧件。',
    '申请人为自然人的⟦101⟧件，商业企业⟦9⟧件，科研机构⟦2⟧件，社会公益组织⟦3⟧件，法律服务机构⟦4⟧件，其他1件。',
    '不予处理的申请中，信访举报投诉类申请⟦8⟧件，重复申请⟦4⟧件。',
    '因政府信息公开被申请行政复议⟦14⟧件，其中维持8件，纠正1件，其他结果2件，尚未审结3件；被提起行政诉讼⟦7⟧件。',
    '因政府信息公开工作引发行政复议案件⟦14⟧起、行政诉讼案件⟦7⟧起，均依法办理。',
    '共制定行政规范性文件⟦6⟧件，废止行政规范性文件⟦4⟧件，现行有效行政规范性文件⟦37⟧件。',
    '作出行政许可决定⟦3146⟧件，作出行政处罚决定⟦538⟧件，作出行政强制决定⟦18⟧件。',
    '收取行政事业性收费⟦87.2615万⟧元。',
    '收取行政事业性收费⟦87.26万⟧元。',
    '收取行政事业性收费⟦872615⟧元。',
  ])('%s', (prose) => {
    const { text, figures } = marks(prose)
    const report = proseReport(text)
    expect(found(report)).toEqual([])
    expect(agreeing(report)).toEqual(expect.arrayContaining(figures))
    expect(agreeing(report)).toHaveLength(figures.length)
  })
})

describe('what is about something else is left alone', () => {
  test.each([
    '全县各级行政机关共收到政府信息公开申请875件。',
    '县水务系统共收到政府信息公开申请300件。',
    '局属二级单位未收到政府信息公开申请。',
    '配合县政府办答复政府信息公开申请15件。',
    '协助乡镇办理政府信息公开申请6件。',
    '指导各乡镇办理信息公开申请23件，参与行政复议答复2件。',
    '全年共收到县政府转办的政府信息公开申请30件。',
    '受理不动产登记信息公开申请50件。',
    '收到不属于本机关职责的政府信息公开申请20件。',
    '接受政府信息公开申请咨询50件。',
    '12月收到政府信息公开申请15件。',
    '截至2023年9月底，收到政府信息公开申请90件。',
    '截至2022年12月31日，共收到政府信息公开申请98件。',
    '第四季度收到政府信息公开申请25件。',
    '近三年收到政府信息公开申请330件。',
    '自2019年以来累计收到政府信息公开申请560件。',
    '其中，通过平台收到政府信息公开申请88件，通过信函收到政府信息公开申请32件。',
    '通过网络收到政府信息公开申请88件，其中予以公开12件。',
    '收到涉及征地的政府信息公开申请45件，其中不予公开12件。',
    '2023年收到的政府信息公开申请中，涉及征地补偿的45件，占37.5%，涉及水利工程的30件，占25%。',
    '政府信息公开申请中，网络申请88件，占73.3%；信函申请20件，占16.7%；当面申请12件，占10%。',
    '行政许可事项22项全部进驻政务大厅。',
    '主动公开行政处罚决定12件。',
    '2023年减免行政事业性收费20万元。',
    '本年度主动公开行政规范性文件5件。',
    '全县共收到信息公开行政复议申请30件。',
    '办理行政复议答复15件，行政诉讼应诉8件。',
    '行政诉讼一审案件6件、二审案件3件，均与政府信息公开无关。',
    '全年没有收到涉及水利工程的政府信息公开申请。',
    '未收到法人或其他组织提出的政府信息公开申请。',
    '未收到要求提供公开出版物的政府信息公开申请。',
    '没有因未按时答复引发的行政复议。',
    '无行政复议、行政诉讼败诉案件。',
    '上半年未收到政府信息公开申请。',
    '没有因政府信息公开申请逾期答复被追责的情况。',
    '全年主动公开政府信息1520条，其中政策文件类120条，财政资金类30条，机构职能类20条等。',
    '主动公开政府信息1.52万条，其中网站1.3万条，公众号2200条。',
    '任务完成率120%，增长率130%，答复率100%。',
    '按期答复率同比增长120%。',
    '农业领域作出行政处罚12件。',
  ])('%s', (prose) => {
    expect(found(proseReport(prose))).toEqual([])
  })
})

describe('what another body did is not held against the report', () => {
  test.each([
    ['青禾县人民政府', '县教育局收到政府信息公开申请3件。'],
    ['青禾县人民政府', '我县教育局收到政府信息公开申请3件。'],
    ['青禾县人民政府', '县自然资源和规划局共收到政府信息公开申请3件。'],
    ['青禾县人民政府', '白石镇全年收到政府信息公开申请3件。'],
    ['青禾县人民政府', '城关街道2023年收到政府信息公开申请3件。'],
    ['青禾县人民政府', '县政府办公室收到政府信息公开申请3件。'],
    ['青禾县人民政府', '县本级收到政府信息公开申请6件，乡镇和部门收到114件，共120件。'],
    ['青禾县人民政府', '市政府收到政府信息公开申请3件。'],
    ['青禾县人民政府', '县公安局作出行政处罚决定12件。'],
    ['青禾县人民政府', '县教育局全年依法办理、专人登记，收到政府信息公开申请3件。'],
    ['青禾县人民政府', '部分乡镇全年未收到政府信息公开申请。'],
    ['青禾县人民政府', '县财政局全年未收到政府信息公开申请。'],
    ['青禾县人民政府', '未收到外国人提出的政府信息公开申请。'],
    ['青禾县水务局', '县体育局收到政府信息公开申请3件。'],
    ['青禾县水务局', '县政府收到政府信息公开申请3件。'],
    ['白石镇人民政府', '青山镇收到政府信息公开申请3件。'],
  ])('%s: %s', (organ, prose) => {
    expect(found(proseReport(prose, organ))).toEqual([])
  })
})

describe('what its own name stands before is', () => {
  test.each([
    ['青禾县水务局', '县水务局共收到政府信息公开申请⟦121⟧件。'],
    ['青禾县水务局', '2023年，青禾县水务局收到政府信息公开申请⟦121⟧件。'],
    ['青禾县水务局', '2023年度我局共收到政府信息公开申请⟦121⟧件。'],
    ['青禾县住房和城乡建设局', '县住建局收到政府信息公开申请⟦121⟧件。'],
    ['青禾县自然资源和规划局', '县自然资源和规划局收到政府信息公开申请⟦121⟧件。'],
    ['青禾县人民政府', '县政府及其部门共收到政府信息公开申请⟦121⟧件。'],
    ['青禾县人民政府办公室', '县政府办公室收到政府信息公开申请⟦121⟧件。'],
    ['白石镇人民政府', '白石镇2023年收到政府信息公开申请⟦121⟧件。'],
    ['青禾县城关街道办事处', '街道共收到政府信息公开申请⟦121⟧件。'],
  ])('%s: %s', (organ, prose) => {
    const { text, span } = marked(prose)
    expect(found(proseReport(text, organ))).toEqual([`narrative/count warning: ${sliceOf(text, span)}`])
  })
})

describe('what differs is found, and that alone', () => {
  test.each([
    '2023年，我局共收到政府信息公开申请⟦121⟧件。',
    '全年共新收政府信息公开申请120件，上年结转⟦12⟧件。',
    '已办结依申请公开⟦118⟧件，结转下年度继续办理9件。',
    '收到政府信息公开申请133件，均已分类处理，不予公开⟦22⟧件。',
    '2023年共受理依申请公开133件，其中自然人⟦100⟧件、法人或其他组织19件、其他14件。',
    '截至2023年12月31日，共收到政府信息公开申请⟦121⟧件。',
    '2022年结转的政府信息公开申请⟦12⟧件均已办结。',
    '政府信息公开申请结转至2024年⟦8⟧件。',
    '收到政府信息公开申请120件，⟦1⟧件结转下年度继续办理。',
    '收到政府信息公开申请⟦一百一十八⟧件。',
    '全年新收政府信息公开申请⟦1.5万⟧件。',
    '全年收到政府信息公开申请近⟦90⟧件。',
    '对申请作出予以公开⟦30⟧件。',
    '自然人⟦102⟧件，法人或其他组织19件，均为政府信息公开申请。',
    '因政府信息公开被申请行政复议⟦13⟧件。',
    '被提起政府信息公开行政诉讼⟦9⟧件。',
    '废止行政规范性文件⟦5⟧件。',
  ])('%s', (prose) => {
    const { text, span } = marked(prose)
    expect(found(proseReport(text))).toEqual([`narrative/count warning: ${sliceOf(text, span)}`])
  })

  test.each([
    '共收到申请⟦118⟧件，政府信息公开申请均按期答复。',
    '收取行政事业性收费⟦77.26万⟧元。',
    '作出行政许可决定⟦3416⟧件。',
    '不予处理的申请中，信访举报投诉类申请⟦9⟧件，重复申请4件。',
  ])('for information, where words may mean more or less: %s', (prose) => {
    const { text, span } = marked(prose)
    expect(found(proseReport(text))).toEqual([`narrative/count info: ${sliceOf(text, span)}`])
  })

  test('a rate of more than all', () => {
    expect(found(proseReport('政府信息公开申请答复率达120%。'))).toEqual(['narrative/percentage error: 120%'])
  })

  test('nobody can be late with a fee that nobody was asked for', () => {
    expect(found(proseReport('群众满意。', '青禾县水务局', '本年度未发出收费通知，未收取信息处理费。'))).toEqual([
      'narrative/zero warning: 未发出收费通知',
    ])
  })
})

describe('all of a place', () => {
  const prose = '全县共收到政府信息公开申请875件。'

  test('is more than its department has', () => expect(found(proseReport(prose))).toEqual([]))

  test('is mostly what its government reports', () => {
    expect(found(proseReport(prose, '青禾县人民政府'))).toEqual(['narrative/count info: 875'])
    expect(found(proseReport(prose.replace('875', '120'), '青禾县人民政府'))).toEqual([])
  })
})

describe('the figure of the table', () => {
  test.each([
    ['全年新收政府信息公开申请1.5万件。', '全年新收政府信息公开申请0.012万件。'],
    ['收取行政事业性收费77.26万元。', '收取行政事业性收费87.2615万元。'],
    ['收取行政事业性收费772615元。', '收取行政事业性收费872615元。'],
    ['2023年共收到政府信息公开申请１２１件。', '2023年共收到政府信息公开申请１２０件。'],
  ])('is written as the text counts: %s', (prose, mended) => {
    const text = proseReport(prose)
    const [fix] = review(text).findings.find(({ rule }) => rule === 'narrative/count')?.fixes ?? []
    expect(applyEdits(text, fix?.edits ?? [])).toBe(proseReport(mended))
  })
})
