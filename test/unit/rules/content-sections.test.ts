import { describe, expect, test } from 'vitest'
import { CATALOGUE } from '../../../server/src/formats/catalogue.ts'
import { review } from '../../../server/src/review/review.ts'
import { STYLE_NAMES } from '../../generator/layouts/index.ts'
import { type Changes, report } from '../../suite/fixtures.ts'
import { applied, planted } from './planted.ts'
import { findingsOf, saidBy, told } from './told.ts'

// What the sections of a report have to say.

const NAMED = [
  '（一）主动公开。招生划片按周更新。',
  '（二）依申请公开。收到四件。',
  '（三）政府信息管理。印发前标注属性。',
  '（四）平台建设。增设按学校查询。',
  '（五）监督保障。每月抽查一次。',
]

describe('content/topics', () => {
  const rule = 'content/topics'
  const missing = (overview: string, year = 2022) =>
    findingsOf(rule, told({ year, overview, proactive: '' })).map(({ severity, wording }) => [
      severity,
      wording.args.missing,
    ])

  test('all five, in any order, with others in between', () => {
    expect(missing(NAMED.join('\n'))).toEqual([])
    expect(missing(['（一）组织领导。有专人负责。', ...NAMED.toReversed()].join('\n'))).toEqual([])
  })

  test.each(NAMED.map((paragraph, index) => [index, paragraph] as const))('without paragraph %i', (index) => {
    const subject = CATALOGUE.formats.at(-1)?.content.topics?.subjects[index]?.title
    expect(missing(NAMED.toSpliced(index, 1).join('\n'))).toEqual([['warning', `“${subject}”`]])
  })

  test.each([
    ['主动公开方面', '依法申请公开情况', '政务信息管理情况', '政务公开平台建设情况', '完善监督保障机制'],
    ['政府信息主动公开情况', '政府信息依申请公开情况', '做好信息管理工作', '平台载体建设', '监督和保障方面'],
  ])('%s, %s, %s, %s, %s are the same by other names', (...names) => {
    expect(missing(names.map((name) => `${name}。按规定办理。`).join('\n'))).toEqual([])
  })

  test('what is spoken of without its name is worth a remark', () => {
    const overview = '全年公布信息三百条，收到申请四件。发文前由局办公室做保密审查，网站增设栏目两个。每月检查一次。'
    expect(missing(overview)).toEqual([
      ['info', '“主动公开”、“依申请公开”、“政府信息管理”、“政府信息公开平台建设”、“监督保障”'],
    ])
    expect(missing('全年公布信息三百条。')).toEqual([
      ['warning', '“依申请公开”、“政府信息管理”、“政府信息公开平台建设”、“监督保障”'],
      ['info', '“主动公开”'],
    ])
  })

  test('lines broken within a word, and radicals for letters, as PDF files have them', () => {
    const overview = NAMED.join('\n').replace('平台建设', '平台\n建设').replace('监督保障', '监督保\n 障')
    expect(missing(overview.replace('主动公开', '主动公开⽅⾯'))).toEqual([])
  })

  test('is asked for from 2021 on', () => {
    expect(missing('全年无事。', 2020)).toEqual([])
    expect(missing('全年无事。', 2021)).not.toEqual([])
  })

  test('nothing is asked of a section that has nothing yet', () => {
    expect(missing('')).toEqual([])
    expect(missing('（文字描述）')).toEqual([])
  })
})

describe('content/government-duties', () => {
  const rule = 'content/government-duties'
  const missing = (overview: string, organ = '青禾县人民政府', year = 2022) =>
    findingsOf(rule, told({ organ, year, overview })).map(({ wording }) => wording.args.missing)

  test.each(['青禾县人民政府', '青禾县', '青禾市白石区', '青禾县白石镇', '青禾县白石乡人民政府'])(
    '%s has to report all three',
    (organ) => {
      for (const year of [2019, 2022])
        expect(missing('全年公开三百条。', organ, year)).toEqual(['“工作考核”、“社会评议”、“责任追究”'])
    },
  )

  test.each(['青禾县教育局', '青禾县人民政府办公室', '青禾市白石街道办事处', '青禾开发区管委会', '青禾开发区'])(
    '%s has not, or may not have to',
    (organ) => {
      expect(missing('全年公开三百条。', organ)).toEqual([])
    },
  )

  test('what is there is not missed, in other words and in whatever section', () => {
    expect(missing('公开工作计入绩效考评，没有发生问责的情形。')).toEqual(['“社会评议”'])
    const text = told({
      organ: '青禾县人民政府',
      overview: '全年公开三百条，考核占四分。',
      other: '请三十名代表测评；没有责任追究的情形。',
    })
    expect(findingsOf(rule, text)).toEqual([])
  })
})

