import type { ContentSource } from './content-schema.ts'
import { SELF_REFERENCES } from './self-references.ts'

/** What both editions ask of the prose. 条例 第四十九条, 第五十条; the words are those of reports as they are written. */

/** 条例 第五十条第四项: 各级人民政府 report these results as well. */
const DUTIES: ContentSource['duties'] = {
  section: 'overview',
  issuer: 'government',
  subjects: [
    { title: '工作考核', names: ['考核', '考评', '绩效'] },
    {
      title: '社会评议',
      names: ['评议', '社会评价', '公众评价', '群众评价', '测评', '第三方评估'],
    },
    { title: '责任追究', names: ['责任追究', '追究', '追责', '问责'] },
  ],
}

const PROBLEMS: ContentSource['problems'] = {
  section: 'problems',
  nothing: ['无', '暂无', '没有', '略', '无问题', '暂无问题', '没有问题', '不存在问题', '无存在问题', '不存在'],
  problems: [
    ...['问题', '不足', '差距', '短板', '薄弱', '欠缺', '缺乏', '缺少', '困难', '难点', '滞后', '有限', '单一', '空白'],
    ...['有待', '仍需', '还需', '尚需', '需要', '需进一步', '待提高', '待提升', '待加强', '待完善', '未能', '尚未'],
    ...['不够', '不高', '不强', '不深', '不全', '不熟', '不准', '不畅', '不佳', '不尽', '不便', '不一', '不统一'],
    ...['不到位', '不及时', '不平衡', '不均衡', '不完善', '不健全', '不规范', '不充分', '不稳定', '不清', '不明'],
    ...['偏慢', '偏低', '偏少', '偏弱', '偏薄', '较弱', '较少', '较低', '较慢', '照抄', '走过场', '流于形式'],
  ],
  measures: [
    ...['改进', '措施', '整改', '解决', '下一步', '今后', '将', '明年', '继续', '持续', '进一步', '不断', '着力'],
    ...['加强', '加大', '加快', '完善', '提升', '提高', '强化', '健全', '优化', '丰富', '拓宽', '规范', '深化', '细化'],
    ...['建立', '推进', '推动', '开展', '组织', '培训', '安排', '要求', '督促', '制定', '修订', '增加', '增设', '配备'],
    ...['确保', '印制', '统一', '改为', '转为', '设立', '明确', '落实', '通报', '牵头', '编制', '会同', '压实', '严格'],
  ],
  least: 25,
}

/** What the annexes print to guide whoever fills them in. */
const LEFTOVERS: ContentSource['leftovers'] = {
  sentences: ['该', '此', '本'].flatMap((word) => [
    `${word}部分以表格形式报告。表格如下`,
    `${word}部分以表格形式报告，表格如下`,
    `${word}部分以表格形式报告`,
  ]),
  notes: ['文字描述', '收取信息处理费情况在此处报告', '填写', '请填写', '此处填写', '请在此处填写', '在此填写'],
  blanks: ['单位名称', '单位全称', '机关名称', '机关全称', '行政机关名称', '行政机关全称', '部门名称', '填报单位'],
  drafts: ['草稿'],
}

/** The sections as the opening lines of a report list them. */
const PARTS: ContentSource['parts'] = {
  least: 4,
  signs: ['全文', '本报告', '年报', '年度报告', '报告内容', '组成', '部分', '主要从'],
  sections: [
    { section: 'overview', names: ['总体情况', '总体工作', '基本情况', '工作概况', '概述', '概况', '综述'] },
    { section: 'proactive', names: ['主动公开', '公开政府信息', '信息公开情况'] },
    { section: 'requests', names: ['申请情况', '申请的情况', '申请公开', '公开申请', '申请办理', '依申请'] },
    { section: 'remedies', names: ['复议', '诉讼'] },
    { section: 'problems', names: ['问题', '不足', '改进'] },
    {
      section: 'other',
      names: ['其他需要', '其它需要', '需要报告', '报告的事项', '报告事项', '其他事项', '其它事项', '需要说明'],
    },
  ],
}

/** Towns, counties and the departments of local governments make no 规章; 市 may, and is not judged. */
const WITHOUT_RULES = { levels: ['county', 'town'] as const, departments: true }

