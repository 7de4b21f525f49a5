import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold } from '../../../server/src/text/fold.ts'
import { reworded } from '../../../server/src/text/reword.ts'
import { applyEdits } from '../../../server/src/text/span.ts'
import { marked } from '../../marked.ts'

const rewritten = (source: string, words: string): string | undefined => {
  const { text, span } = marked(source)
  const edit = reworded(text, span, words)
  return edit && applyEdits(text, [edit])
}

describe('reworded', () => {
  test.each([
    ['本年废⟦⟧纸件数', '', undefined],
    ['|⟦本年废纸件数⟧|', '本年废止件数', '|本年废止件数|'],
    [
      '⟦部分公开(区分处理的,只记这一情形)⟧',
      '部分公开（区分处理的，只计这一情形）',
      '部分公开(区分处理的,只计这一情形)',
    ],
    ['⟦上年结转 政府信息公开数量⟧', '上年结转政府信息公开申请数量', '上年结转 政府信息公开申请数量'],
    ['⟦规范性文件⟧', '行政规范性文件', '行政规范性文件'],
    ['⟦本年/减⟧', '本年增/减', '本年增/减'],
    ['⟦第二十条第（）项⟧', '第二十条第（五）项', '第二十条第（五）项'],
    [
      '⟦印发〈政府信息格式〉的通知⟧',
      '印发〈中华人民共和国政府信息格式〉的通知',
      '印发〈中华人民共和国政府信息格式〉的通知',
    ],
    ['⟦重复重复申请⟧', '重复申请', '重复申请'],
  ])('%s as %s', (source, words, outcome) => {
    expect(rewritten(source, words)).toBe(outcome)
  })

  test.each(['⟦本年废止件数⟧', '⟦本 年 廢止件數⟧', '⟦（本年废止件数）⟧'])('%s says the same already', (source) => {
    expect(rewritten(source, '本年废止件数')).toBeUndefined()
  })

  test.each(['⟦本年废\n纸件数⟧', '⟦本年<b>制法</b>件数⟧', '⟦本年制\t法件数⟧'])(
    '%j has a border among what differs',
    (source) => {
      const words = source.includes('废') ? '本年制发件数' : '本年废止件数'
      expect(rewritten(source, words)).toBeUndefined()
    },
  )

  test('what is written says the words afterwards, and what stands around them is as it was', () => {
    const words = fc.string({ unit: fc.constantFrom(...'公开申请处理（），、 '), maxLength: 12 })
    fc.assert(
      fc.property(words, words, (old, now) => {
        const text = `一|${old}|二`
        const edit = reworded(text, { start: 2, end: 2 + old.length }, now)
        const outcome = edit === undefined ? text : applyEdits(text, [edit])
        expect(outcome.startsWith('一|') && outcome.endsWith('|二')).toBe(true)
        expect(fold(outcome.slice(2, -2))).toBe(fold(now))
      }),
    )
  })
})
