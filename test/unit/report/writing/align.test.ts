import { describe, expect, test } from 'vitest'
import { readReport } from '../../../../server/src/report/read.ts'
import { alignTables } from '../../../../server/src/report/writing/align.ts'
import { displayWidth } from '../../../../server/src/text/display-width.ts'
import { applyEdits } from '../../../../server/src/text/span.ts'
import { planted } from '../../rules/planted.ts'

const aligned = (text: string) => applyEdits(text, alignTables(readReport(text)))

/** A report in which something stands between its title and its sections. */
const reportWith = (text: string) => `# 青禾县水务局2023年政府信息公开工作年度报告\n\n${text}\n`
const alignedIn = (text: string) => aligned(reportWith(text)).slice(reportWith('').length - 1, -1)

test.each([
  ['a', 1],
  ['水务局', 6],
  ['（七）总计', 10],
  ['“三安全”', 8],
  ['ｱ１２', 5],
  ['', 0],
])('%s is %d columns wide', (text, width) => {
  expect(displayWidth(text)).toBe(width)
})

test('bars stand below one another', () => {
  expect(alignedIn('| 信息内容 | 本年收费金额（单位：万元） |\n| --- | --- |\n| 行政事业性收费 | 12.5 |')).toBe(
    [
      '| 信息内容       | 本年收费金额（单位：万元） |',
      '| -------------- | -------------------------- |',
      '| 行政事业性收费 | 12.5                       |',
    ].join('\n'),
  )
})

test('figures go where the line of dashes says', () => {
  expect(alignedIn('|甲|乙|丙|\n|:-|--:|:-:|\n|1|22|333|\n|4444|5|6|')).toBe(
    ['| 甲   |  乙 | 丙  |', '| :--- | --: | :-: |', '| 1    |  22 | 333 |', '| 4444 |   5 |  6  |'].join('\n'),
  )
})

test('rows keep the cells that they have, and their own ends and indents', () => {
  expect(alignedIn('  | 甲 | 乙\n  |--|--|\n  | 1 |\n  | 2 | a\\|b | 3 |  ')).toBe(
    ['  | 甲  | 乙', '  | --- | ---- |', '  | 1   |', '  | 2   | a\\|b | 3   |'].join('\n'),
  )
})

test.each([
  ['code', '```\n|甲|乙|\n|-|-|\n```'],
  ['a comment', '<!--\n|甲|乙|\n|-|-|\n-->'],
  ['a line with bars', '|甲|乙|'],
  ['bars without dashes', '|甲|乙|\n|丙|丁|'],
  ['a bar alone', '|\n|-|'],
])('%s is no table', (_, text) => {
  expect(alignedIn(text)).toBe(text)
})

test('what is no report is left alone', () => {
  expect(alignTables(readReport('|甲|乙|\n|-|-|\n'))).toEqual([])
})

describe.each([2020, 2023])('a report of %d', (year) => {
  const { text } = planted({ year, layout: 'pipes' })

  test('keeps its words and figures, and reads as before', () => {
    const after = aligned(text)
    expect(after).not.toBe(text)
    expect(after.replace(/[ -]+/g, '')).toBe(text.replace(/[ -]+/g, ''))
    const figuresIn = (source: string) =>
      readReport(source).tables.flatMap(({ cells }) => [...cells].map(([key, { raw, state }]) => [key, raw, state]))
    expect(figuresIn(after)).toEqual(figuresIn(text))
  })

  test('is aligned once and for all', () => {
    const after = aligned(text)
    expect(alignTables(readReport(after))).toEqual([])
    const widths = after.split('\n\n').flatMap((block) => {
      const lines = block.split('\n').filter((line) => line.startsWith('|'))
      return lines.length === 0 ? [] : [new Set(lines.map(displayWidth)).size]
    })
    expect(new Set(widths)).toEqual(new Set([1]))
  })

  test('changes no line that is aligned already', () => {
    const lines = aligned(text).split('\n')
    const at = lines.findIndex((line) => line.includes('四、结转'))
    lines[at] = (lines[at] as string).replace(/ +\|/g, ' |')
    const edits = alignTables(readReport(lines.join('\n')))
    expect(edits).toHaveLength(1)
  })
})

test.each(['tabs', 'bars', 'lines', 'html', 'spaces'] as const)('a report as %s stays as it is', (layout) => {
  expect(alignTables(readReport(planted({ layout }).text))).toEqual([])
})