describe('content/fee-statement', () => {
  const rule = 'content/fee-statement'

  test.each([
    '没有发出收费通知，没有收取信息处理费。',
    '2022年，无收取信息处理费情况。',
    '未收取任何费用。',
    '收取信息处\n理费 300 元。',
  ])('%j says it', (other) => {
    expect(findingsOf(rule, told({ other }))).toEqual([])
  })

  test.each(['无。', '没有其他需要报告的事项', '县教育局增挂招生考试中心牌子。'])('%s does not', (other) => {
    expect(saidBy(rule, told({ other }))).toEqual([[rule]])
    expect(saidBy(rule, told({ other, year: 2020 }))).toEqual([])
  })

  test('what another section says is worth a remark, and shown', () => {
    const text = told({ overview: '全年没有收取信息处理费。', other: '无。' })
    expect(saidBy(rule, text)).toEqual([[`${rule}.elsewhere`, 'info']])
    expect(findingsOf(rule, text)[0]?.related).toHaveLength(1)
  })

  test('nothing is asked of a section that has nothing yet', () => {
    for (const other of ['', '（文字描述，收取信息处理费情况在此处报告。）'])
      expect(findingsOf(rule, told({ other }))).toEqual([])
  })

  const mended = (text: string) => {
    const [fix] = findingsOf(rule, text)[0]?.fixes ?? []
    expect(fix).toMatchObject({ preferred: true, safe: false })
    const after = fix && applied(text, fix)
    expect(after?.findings.filter((finding) => finding.rule === rule)).toEqual([])
    return after?.text ?? ''
  }

  test('no draft is put in that the tables refute', () => {
    const nothing = (changes: Changes) =>
      report('pipes', changes).replace('本年度没有发出收费通知，没有收取信息处理费。', '无。')
    const fixes = (text: string) => findingsOf(rule, text).map((finding) => finding.fixes.length)
    expect(fixes(nothing({}))).toEqual([1])
    expect(fixes(nothing({ 'other.feeUnpaid/person': 1, 'other.feeUnpaid/total': 1 }))).toEqual([0])
  })

  test('a draft is put behind the first line, and marked', () => {
    const draft = '（草稿，请核实）2022年度未发出收费通知，未收取信息处理费。'
    expect(mended(told({ other: '无。\n\n青禾县教育局' }))).toContain(`\n无。${draft}\n\n青禾县教育局`)
    expect(mended(told({ other: '没有其他事项' }))).toContain(`\n没有其他事项。${draft}\n`)
    const halfWidth = draft.replace('（', '(').replace('）', ')')
    expect(mended(told({ other: '没有其他事项(附件另行公布)。' }))).toContain(`公布)。${halfWidth}\n`)
  })

  test.each(STYLE_NAMES)('it stands within the section and breaks nothing, as %s', (layout) => {
    const sentence = '按照规定，发出收费通知、收取信息处理费的情况已另行备案。'
    // Nobody was late with a fee.
    const text = planted({ layout, seed: 42 }).text.replace(sentence, '')
    const before = review(text).report
    const after = review(mended(text)).report
    expect(after.tables.map(({ cells }) => [...cells.values()].map(({ raw }) => raw))).toEqual(
      before.tables.map(({ cells }) => [...cells.values()].map(({ raw }) => raw)),
    )
    expect(after.sections.map(({ titleText }) => titleText)).toEqual(before.sections.map(({ titleText }) => titleText))
  })
})

describe('content/problems', () => {
  const rule = 'content/problems'
  const said = (problems: string) => saidBy(rule, told({ problems, other: '' }))
  const LONG = '招生简章上网的时间各校有先有后，家长来电询问的次数比往年多，答复口径也各有出入。'

  test.each([
    `${LONG}经办人员对时限不够熟悉。下一步由局办公室统一发布，开学前培训一次。`,
    `（一）主要问题\n${LONG}这方面有待加强。\n（二）改进措施\n统一发布。`,
    `一是更新偏慢；二是解读单一。${LONG}针对第一点，已安排专人；针对第二点，配一张图。`,
  ])('%s has both', (problems) => {
    expect(said(problems)).toEqual([])
  })

  test.each(['无', '无。', '暂无。', '没有问题', '不存在问题。'])('%s is nothing', (problems) => {
    expect(said(problems)).toEqual([[`${rule}.nothing`]])
  })

  test('problems alone: what needs to be done about them is no measure', () => {
    expect(said(`${LONG}一是目录更新有待进一步加强；二是解读形式需要不断丰富，答复水平仍需提高。`)).toEqual([
      [`${rule}.no-measure`],
    ])
  })

  test('measures alone', () => {
    expect(
      said('今后我局将加强培训，规范目录，每季度通报一次，年底前由局办公室复查，确保公开及时、准确、全面。'),
    ).toEqual([[`${rule}.no-problem`]])
  })

  test('both in few words are worth a remark', () => {
    expect(said('更新偏慢，已安排专人负责。')).toEqual([[`${rule}.short`, 'info']])
  })

  test('nothing is asked of a section that has nothing yet', () => {
    expect(said('')).toEqual([])
    expect(said('（文字描述）')).toEqual([])
  })
})
