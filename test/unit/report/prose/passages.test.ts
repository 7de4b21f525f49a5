import { describe, expect, test } from 'vitest'
import { passagesOf, wordsOf } from '../../../../server/src/report/prose/passages.ts'
import { readReport } from '../../../../server/src/report/read.ts'
import { STYLE_NAMES } from '../../../generator/layouts/index.ts'
import { planted } from '../../rules/planted.ts'

const TITLE = '青禾县教育局2022年政府信息公开工作年度报告'

/** The passages of a text that are not blank: section, and words. */
function read(text: string) {
  const report = readReport(text)
  return passagesOf(report)
    .map((passage) => [passage.section, wordsOf(report, [passage]).trim()])
    .filter(([, words]) => words !== '')
}

describe('the prose of a report', () => {
  test('is what stands below the title and the headings', () => {
    const text = `首页\n${TITLE}\n现公布如下。\n一、总体情况\n全年公开 3 条。\n六、其他需要报告的事项\n无。\n`
    expect(read(text)).toEqual([
      [undefined, '现公布如下。'],
      ['overview', '全年公开 3 条。'],
      ['other', '无。'],
    ])
  })

  test('without a title begins where the text does', () => {
    expect(read('现公布 2022 年的情况。\n一、总体情况\n行政许可\t1\n行政处罚\t2\n')[0]).toEqual([
      undefined,
      '现公布 2022 年的情况。',
    ])
  })

  test('is without tags', () => {
    expect(read(`<h1>${TITLE}</h1><h2>一、总体情况</h2><p>全年<b>公开</b>三条。</p>`)).toEqual([
      ['overview', '全年 公开 三条。'],
    ])
  })

  test('of an HTML page ends before the tag of the next heading', () => {
    const { text, sections } = readReport(
      `<h1>${TITLE}</h1>\n<h2>一、总体情况</h2><p>无。</p><h2>六、其他需要报告的事项</h2>`,
    )
    expect(sections.map(({ span }) => text.slice(span.start, span.start + 4))).toEqual(['<h2>', '<h2>'])
    expect(sections[0]?.span.end).toBe(sections[1]?.span.start)
  })

  test('ends where a second report begins', () => {
    const report = `${TITLE}\n一、总体情况\n公开三条。\n`
    expect(read(report + report)).toEqual([['overview', '公开三条。']])
  })

  test.each(STYLE_NAMES.filter((name) => name !== 'absent'))('has no figure of a table in it, as %s', (layout) => {
    const report = readReport(planted({ layout, scale: 4_000_000 }).text)
    expect(report.tables).toHaveLength(3)
    for (const { cells } of report.tables) {
      for (const { span } of cells.values()) {
        const from = report.squeezed.offsetOf(span.start)
        expect(passagesOf(report).filter((passage) => passage.from <= from && from < passage.to)).toEqual([])
      }
    }
  })

  test('beside a table is told from other prose', () => {
    const passages = passagesOf(readReport(planted().text))
    expect(new Set(passages.filter(({ besideTable }) => besideTable).map(({ section }) => section))).toEqual(
      new Set(['proactive', 'requests', 'remedies']),
    )
    expect(passages.filter(({ besideTable }) => !besideTable).map(({ section }) => section)).toEqual([
      undefined,
      'overview',
      'problems',
      'other',
    ])
  })
})
