import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { distance, wrongLetters } from '../../../server/src/text/distance.ts'

describe('wrong letters', () => {
  test.each([
    ['重复申请', 0],
    ['重复甲请', 1],
    ['重复请', 1],
    ['重复申申请', 1],
    ['重甲甲请', undefined],
    ['申请', undefined],
  ])('of %s for 重复申请', (written, wrong) => {
    expect(wrongLetters(written, '重复申请')).toBe(wrong)
  })

  test('of words of two letters none may be wrong, of three one', () => {
    expect([wrongLetters('规张', '规章'), wrongLetters('自燃人', '自然人')]).toEqual([undefined, 1])
  })

  test('are the distance, if it is short enough', () => {
    const words = fc.string({ unit: fc.constantFrom(...'甲乙丙'), maxLength: 12 })
    fc.assert(
      fc.property(words, words, (written, right) => {
        const wrong = distance(written, right)
        expect([undefined, wrong]).toContain(wrongLetters(written, right))
        if (right.length >= 4 && wrong * 4 <= right.length) expect(wrongLetters(written, right)).toBe(wrong)
      }),
    )
  })
})
