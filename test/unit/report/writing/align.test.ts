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

test('a text is measured however long it is', () => {
  expect(displayWidth(`a${'长'.repeat(3_000_000)}`)).toBe(6_000_001)
  expect(displayWidth(`é${'长'.repeat(20_000)}`)).toBe(40_001)
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

test('dashes in a row of figures say that nothing applies: they stay as they are', () => {
  expect(alignedIn('|结果维持|结果纠正|\n|-|-|\n|-|-|\n|---|:-:|')).toBe(
    ['| 结果维持 | 结果纠正 |', '| -------- | -------- |', '| -        | -        |', '| ---      | :-:      |'].join(
      '\n',
    ),
  )
  const { text, cells } = planted({ layout: 'pipes' })
  const marked = [...cells].filter(([address]) => address.startsWith('remedies/'))
  const dashes = applyEdits(
    text,
    marked.map(([, span]) => ({ span, newText: '-' })),
  )
  const { tables } = readReport(aligned(dashes))
  const remedies = tables.find(({ id }) => id === 'remedies')
  expect([...(remedies?.cells.values() ?? [])].map(({ raw }) => raw)).toEqual(marked.map(() => '-'))
})

test.each([
  ['an ideographic space', '\u3000'],
  ['a space that does not break', '\u00a0'],
  ['a byte order mark', '\ufeff'],
])('%s at an end of a cell is part of what it says', (_, space) => {
  const text = `|甲|乙|\n|-|-|\n|${space}${space}其中：甲|3${space}|\n|${space}|1|${space}`
  expect(alignedIn(text).replace(/[ -]+/g, '')).toBe(text.replace(/-/g, ''))
})

describe('what alignment adds is bounded for each cell', () => {
  const WIDE = '长'.repeat(300_000)
  const ROWS = 2000

  test('a cell wider than a hundred columns stands out, and widens no other', () => {
    const rows = Array.from({ length: ROWS }, () => '|1|22|')
    const lines = alignedIn(['|甲|乙|', '|-|-|', `|${WIDE}|3|`, ...rows].join('\n')).split('\n')
    expect(lines.slice(0, 2)).toEqual(['| 甲  | 乙  |', '| --- | --- |'])
    expect(lines[2] === `| ${WIDE} | 3   |`).toBe(true)
    expect(new Set(lines.slice(3))).toEqual(new Set(['| 1   | 22  |']))
  })

  test('a cell of a hundred columns does not', () => {
    const [first = '', ...others] = alignedIn(`|${'长'.repeat(50)}|\n|-|\n|1|`).split('\n')
    expect(others.map((line) => line.length)).toEqual(others.map(() => displayWidth(first)))
  })

  test('as many columns as there may be', () => {
    const line = (cell: string) => `|${`${cell}|`.repeat(100_000)}`
    const lines = alignedIn([line('甲'), line('-'), line('1')].join('\n')).split('\n')
    expect(lines.map((aligned) => aligned.length)).toEqual([500_001, 600_001, 600_001])
  })

  test('as many tables and comments as there may be', () => {
    const many = (table: string) => `<!-- 注 -->\n\n${table}\n\n`.repeat(100_000)
    expect(alignedIn(many('|甲|\n|-|')) === many('| 甲  |\n| --- |')).toBe(true)
  })
})

test.each([
  ['code', '```\n|甲|乙|\n|-|-|\n```'],
  ['code between tildes', '~~~\n|甲|乙|\n|-|-|\n~~~'],
  ['code around a shorter fence', '````\n|甲|乙|\n|-|-|\n```\n\n|丙|丁|\n|-|-|\n````'],
  ['code that is not closed', '```\n|甲|乙|\n|-|-|'],
  ['code by its indent', '    |甲|乙|\n    |-|-|'],
  ['code by a tab', '一\r\n \r\n  \t|甲|乙|\r\n  \t|-|-|'],
  ['a comment', '<!--\n|甲|乙|\n|-|-|\n-->'],
  ['a line with bars', '|甲|乙|'],
  ['bars without dashes', '|甲|乙|\n|丙|丁|'],
  ['a bar alone', '|\n|-|'],
])('%s is no table', (_, text) => {
  expect(alignedIn(text)).toBe(text)
})

test.each([
  ['an indent within a paragraph', '一\r\n    |甲|\r\n    |-|', '一\r\n    | 甲  |\r\n    | --- |'],
  ['an indent of less', '   |甲|\n   |-|', '   | 甲  |\n   | --- |'],
  ['code that ended', '~~~\n```\n~~~\n|甲|\n|-|', '~~~\n```\n~~~\n| 甲  |\n| --- |'],
  ['a fence in a comment', '<!--\n```\n-->\n|甲|\n|-|', '<!--\n```\n-->\n| 甲  |\n| --- |'],
])('%s makes no code of a table', (_, text, after) => {
  expect(alignedIn(text)).toBe(after)
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