/** When the meetings were held whose spirit reports follow. */
const MEETINGS: ContentSource['meetings'] = {
  signs: ['精神'],
  congresses: [
    {
      name: '十九届',
      ending: '全会',
      plenums: [
        { name: '二中', year: 2018 },
        { name: '三中', year: 2018 },
        { name: '四中', year: 2019 },
        { name: '五中', year: 2020 },
        { name: '六中', year: 2021 },
      ],
    },
    {
      name: '二十届',
      ending: '全会',
      plenums: [
        { name: '二中', year: 2023 },
        { name: '三中', year: 2024 },
        { name: '四中', year: 2025 },
      ],
    },
  ],
  congressNames: ['二十大', '二十一大'],
}

/** 行政复议法 of 2024, 第二十三条第一款第四项: who is refused information has to ask for review first. */
export const UNLIKELY: ContentSource['unlikely'] = [
  {
    from: 2024,
    some: [
      ['remedies/litigation.direct/total'],
      [
        ...['stateSecret', 'otherLaw', 'security', 'thirdParty', 'internalMatters', 'processInformation', 'caseFile'],
      ].map((row) => `requests/refused.${row}/total`),
    ],
    none: ['unavailable', 'notProcessed', 'other'].map((row) => `requests/${row}/total`),
    reason: '2024 年起，对不予公开不服的，须先申请行政复议（行政复议法第二十三条第一款第四项），不能直接起诉。',
  },
]

/** `columns`: those of the row 规章 that only figures of the organ's own rules fill. */
export const contentFor = (columns: readonly string[]): ContentSource => ({
  duties: DUTIES,
  problems: PROBLEMS,
  leftovers: LEFTOVERS,
  parts: PARTS,
  selfReferences: SELF_REFERENCES,
  meetings: MEETINGS,
  ruleMaking: { table: 'proactive', row: 'governmentRules', columns: [...columns], withoutPower: WITHOUT_RULES },
  pastWork: {
    section: 'overview',
    done: ['收到', '受理', '办结', '答复', '公开', '发布', '组织', '开展', '召开', '印发', '举办', '完成', '制定'],
    otherwise: [
      ...['同比', '相比', '比上年', '较上年', '增长', '下降', '上年', '去年', '结转', '以来', '截至', '起', '底', '末'],
      ...['将', '拟', '计划', '下一步', '预算', '决算', '规划', '要点', '方案', '十四五', '十三五', '十五五', '修订'],
    ],
  },
  // 条例 第四十九条: departments of a county or above by 31 January, governments of a county or above by 31 March.
  deadlines: [
    { issuer: 'department', month: 1, day: 31 },
    { issuer: 'government', exceptLevels: ['town'], month: 3, day: 31 },
  ],
})

/** The topics of 总体情况 in the notice of 2021, from which year they are asked for. */
export const TOPICS: ContentSource['topics'] = {
  section: 'overview',
  subjects: [
    {
      title: '主动公开',
      names: ['主动公开'],
      signs: [
        ...['公开政府信息', '公开各类', '公开信息', '累计公开', '公布信息', '公布政府信息', '发布政府信息', '发布信息'],
        ...['发布各类', '信息发布', '重点领域', '政策解读', '公开内容'],
      ],
    },
    {
      title: '依申请公开',
      names: ['依申请公开', '依法申请公开'],
      signs: ['公开申请', '申请公开', '收到申请', '受理申请', '新收申请', '申请人', '申请件'],
    },
    {
      title: '政府信息管理',
      names: ['信息管理'],
      signs: [
        ...['保密审查', '审核发布', '发布审核', '公开属性', '信息审核', '审查机制', '审查制度', '审核机制', '审核制度'],
        ...['三审', '规范性文件', '公开目录', '公开指南', '信息发布', '动态更新', '动态调整', '归档'],
      ],
    },
    {
      title: '政府信息公开平台建设',
      names: ['平台建设', '公开平台', '载体建设'],
      signs: ['平台', '网站', '新媒体', '公众号', '公报', '专栏', '栏目', '查阅点', '查阅场所', '渠道', '微博'],
    },
    {
      title: '监督保障',
      names: ['监督保障', '监督和保障', '监督及保障', '监督与保障', '保障监督'],
      signs: [
        ...['监督', '考核', '培训', '评议', '责任追究', '问责', '检查', '督查', '督导', '组织领导', '领导小组', '通报'],
        ...['保障机制', '工作机制'],
      ],
    },
  ],
}

/** 政府信息公开信息处理费管理办法 is in force since 2021. */
export const FEES: ContentSource['fees'] = {
  section: 'other',
  names: ['处理费', '收费通知'],
  signs: ['收费', '费用'],
  draft: '（草稿，请核实）{year}年度未发出收费通知，未收取信息处理费。',
}
