import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shareIn, shinglesOf } from '../../../server/src/text/shingles.ts'

const LETTERS = '各部门按时公开政府信息并逐项核对目录和内容'
const share = (text: string, other: string) => shareIn(text, shinglesOf(other))

describe('the share of a text that stands in another', () => {
  test('is all of it, where it was copied', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 10 }), fc.string(), fc.string(), (text, before, behind) => {
        expect(share(text, before + text + behind)).toBe(1)
      }),
    )
  })
  test('is what is long enough to be no chance', () => {
    expect(share(LETTERS, LETTERS.slice(0, 9))).toBe(0)
    expect(share(LETTERS, LETTERS.slice(0, 12))).toBeCloseTo(12 / LETTERS.length)
  })
  test('leaves out a letter that was changed, and no more', () => {
    const text = `${LETTERS.slice(0, 10)}甲${LETTERS.slice(10)}`
    expect(share(text, `${LETTERS.slice(0, 10)}乙${LETTERS.slice(10)}`)).toBeCloseTo((text.length - 1) / text.length)
  })
  test('is nothing of nothing', () => {
    expect(share('', LETTERS)).toBe(0)
    expect(share(LETTERS, '')).toBe(0)
  })
})
