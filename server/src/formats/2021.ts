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
import { contentFor, FEES, TOPICS, UNLIKELY } from './content.ts'
import { DRAFTS_2021 } from './drafts.ts'
import {
  DECISION_MEASURES_2021,
  DOCUMENT_MEASURES_2021,
  FEE_MEASURES_2021,
  REMEDY_MEASURES,
  REQUEST_MEASURES,
} from './measures.ts'
import { PROSE } from './prose.ts'
import type { FormatSource } from './schema.ts'

const STUB = '信息内容'
const DECISIONS = [{ id: 'decisions', label: '本年处理决定数量' }]
const OTHER = ['results', 'other']

/** The format in force, for report years from 2021 on. */
export const format2021: FormatSource = {
  kind: KIND,
  id: '2021',
  years: { from: 2021 },
  titles: TITLES,
  otherTitles: OTHER_TITLES,
  notice: {
    number: '国办公开办函〔2021〕30号',
    title: '国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知',
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
            { id: 'issued', label: '本年制发件数' },
            { id: 'repealed', label: '本年废止件数' },
            { id: 'inForce', label: '现行有效件数' },
          ],
          rows: [
            { id: 'governmentRules', label: '规章' },
            { id: 'normativeDocuments', label: '行政规范性文件', accepted: ['规范性文件', '规范性档案'] },
          ],
          bounds: [
            {
              left: ['inForce', 'repealed'],
              right: ['issued'],
              holder: 'inForce',
              reason: '本年制发的，到年末不是现行有效，就是已经废止（把修改计作制发的、年内自行失效的除外）。',
            },
          ],
        },
        {
          heading: '第二十条第（五）项',
          stub: STUB,
          columns: DECISIONS,
          rows: [{ id: 'licensing', label: '行政许可' }],
        },
        {
          heading: '第二十条第（六）项',
          stub: STUB,
          columns: DECISIONS,
          rows: [
            { id: 'penalties', label: '行政处罚' },
            { id: 'coercion', label: '行政强制' },
          ],
        },
        {
          heading: '第二十条第（八）项',
          stub: STUB,
          columns: [
            { id: 'amount', label: '本年收费金额（单位：万元）', kind: 'amount', unit: '万元', large: 100_000 },
          ],
          rows: [{ id: 'fees', label: '行政事业性收费' }],
        },
      ],
    },
    requestsTable([
      {
        id: 'other.notCorrected',
        label: '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
        accepted: ['1.逾期不补正'],
        in: OTHER,
      },
      {
        id: 'other.feeUnpaid',
        label: '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
        accepted: ['2.逾期不缴费'],
        in: OTHER,
      },
      { id: 'other.other', label: '3.其他', in: OTHER, takesOver: 'other' },
    ]),
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
        left: ['inForce', 'repealed'],
        last: ['inForce'],
        right: ['issued'],
        holder: 'inForce',
        reason:
          '上一年现行有效的，加上本年制发的，减去本年废止的，一般就是现在有效的；有效期届满自动失效而没有计作废止、把修改计作制发、清理或机构改革后统计范围有变的除外。',
      },
    ],
    steady: ['proactive'],
  },
  measures: [
    ...DOCUMENT_MEASURES_2021,
    ...DECISION_MEASURES_2021,
    ...REQUEST_MEASURES,
    ...FEE_MEASURES_2021,
    ...REMEDY_MEASURES,
  ],
  prose: PROSE,
  content: {
    ...contentFor(['issued', 'repealed', 'inForce']),
    topics: TOPICS,
    fees: FEES,
    unlikely: UNLIKELY,
    drafts: DRAFTS_2021,
  },
}
