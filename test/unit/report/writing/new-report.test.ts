import { describe, expect, test } from 'vitest'
import { CATALOGUE, formatFor, kindsOf } from '../../../../server/src/formats/catalogue.ts'
import { rowIds } from '../../../../server/src/formats/schema.ts'
import { plainly } from '../../../../server/src/report/writing/draft.ts'
import { REPORT_FORMS, reportYears, writeReport } from '../../../../server/src/report/writing/new-report.ts'
import { review } from '../../../../server/src/review/review.ts'
import { sliceOf } from '../../../../server/src/text/span.ts'

const drafted = (organ: string | undefined, year: number, form: (typeof REPORT_FORMS)[number] = 'markdown') => {
  const format = formatFor(CATALOGUE, year)
  if (format === null) throw new Error(`no edition for ${year}`)
  return plainly(writeReport(format, { organ, year }, form))
}

const placeholdersIn = (text: string) =>
  review(text).findings.flatMap(({ rule, span }) => (rule === 'content/placeholder' ? [sliceOf(text, span)] : []))

describe.each(REPORT_FORMS)('a new report as %s', (form) => {
  test.each([2019, 2020, 2021, 2025])('is the whole form of the edition for %d', (year) => {
    const { report } = review(drafted('青禾县人民政府', year, form))
    const { format, organ } = report.facts
    expect([format?.id, organ, report.facts.year]).toEqual([year < 2021 ? '2019' : '2021', '青禾县人民政府', year])
    expect(report.sections.map(({ titleText }) => titleText)).toEqual(format?.sections.map(({ title }) => title))
    expect(report.tables.map(({ id, edition, rows }) => [id, edition, rows.map((row) => row.id)])).toEqual(
      format?.tables.map((table) => [table.id, format.id, rowIds(table)]),
    )
    expect(report.tables.flatMap(({ cells }) => [...cells.values()]).every(({ state }) => state === 'blank')).toBe(true)
  })

  test('is found wanting only for what has to be filled in', () => {
    for (const organ of ['青禾县人民政府', '青禾县水务局', '青禾县柳溪镇人民政府']) {
      for (const year of [2020, 2025]) {
        const rules = review(drafted(organ, year, form)).findings.map(({ rule }) => rule)
        expect([...new Set(rules)].sort()).toEqual(['cell/blank', 'content/placeholder'])
      }
    }
  })

  test('ends with one line end', () => {
    expect(drafted('青禾县水务局', 2025, form)).toMatch(/[^\n]\n$/)
  })
})

test('says its basis and its period', () => {
  expect(drafted('青禾县水务局', 2025)).toMatch(
    /^# 青禾县水务局2025年政府信息公开工作年度报告\n\n本报告根据《中华人民共和国政府信息公开条例》和《[^》]*〈[^〉]*〉的通知》（国办公开办函〔2021〕30号）编制。\n\n本报告所列数据的统计期限为2025年1月1日至2025年12月31日。\n\n## 一、总体情况\n\n### （一）主动公开\n\n（文字描述）\n/,
  )
})

test('five topics and the fees are asked for from the edition of 2021 on', () => {
  expect(drafted('青禾县水务局', 2020)).not.toMatch(/监督保障|信息处理费/)
  expect(drafted('青禾县水务局', 2021)).toMatch(
    /### （五）监督保障\n[\s\S]*（草稿，请核实）2021年度未发出收费通知，未收取信息处理费。\n/,
  )
})

test('what a government reports of itself is in the draft of a government alone', () => {
  expect(drafted('青禾县柳溪镇人民政府', 2025)).toMatch(/工作考核[\s\S]*社会评议[\s\S]*（草稿，请核实）2025年没有因/)
  for (const organ of ['青禾县水务局', undefined]) expect(drafted(organ, 2025)).not.toMatch(/社会评议|追究/)
})

test('what it says is a draft as long as nobody has gone through it', () => {
  expect(placeholdersIn(drafted('青禾县柳溪镇人民政府', 2025))).toEqual([
    ...Array(5).fill('（文字描述）'),
    '（文字描述：工作考核的方式和结果）',
    '（文字描述：社会评议的方式和结果）',
    '（草稿，请核实）',
    '（文字描述：存在的主要问题）',
    '（文字描述：改进情况）',
    '（草稿，请核实）',
    '（草稿，请核实）',
  ])
  expect(placeholdersIn(drafted(undefined, 2025))[0]).toBe('（机关名称）')
})

test('the years there are editions for, the newest first', () => {
  const [kind] = kindsOf(CATALOGUE)
  expect(kind && reportYears(kind, 2022)).toEqual([2022, 2021, 2020, 2019])
  expect(kind && reportYears(kind, 2018)).toEqual([])
})
