import {
  BASIS,
  CARRIED_OVER,
  IDENTITIES,
  KIND,
  OTHER_TITLES,
  REMEDIES_TABLE,
  requestsTable,
  SECTIONS,
  STATUTE,
  TITLES,
} from './common.ts'
import { contentFor } from './content.ts'
import { DRAFTS_2019 } from './drafts.ts'
import { REMEDY_MEASURES, REQUEST_MEASURES } from './measures.ts'
import { PROSE } from './prose.ts'
import type { FormatSource } from './schema.ts'

const ITEMS = [
  { id: 'previousItems', label: '上一年项目数量' },
  { id: 'change', label: '本年增/减', kind: 'change' as const },
]
const ITEMS_AND_DECISIONS = [...ITEMS, { id: 'decisions', label: '处理决定数量' }]
const ITEMS_LEFT = {
  left: ['previousItems', 'change'],
  holder: 'change',
  reason: '上一年的项目减去本年减少的，不会少于 0 项。',
}
const STUB = '信息内容'

/** The format on trial, for the report years 2019 and 2020. */
export const format2019: FormatSource = {
  kind: KIND,
  id: '2019',
  years: { from: 2019, to: 2020 },
  titles: TITLES,
  otherTitles: OTHER_TITLES,
  notice: {
    number: '国办公开办函〔2019〕60号',
    title: '国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知',
  },
  basis: BASIS,
  statute: STATUTE,
  sections: SECTIONS,
  tables: [
    {
      id: 'proactive',
      title: '主动公开政府信息情况',
      section: 'proactive',
      blocks: [
        {
          heading: '第二十条第（一）项',
          stub: STUB,
          columns: [
            { id: 'produced', label: '本年新制作数量' },
            { id: 'disclosed', label: '本年新公开数量' },
            { id: 'disclosedTotal', label: '对外公开总数量' },
          ],
          rows: [
            { id: 'governmentRules', label: '规章' },
            { id: 'normativeDocuments', label: '规范性文件', accepted: ['行政规范性文件', '规范性档案'] },
          ],
          bounds: [
            {
              left: ['disclosedTotal'],
              right: ['disclosed'],
              holder: 'disclosedTotal',
              reason: '对外公开的总数包括本年新公开的。',
            },
          ],
        },
        {
          heading: '第二十条第（五）项',
          stub: STUB,
          columns: ITEMS_AND_DECISIONS,
          rows: [
            { id: 'licensing', label: '行政许可' },
            { id: 'otherServices', label: '其他对外管理服务事项' },
          ],
          bounds: [ITEMS_LEFT],
        },
        {
          heading: '第二十条第（六）项',
          stub: STUB,
          columns: ITEMS_AND_DECISIONS,
          rows: [
            { id: 'penalties', label: '行政处罚' },
            { id: 'coercion', label: '行政强制' },
          ],
          bounds: [ITEMS_LEFT],
        },
        {
          heading: '第二十条第（八）项',
          stub: STUB,
          columns: ITEMS,
          rows: [{ id: 'fees', label: '行政事业性收费' }],
          bounds: [ITEMS_LEFT],
        },
        {
          heading: '第二十条第（九）项',
          stub: STUB,
          columns: [
            { id: 'projects', label: '采购项目数量' },
            { id: 'amount', label: '采购总金额', kind: 'amount' },
          ],
          rows: [{ id: 'procurement', label: '政府集中采购' }],
        },
      ],
    },
    requestsTable([{ id: 'other', label: '（六）其他处理', in: ['results'] }]),
    REMEDIES_TABLE,
  ],
  identities: IDENTITIES,
  history: {
    identities: [
      CARRIED_OVER,
      {
        table: 'proactive',
        rule: 'balance',
        each: 'row',
        left: ['previousItems'],
        last: ['previousItems', 'change'],
        holder: 'previousItems',
        reason:
          '“上一年项目数量”一般就是上一年报告里的“上一年项目数量”加“本年增/减”；清理、机构改革后统计范围有变的除外。',
      },
    ],
    steady: ['proactive'],
  },
  measures: [...REQUEST_MEASURES, ...REMEDY_MEASURES],
  prose: PROSE,
  content: { ...contentFor(['produced']), drafts: DRAFTS_2019 },
}
