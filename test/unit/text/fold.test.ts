import { describe, expect, test } from 'vitest'
import { fold } from '../../../server/src/text/fold.ts'

describe('fold', () => {
  test.each([
    ['spaces, also inside words', '自 然　人', '自然人'],
    ['bars and line breaks of a torn cell', '结果 |\n维持', '结果维持'],
    ['brackets of any kind and width', '（一）(一)〔一〕', '一一一'],
    ['quotes', '危及“三安全一稳定”', '危及三安全一稳定'],
    ['Markdown', '## **一、总体情况**', '一总体情况'],
    ['full-width digits and letters', '１２Ａ', '12A'],
    ['Kangxi radicals of PDF text', '⼀⼆⾏政', '一二行政'],
    ['radicals of the supplement, which NFKC leaves alone', '⺠⻔', '民门'],
    ['traditional characters', '總計', '总计'],
  ])('leaves out or unifies %s', (_, text, folded) => {
    expect(fold(text)).toBe(folded)
  })

  test('keeps signs, digits and the marks that end a sentence', () => {
    expect(fold('-3。+4；')).toBe('-3。+4;')
  })
})
