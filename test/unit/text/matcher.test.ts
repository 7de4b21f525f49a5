import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeMatcher } from '../../../server/src/text/matcher.ts'
import { marked } from '../../marked.ts'

const find = (patterns: string[], text: string) => {
  const found: [number, number, number][] = []
  makeMatcher(patterns).scan(text, (pattern, start, end) => found.push([pattern, start, end]))
  return found
}

describe('matcher', () => {
  test('finds a pattern over spaces, bars and line breaks, at its place in the source', () => {
    const { text, span } = marked('前文 | ⟦结 果\n维|持⟧ | 后文')
    expect(find(['结果维持'], text)).toEqual([[0, span.start, span.end]])
  })

  test('finds patterns within and across one another', () => {
    expect(find(['处理决定数量', '本年处理决定', '决定'], '本年处理决定数量')).toEqual([
      [1, 0, 6],
      [2, 4, 6],
      [0, 2, 8],
    ])
  })

  test('agrees with a search by hand on any text', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' ', '|'), maxLength: 40 })
    const patterns = fc.uniqueArray(fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 4 }), {
      minLength: 1,
      maxLength: 6,
    })
    fc.assert(
      fc.property(patterns, letters, (words, text) => {
        const kept = [...text].flatMap((letter, at) => (/[abc]/.test(letter) ? [at] : []))
        const plain = kept.map((at) => text[at]).join('')
        const byHand = words.flatMap((word, index) =>
          [...plain].flatMap((_, at) =>
            plain.startsWith(word, at) ? [[index, kept[at] as number, (kept[at + word.length - 1] as number) + 1]] : [],
          ),
        )
        expect(find(words, text).sort()).toEqual(byHand.sort())
      }),
    )
  })
})
