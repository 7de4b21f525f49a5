import { describe, expect, test } from 'vitest'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { InsertTextFormat, InsertTextMode } from 'vscode-languageserver-types'
import { completion } from '../../../server/src/features/completion.ts'
import { rowIds } from '../../../server/src/formats/schema.ts'
import { readReport } from '../../../server/src/report/read.ts'
import type { LayoutName } from '../../../server/src/report/report.ts'
import { review } from '../../../server/src/review/review.ts'
import { marked } from '../../marked.ts'
import { planted } from '../rules/planted.ts'
import { FORM, offeredAt } from './offered.ts'

describe('in an empty text', () => {
  test('the whole form is offered for each year, the last one first', () => {
    const { labels, with: putIn } = offeredAt('⟦⟧\n')
    expect(labels).toEqual([2025, 2024, 2023, 2022, 2021, 2020, 2019].map((year) => `${year} 年年报全文`))
    const { facts, sections, tables } = readReport(putIn('2020 年年报全文'))
    expect([facts.organ, facts.year, sections.length, tables.map(({ edition }) => edition)]).toEqual([
      '（机关名称）',
      2020,
      6,
      ['2019', '2019', '2019'],
    ])
  })

  test.each([
    ['青禾县水务局2024年⟦⟧', '青禾县水务局 2024 年年报全文', '# 青禾县水务局2024年政府信息公开工作年度报告\n'],
    ['青禾县水务局⟦⟧', '青禾县水务局 2025 年年报全文', '# 青禾县水务局2025年政府信息公开工作年度报告\n'],
    [
      '# 青禾县水务局2024年政府信息公开工作年度报告⟦⟧',
      '青禾县水务局 2024 年年报全文',
      '# 青禾县水务局2024年政府信息公开工作年度报告\n',
    ],
    ['年报⟦⟧', '2025 年年报全文', '# （机关名称）2025年'],
    ['nian⟦⟧', '2025 年年报全文', '# （机关名称）2025年'],
    ['# ⟦⟧', '2025 年年报全文', '# （机关名称）2025年'],
  ])('%s', (source, label, beginning) => {
    const written = offeredAt(source).with(label)
    expect(written.startsWith(beginning)).toBe(true)
    expect(written).toContain('## 六、其他需要报告的事项')
  })

  test.each(['hello⟦⟧', '会议纪要⟦⟧', '2018年政府信息公开工作年度报告⟦⟧', '第一段\n\n⟦⟧', '年报⟦⟧还没写'])(
    'nothing in %s',
    (source) => {
      expect(offeredAt(source).labels).toEqual([])
    },
  )

  test('plain text gets a plain text, HTML nothing', () => {
    expect(offeredAt('⟦⟧', {}, 'plaintext').with('2025 年年报全文')).toMatch(/^（机关名称）2025年[\s\S]*\n规章\t\t\t\n/)
    expect(offeredAt('⟦⟧', {}, 'html').labels).toEqual([])
  })

  test('with places to fill in for an editor that has them, the name of the organ once for all its places', () => {
    const { textEdit, insertTextFormat, insertTextMode } = offeredAt('⟦⟧', { snippets: true }).item('2025 年年报全文')
    expect([insertTextFormat, insertTextMode]).toEqual([InsertTextFormat.Snippet, InsertTextMode.asIs])
    expect(textEdit?.newText).toMatch(/^# \$\{1:（机关名称）\}2025年/)
    expect(textEdit?.newText).toMatch(/### （二）依申请公开\n\n\$\{3:（文字描述）\}\n/)
  })
})

const REPORT = `# 青禾县水务局2025年政府信息公开工作年度报告

本报告根据条例编制，统计期限为2025年1月1日至2025年12月31日。

## 一、总体情况

做了这些。

## 三、收到和处理政府信息公开申请情况

没有收到。

## 六、其他需要报告的事项

没有。
`

describe('a section', () => {
  test('is offered where it belongs, with its table and in the marks of the others', () => {
    const source = REPORT.replace('做了这些。\n', '做了这些。\n\n⟦⟧\n')
    const { labels, with: putIn } = offeredAt(source)
    expect(labels).toContain('二、主动公开政府信息情况')
    expect(labels).not.toContain('四、政府信息公开行政复议、行政诉讼情况')
    const after = readReport(putIn('二、主动公开政府信息情况'))
    expect(after.sections.map(({ id }) => id)).toEqual(['overview', 'proactive', 'requests', 'other'])
    expect(after.tables.map(({ id, layout }) => [id, layout])).toEqual([['proactive', 'pipes']])
    expect(after.text).toContain('\n## 二、主动公开政府信息情况\n\n')
  })

  test('by the beginning of its title', () => {
    const source = (typed: string) => REPORT.replace('没有收到。\n', `没有收到。\n\n${typed}⟦⟧\n`)
    expect(offeredAt(source('## 四')).labels).toEqual(['四、政府信息公开行政复议、行政诉讼情况'])
    expect(offeredAt(source('五、存在')).with('五、存在的主要问题及改进情况')).toContain(
      '\n\n## 五、存在的主要问题及改进情况\n\n（文字描述：存在的主要问题）\n\n（文字描述：改进情况）\n',
    )
    expect(offeredAt(source('一、')).labels).toEqual([])
  })
})

test('a table is offered in the section that lacks it', () => {
  const source = REPORT.replace('没有收到。\n', '⟦⟧\n')
  const { labels, with: putIn } = offeredAt(source)
  expect(labels).toContain('收到和处理政府信息公开申请情况')
  const { tables } = readReport(putIn('收到和处理政府信息公开申请情况'))
  expect(tables.map(({ id, rows }) => [id, rows.length])).toEqual([['requests', 25]])
  const after = putIn('收到和处理政府信息公开申请情况').replace('没有。\n', '没有。\n\n⟦⟧\n')
  expect(offeredAt(after).labels).not.toContain('收到和处理政府信息公开申请情况')
})

describe('what has to be said', () => {
  const overview = (words: string, organ = '青禾县水务局', year = 2025) =>
    REPORT.replace('做了这些。', `做了这些。\n\n${words}⟦⟧`)
      .replace('青禾县水务局', organ)
      .replaceAll('2025', String(year))

  test('the topics that are not told of, one by one or all', () => {
    const { labels, with: putIn } = offeredAt(overview('### （一）主动公开\n\n有。\n\n'))
    expect(labels).toEqual([
      '依申请公开',
      '政府信息管理',
      '政府信息公开平台建设',
      '监督保障',
      '这一部分要写的 4 项',
      '二、主动公开政府信息情况',
    ])
    expect(putIn('依申请公开')).toContain('有。\n\n### （二）依申请公开\n\n（文字描述）\n')
    expect(review(putIn('这一部分要写的 4 项')).findings.map(({ rule }) => rule)).not.toContain('content/topics')
  })

  test('what a government reports of itself', () => {
    expect(offeredAt(overview('', '青禾县人民政府')).labels).toContain('工作考核、社会评议和责任追究结果情况')
    expect(offeredAt(overview('')).labels).not.toContain('工作考核、社会评议和责任追究结果情况')
  })

  test('no topics before the edition that asks for them', () => {
    expect(offeredAt(overview('', '青禾县水务局', 2020)).labels).not.toContain('监督保障')
  })

  test('fees, as a draft to be confirmed', () => {
    const { with: putIn } = offeredAt(REPORT.replace('没有。', '没有。\n\n⟦⟧'))
    const after = review(putIn('信息处理费'))
    expect(after.report.text).toContain('\n\n（草稿，请核实）2025年度未发出收费通知，未收取信息处理费。\n')
    const rules = after.findings.map(({ rule }) => rule)
    expect(rules).not.toContain('content/fee-statement')
    expect(rules).toContain('content/placeholder')
  })

  test('the period, before the first section, while it is not stated', () => {
    const without = REPORT.replace(/本报告.*\n/, '⟦⟧\n')
    expect(offeredAt(without).labels).toEqual(['编制依据', '统计期限', '这一部分要写的 2 项'])
    const { report, findings } = review(offeredAt(without).with('这一部分要写的 2 项'))
    expect(report.facts.periods).toHaveLength(1)
    expect(findings.filter(({ rule }) => rule === 'narrative/period' || rule === 'format/notice')).toEqual([])
    expect(offeredAt(REPORT.replace('\n\n## 一', '\n\n⟦⟧\n\n## 一')).labels).toEqual([])
  })

  test('nothing within a sentence', () => {
    expect(offeredAt(REPORT.replace('做了这些', '做了⟦⟧这些')).labels).toEqual([])
  })
})

describe.each(['tabs', 'pipes', 'html', 'bars', 'tabbedLines'] as const)('a row of a table, as %s', (layout) => {
  const { text } = planted({ layout })
  const whole = readReport(text)
  const table = whole.tables.find(({ id }) => id === 'requests')
  if (table === undefined) throw new Error('no table')

  test.each(rowIds(table.format))('%s', (id) => {
    const { labels, source } = withoutRow(layout, text, id)
    const [label] = labels
    if (label === undefined) return
    const offered = offeredAt(source, {}, layout === 'html' ? 'html' : 'markdown')
    if (!offered.labels.includes(label)) {
      // Merged cells would have to be moved: nothing is better than a table in disorder.
      expect(IS_FIRST_OF_GROUP.has(id)).toBe(true)
      return
    }
    const after = readReport(offered.with(label))
    const [before] = whole.tables.filter((one) => one.id === 'requests')
    const [now] = after.tables.filter((one) => one.id === 'requests')
    expect(now?.rows.map((row) => row.id)).toEqual(before?.rows.map((row) => row.id))
    for (const [key, cell] of before?.cells ?? []) {
      const found = now?.cells.get(key)
      expect([key, found?.state, found?.value]).toEqual(
        cell.row === id ? [key, 'blank', null] : [key, cell.state, cell.value],
      )
    }
  })
})

const IS_FIRST_OF_GROUP = new Set([
  'granted',
  'refused.stateSecret',
  'unavailable.notHeld',
  'notProcessed.petition',
  'other.notCorrected',
])

/** A report with an empty line, and the cursor, in place of a row's. */
function withoutRow(layout: LayoutName, text: string, id: string): { labels: string[]; source: string } {
  const table = readReport(text).tables.find((one) => one.id === 'requests')
  const row = table?.rows.find((one) => one.id === id)
  if (row === undefined) throw new Error(id)
  let { start, end } = row.span
  if (layout === 'html') {
    start = text.lastIndexOf('<tr', row.label.start)
    end = text.indexOf('</tr>', row.span.end) + '</tr>'.length
  } else if (layout === 'tabbedLines') {
    start = text.lastIndexOf('\n\n', row.label.start) + '\n\n'.length
    end = text.indexOf('\n\n', row.span.end)
  } else {
    while (start > 0 && text[start - 1] !== '\n') start--
    while (end < text.length && text[end] !== '\n') end++
  }
  return { labels: [row.format.label], source: `${text.slice(0, start)}⟦⟧${text.slice(end)}` }
}

describe('a total', () => {
  const { text } = planted({ layout: 'pipes', figures: { 'requests/received/person': 3 } })
  const report = readReport(text)
  const cellOf = (key: string) => {
    const cell = report.tables.find(({ id }) => id === 'requests')?.cells.get(key)
    if (cell === undefined) throw new Error(key)
    return cell
  }
  const at = (key: string, by = '⟦⟧') => {
    const { start, end } = cellOf(key).span
    return text.slice(0, start) + by + text.slice(end)
  }

  test('is offered as the sum of its row, with what it adds up', () => {
    const { items } = completionAt(at('received/total', '⟦9⟧'))
    const sum = ['person', 'company', 'research', 'publicInterest', 'legalServices', 'otherOrganization']
      .map((column) => Number(cellOf(`received/${column}`).raw))
      .reduce((a, b) => a + b)
    expect(items.map(({ label }) => label)).toEqual([String(sum)])
    expect(items[0]?.detail).toMatch(/^3 \+ .* · 一、本年新收政府信息公开申请数量·总计$/)
  })

  test('is offered in a blank cell, wherever in it the cursor is', () => {
    for (const blank of [' ⟦⟧  ', '⟦⟧   ', '   ⟦⟧']) {
      expect(completionAt(at('granted/total', blank)).items).toHaveLength(1)
    }
  })

  test('that is right needs nothing', () => {
    expect(completionAt(at('granted/total', `⟦${cellOf('granted/total').raw}⟧`)).items).toEqual([])
  })
})

function completionAt(source: string) {
  const { text, span } = marked(source)
  const document = TextDocument.create('untitled:a', 'markdown', 1, text)
  return completion(review(text), document, document.positionAt(span.start), FORM)
}
