import { describe, expect, test, vi } from 'vitest'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { foldingRanges } from '../../server/src/features/folding.ts'
import { semanticTokens } from '../../server/src/features/semantic-tokens.ts'
import { documentSymbols } from '../../server/src/features/symbols.ts'
import { CATALOGUE, newest } from '../../server/src/formats/catalogue.ts'
import { review } from '../../server/src/review/review.ts'
import { drawFrom, soundFigures } from '../generator/figures.ts'
import type { StyleName } from '../generator/layouts/index.ts'
import { writeReport } from '../generator/report.ts'
import { flaws } from './flaws.ts'

// A megabyte of the worst there is. What costs more than the length of the text does not end before the limit does.

vi.setConfig({ testTimeout: 60_000 })

const LONG = 1_000_000
const TITLE = '青禾县人民政府2021年政府信息公开工作年度报告\n'

const repeated = (text: string, length = LONG) => text.repeat(Math.ceil(length / text.length)).slice(0, length)

const format = newest(CATALOGUE)
const figures = soundFigures(format, drawFrom(3))
const written = (style: StyleName) => writeReport({ format, style, figures }).text

/** A text with more behind the first occurrence of some words of it. */
function behind(words: string, text: string, more: string): string {
  const at = text.indexOf(words)
  if (at === -1) throw new Error(`no ${words}`)
  return text.slice(0, at + words.length) + more + text.slice(at + words.length)
}

/** Reviews a text, and shows all of it. */
function expectCalm(text: string): void {
  const reviewed = review(text)
  expect(flaws(reviewed)).toEqual([])
  const document = TextDocument.create('untitled:年报', 'plaintext', 1, text)
  expect(semanticTokens(reviewed, document).data.length % 5).toBe(0)
  for (const { startLine, endLine } of foldingRanges(reviewed, document)) expect(startLine).toBeLessThan(endLine)
  expect(documentSymbols(reviewed, document).length).toBeGreaterThanOrEqual(reviewed.report.sections.length)
}

/** A style for each reader. */
const READERS = ['tabs', 'pipes', 'bars', 'barLines', 'lines', 'tabbedLines', 'html', 'spaces', 'gluedRows'] as const

describe.each(READERS)('a megabyte behind a label, as %s', (style) => {
  test.each([
    ['blank rows', '\n\t\t\t'],
    ['tabs on lines of their own', '\n\t\n'],
    ['blank lines, then a bar', `${repeated('\n', LONG - 1)}|`],
    ['cells that a bar opens', '\n| 0'],
    ['borders', '\n├──┼──┤'],
    ['borders of signs', '\n+--+--+'],
    ['emphasis', '*'],
    ['points among digits', '1.'],
  ])('%s', (_, piece) => {
    expect(flaws(review(behind('行政许可', written(style), repeated(piece))))).toEqual([])
  })
})

describe('a megabyte of HTML', () => {
  test.each([
    ['tables that nobody closes', '<table>'],
    ['rows that nobody closes', '<tr>'],
    ['cells that nobody closes', '<td>0'],
    ['tags cut off', '<td'],
    ['tags cut off in an attribute', '<td a="'],
    ['brackets', '<'],
    ['comments that nobody closes', '<!--'],
    ['scripts that nobody closes', '<script>'],
    ['ends of nothing', '</td></tr></table>'],
    ['tables in tables', '<table><tr><td>'],
    ['blocks in blocks', '<div><p><b>'],
    ['line breaks', '<br>'],
    ['line breaks in bars', '|<br>'],
    ['entities cut off', '&'],
    ['entities that nobody ends', '&#65288&ldquo'],
    ['entities', '&nbsp;&#65288;'],
    ['cells merged over more than there is', '<td rowspan=99999999 colspan="99999999">0</td>'],
    ['one row', '<tr><td>行政许可</td><td>0</td></tr>'],
    ['labels in tags', '<td title="行政许可">总计'],
  ])('%s', (_, piece) => {
    expectCalm(`${TITLE}<table><tr><td>${repeated(piece)}`)
    expectCalm(behind('行政许可', written('html'), repeated(piece)))
    expectCalm(behind('（七）总计', written('htmlPage'), repeated(piece)))
  })

  test('nested to the middle and out again', () => {
    const deep = LONG / 40
    const nested = `${'<table><tr><td>'.repeat(deep)}行政许可</td><td>0${'</td></tr></table>'.repeat(deep)}`
    expectCalm(`${TITLE}${nested}`)
    expectCalm(behind('行政处罚', written('html'), nested))
  })
})

describe('a megabyte between glued figures, or with spaces between', () => {
  test.each([
    ['a digit', '1'],
    ['noughts', '0'],
    ['digits and spaces', '9 8 '],
    ['a label', '行政许可'],
    ['a short label', '规章'],
    ['a label that is part of others', '其他'],
    ['its numbered form', '3.其他'],
    ['a label with spaces', '总计 '],
    ['a label and a figure', '行政许可0'],
    ['a whole row', '四、结转下年度继续办理0000000'],
    ['labels without figures', '（一）予以公开（二）部分公开（三）不予公开'],
    ['letters written downwards', '结 果 维 '],
    ['page numbers', '第 1 页 - 2 - '],
    ['numbering', '1.（一）'],
  ])('%s', (_, piece) => {
    expectCalm(behind('行政许可', written('spaces'), repeated(piece)))
    expectCalm(behind('属于国家秘密', written('pdf'), repeated(piece)))
    expectCalm(behind('行政许可', written('gluedRows'), repeated(piece)))
    expectCalm(behind('（七）总计', written('gluedFlat'), repeated(piece)))
  })
})

describe('a megabyte of what stands around tables', () => {
  const HALF = LONG / 2
  test.for([
    ['a heading', repeated('一、总体情况\n')],
    ['a heading in HTML', repeated('<p>一、总体情况</p>')],
    ['two headings', repeated('一、总体情况\n', HALF) + repeated('二、主动公开政府信息情况', HALF)],
    ['headings, then rows', repeated('一、总体情况\n', HALF) + repeated('行政许可\t0\n', HALF)],
    ['a heading, then titles', `一、总体情况\n${repeated(TITLE)}`],
    ['fenced code', repeated('```\n行政许可\t0\n```\n规章\t0\n')],
    ['labels, then fences', repeated('未经复议直接起诉 ', HALF) + repeated('```\n', HALF)],
    ['a period', repeated('统计期限为2021年1月1日至12月31日。')],
    ['half a period', repeated('统计期限为2021年1月1日至')],
    ['damaged dates', repeated('2021 1 1 日')],
    ['a notice', repeated('国办公开办函〔2021〕30号')],
    ['half a notice', repeated('国办公开办函2021')],
    ['dates of publication', repeated('发布日期：2022-01-01\n')],
  ] as const)('%s', ([, text]) => {
    expectCalm(TITLE + text)
  })
})
