import { expect, test } from 'vitest'
import { shareOfLetters } from '../../../server/src/text/letters.ts'

test.each([
  ['行政许可', '许本行可年政', 1],
  ['行政许可', '行政强制', 0.5],
  ['结果维持结果纠正', '结果维持纠正', 0.75],
  ['规章', '', 0],
  ['', '规章', 1],
])('of “%s”, “%s” has the share %d', (words, text, share) => {
  expect(shareOfLetters(text, words)).toBe(share)
})
