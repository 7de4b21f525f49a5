import { expect, test } from 'vitest'
import type { SelectionRange } from 'vscode-languageserver-types'
import { selectionRanges } from '../../../server/src/features/selection-ranges.ts'
import { review } from '../../../server/src/review/review.ts'
import { NOTICE, report } from '../../suite/fixtures.ts'
import { documentOf } from './made-review.ts'

const text = report('tabs')
const document = documentOf(text)

/** The texts that the selection grows to from the middle of some words, but for the long ones, of which the first line. */
function grown(words: string): string[] {
  const position = document.positionAt(text.indexOf(words) + 1)
  const [range] = selectionRanges(review(text), document, [position]) ?? []
  const texts: string[] = []
  for (let at: SelectionRange | undefined = range; at; at = at.parent) {
    texts.push(document.getText(at.range).split('\n')[0] as string)
  }
  return texts
}

const TITLE = '青禾县人民政府2023年政府信息公开工作年度报告'

test('from a figure: its row, its table, its section, the text', () => {
  expect(grown('4120')).toEqual([
    '4120',
    '行政许可\t4120',
    '第二十条第（一）项\t\t\t',
    '二、主动公开政府信息情况',
    TITLE,
  ])
})

test('from a label: the same', () => {
  expect(grown('一、本年新收')).toEqual([
    '一、本年新收政府信息公开申请数量',
    '一、本年新收政府信息公开申请数量\t\t\t14\t3\t0\t0\t0\t0\t17',
    expect.stringContaining('勾稽关系'),
    '三、收到和处理政府信息公开申请情况',
    TITLE,
  ])
})

test('of rows beside each other, the figures of its own', () => {
  const cell = grown('1\t0\t0\t0\t1')
  expect(cell.slice(0, 2)).toEqual(['1', '1\t0\t0\t0\t1'])
})

test('from a sentence: its section, the text', () => {
  expect(grown('县政府网站按月')).toEqual(['一、总体情况', TITLE])
})

test('as many answers as positions, in their order', () => {
  const positions = [4, 0, 2].map((line) => ({ line, character: 0 }))
  expect(selectionRanges(review(text), document, positions)).toHaveLength(3)
})

test('nothing in a text that is no report', () => {
  expect(selectionRanges(review(NOTICE), documentOf(NOTICE), [{ line: 0, character: 0 }])).toBeNull()
})
