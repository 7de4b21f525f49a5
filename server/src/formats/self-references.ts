import type { ContentSource } from './content-schema.ts'

/** How organs speak of themselves, by what their names end with. */

const DEPARTMENTS = ['局', '厅', '委']
const PLACES_ABOVE = ['县', '旗', '区', '市', '州', '省']
const named = (...kinds: readonly string[]) => kinds.flatMap((kind) => [kind, `${kind}人民政府`, `${kind}政府`])

/**
 * A department speaks of its county as 我县, a county of its city as 我市, anybody in an autonomous region of 我区; nobody
 * speaks so of a place below or beside, and a town that speaks so of its county has mostly copied from it.
 */
export const SELF_REFERENCES: ContentSource['selfReferences'] = {
  own: ['我', '本'],
  whole: '全',
  compounds: [
    ...['市场', '市民', '区域', '区间', '区块', '区别', '委托', '委派', '委任', '局部', '局限', '局面'],
    ...['省略', '省份', '县域', '市域', '省域', '乡村', '乡亲', '乡土', '镇定', '州际'],
  ],
  leads: ['组织', '统筹', '指导', '推动', '推进', '开展', '部署', '督促', '规范', '组织推动', '组织开展'],
  against: ['针对'],
  remedies: ['行政复议', '行政诉讼', '申请复议', '提起诉讼'],
  places: PLACES_ABOVE,
  follows: [
    '配合',
    '协助',
    '按照',
    '根据',
    '落实',
    '贯彻',
    '参加',
    '参与',
    '响应',
    '结合',
    '依托',
    '助力',
    '服务',
    '要求',
  ],
  organs: [
    {
      issuer: 'government',
      endings: named('镇'),
      never: ['乡', '街道', ...PLACES_ABOVE, ...DEPARTMENTS],
      around: PLACES_ABOVE,
    },
    {
      issuer: 'government',
      endings: named('乡', '苏木'),
      never: ['镇', '街道', ...PLACES_ABOVE, ...DEPARTMENTS],
      around: PLACES_ABOVE,
    },
    {
      issuer: 'other',
      endings: ['街道', '街道办', '街道办事处'],
      never: ['镇', '乡', ...PLACES_ABOVE, '局', '厅'],
      around: PLACES_ABOVE,
    },
    {
      issuer: 'government',
      endings: named('县'),
      never: ['镇', '乡', '街道', '旗', ...DEPARTMENTS],
      around: ['市', '省'],
    },
    {
      issuer: 'government',
      endings: named('旗'),
      never: ['镇', '乡', '街道', '县', ...DEPARTMENTS],
      around: ['市', '省'],
    },
    {
      issuer: 'government',
      endings: named('区', '市'),
      never: ['镇', '乡', '街道', '县', '旗', ...DEPARTMENTS],
      around: ['省'],
    },
    { issuer: 'department', endings: ['局'], never: ['镇', '乡', '街道', '厅', '委'] },
    { issuer: 'department', endings: ['厅'], never: ['镇', '乡', '街道', '局', '委'] },
    { issuer: 'department', endings: ['委', '委员会'], never: ['镇', '乡', '街道', '局', '厅'] },
  ],
}
