import { expect, test } from 'vitest'
import { alignmentHints } from '../../../server/src/features/alignment-hints.ts'
import { inlayHints } from '../../../server/src/features/inlay-hints.ts'
import { review } from '../../../server/src/review/review.ts'
import { displayWidth } from '../../../server/src/text/display-width.ts'
import { NOTICE, report } from '../../suite/fixtures.ts'
import { documentOf } from './made-review.ts'

const ALL = { start: { line: 0, character: 0 }, end: { line: 9999, character: 0 } }

/** The lines as an editor shows them that sets a tab stop every so many columns. */
function shown(text: string, tabSize: number, { figures = false } = {}): string[] {
  const document = documentOf(text)
  const made = review(text)
  const own = figures ? inlayHints(made, document, ALL, 'zh-CN') : []
  const hints = [
    ...own.map((hint) => ({ ...hint, label: ` ${hint.label}` })),
    ...alignmentHints(made, document, ALL, own),
  ]
  const lines = text.split('\n').map((line, at) => {
    let rest = line
    const here = hints.filter(({ position }) => position.line === at)
    for (const { position, label } of here.toSorted((a, b) => b.position.character - a.position.character)) {
      const { character } = position
      rest = rest.slice(0, character) + label + rest.slice(character)
    }
    return rest
  })
  return lines.map((line) =>
    line.split('\t').reduce((before, cell) => {
      const width = displayWidth(before)
      return before + ' '.repeat(tabSize - (width % tabSize)) + cell
    }),
  )
}

/** The columns in which the seven figures of the line begin that has some words. */
function figureColumns(lines: readonly string[], words: string): number[] {
  const line = lines.find((candidate) => candidate.includes(words)) ?? ''
  return [...line.matchAll(/(?<=\s)\d+/g)].slice(-7).map(({ index }) => displayWidth(line.slice(0, index)))
}

const ROWS = ['一、本年新收', '（一）予以公开', '3.补正后申请内容', '5.要求行政机关确认', '3.其他', '（七）总计']
/** Those whose labels are much longer than all others. */
const LONG = ['（二）部分公开', '1.申请人无正当理由', '2.申请人逾期']

test.each([2, 4, 8])('figures stand below one another, whatever the tab stops: %i', (tabSize) => {
  const lines = shown(report('tabs', { 'granted/person': 1234 }), tabSize)
  const columns = ROWS.map((words) => figureColumns(lines, words))
  expect(columns[0]).toHaveLength(7)
  expect(new Set(columns.map(String)).size).toBe(1)
})

test('in every font: as many wide characters stand before each, and as many others', () => {
  const lines = shown(report('tabs', { 'granted/person': 1234 }), 4)
  const before = ROWS.map((words) => {
    const line = lines.find((candidate) => candidate.includes(words)) ?? ''
    const figures = [...line.matchAll(/(?<=\s)\d+/g)].slice(-7)
    return figures.map(({ index }) => {
      const letters = [...line.slice(0, index)]
      return letters.filter((letter) => displayWidth(letter) === 2).length
    })
  })
  expect(new Set(before.map(String)).size).toBe(1)
})

test.each([2, 4, 8])('what has a long label is in line again at its total: %i', (tabSize) => {
  const lines = shown(report('tabs', { 'partlyGranted/company': 1234 }), tabSize)
  const columns = figureColumns(lines, ROWS[0] as string)
  for (const words of LONG) {
    const own = figureColumns(lines, words)
    expect(own.slice(-2)).toEqual(columns.slice(-2))
    expect(own.every((column, index) => column >= (columns[index] as number))).toBe(true)
    expect(own).toEqual([...own].sort((a, b) => a - b))
  }
})

test('so that all columns are in sight together', () => {
  const lines = shown(report('tabs'), 4)
  expect(figureColumns(lines, ROWS[0] as string).at(-1)).toBeLessThan(170)
})

test('and below the heads of their columns', () => {
  const lines = shown(report('tabs'), 4)
  const [first, , , , , , total] = figureColumns(lines, '一、本年新收')
  const heads = lines.find((line) => line.includes('自然人')) ?? ''
  expect(displayWidth(heads.slice(0, heads.indexOf('自然人')))).toBe(first)
  expect(displayWidth(heads.slice(0, heads.indexOf('总计')))).toBe(total)
})

test('a hint at the right figure leaves its row where it was', () => {
  const lines = shown(report('tabs', { 'refused.inquiry/company': 5 }), 4, { figures: true })
  expect(lines.find((line) => line.includes('8.属于行政查询事项'))).toContain('→')
  const [before, at] = [figureColumns(lines, '一、本年新收'), figureColumns(lines, '8.属于行政查询事项')]
  expect(at.at(-1)).toBe(before.at(-1))
})

test('only the lines of the range, and not all too many', () => {
  const text = report('tabs')
  const document = documentOf(text)
  const line = text.split('\n').findIndex((row) => row.startsWith('一、本年新收'))
  const range = { start: { line, character: 0 }, end: { line, character: 5 } }
  const hints = alignmentHints(review(text), document, range)
  expect(new Set(hints.map(({ position }) => position.line))).toEqual(new Set([line]))
  expect(hints.every(({ textEdits }) => textEdits === undefined)).toBe(true)
})

test.each([
  ['a Markdown table', report('pipes')],
  ['a text that is no report', NOTICE],
])('%s has none', (_, text) => {
  expect(alignmentHints(review(text), documentOf(text), ALL)).toEqual([])
})

test('a line that is too wide is left as it is', () => {
  const long = '字'.repeat(60)
  const text = report('tabs').replace(
    '一、本年新收政府信息公开申请数量\t\t',
    `一、本年新收政府信息公开申请数量\t${long}\t`,
  )
  const at = text.split('\n').findIndex((line) => line.includes(long))
  const lines = alignmentHints(review(text), documentOf(text), ALL).map(({ position }) => position.line)
  expect(lines).not.toContain(at)
  expect(lines).toContain(at + 1)
})

test('a head over several columns takes none of their room', () => {
  const lines = shown(report('tabs'), 4)
  const long = shown(report('tabs').replace('法人或其他组织', '法人或者其他组织（不含自然人）'), 4)
  expect(figureColumns(long, ROWS[0] as string)).toEqual(figureColumns(lines, ROWS[0] as string))
})

test('heads stand over their columns though their line has fewer cells than the rows', () => {
  const text = report('tabs').replace('\t\t\t自然人', '\t\t自然人').replace('\t\t\t\t商业企业', '\t\t\t商业企业')
  const lines = shown(text, 4)
  const [first, company] = figureColumns(lines, '一、本年新收')
  for (const [words, column] of [
    ['自然人', first],
    ['商业企业', company],
  ] as const) {
    const heads = lines.find((line) => line.includes(words)) ?? ''
    expect(displayWidth(heads.slice(0, heads.indexOf(words)))).toBe(column)
  }
})
