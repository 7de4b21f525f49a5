import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { composed } from '../../../server/src/text/compose.ts'
import { applyEdits, narrowed, type SpanEdit } from '../../../server/src/text/span.ts'

describe('narrowed', () => {
  test.each([
    ['二、主动公开信息情况', '二、主动公开政府信息情况', [6, 6, '政府']],
    ['存在的问题', '存在的主要问题', [3, 3, '主要']],
    ['今今', '今今今', [2, 2, '今']],
    ['abc', 'abc', [3, 3, '']],
    ['', 'x', [0, 0, 'x']],
    ['𠮷', '𠮸', [0, 2, '𠮸']],
    ['a𠮷b', 'a𡮷b', [1, 3, '𡮷']],
    ['👍', '', [0, 2, '']],
  ])('%s → %s', (old, newText, [start, end, rest]) => {
    expect(narrowed(old, { span: { start: 0, end: old.length }, newText })).toEqual({
      span: { start, end },
      newText: rest,
    })
  })
})

/** Edits that fit a text of some length. */
const editsFor = (length: number) =>
  fc
    .array(fc.tuple(fc.nat(length), fc.nat(length), fc.string({ unit: fc.constantFrom(...'一二12'), maxLength: 4 })), {
      maxLength: 5,
    })
    .map((drawn) => {
      const edits: SpanEdit[] = []
      for (const [a, b, newText] of drawn) {
        const span = { start: Math.min(a, b), end: Math.max(a, b) }
        if (edits.every((edit) => edit.span.end < span.start || span.end < edit.span.start))
          edits.push({ span, newText })
      }
      return edits
    })

const twoSteps = fc
  .string({ unit: fc.constantFrom(...'一二三12'), maxLength: 30 })
  .chain((text) => fc.record({ text: fc.constant(text), first: editsFor(text.length) }))
  .chain(({ text, first }) =>
    fc.record({
      text: fc.constant(text),
      first: fc.constant(first),
      second: editsFor(applyEdits(text, first).length),
    }),
  )

describe('composed', () => {
  test('does at once what two steps do', () => {
    fc.assert(
      fc.property(twoSteps, ({ text, first, second }) => {
        const edits = composed(text, first, second)
        expect(applyEdits(text, edits)).toBe(applyEdits(applyEdits(text, first), second))
        edits.forEach(({ span, newText }, index) => {
          const before = edits[index - 1]
          if (before !== undefined) expect(before.span.end).toBeLessThan(span.start)
          expect(narrowed(text, { span, newText })).toEqual({ span, newText })
          expect(span.start < span.end || newText !== '').toBe(true)
        })
      }),
      { numRuns: 2000 },
    )
  })

  test('leaves alone what neither step wrote, where texts compared would be ambiguous', () => {
    const text = '1 1 1 1'
    const first = [{ span: { start: 2, end: 4 }, newText: '' }]
    expect(composed(text, first, [])).toEqual(first)
    expect(composed(text, first, [{ span: { start: 0, end: 0 }, newText: '1 ' }])).toEqual([
      { span: { start: 0, end: 0 }, newText: '1 ' },
      ...first,
    ])
  })

  test('what is taken back is no edit', () => {
    const first = [{ span: { start: 1, end: 2 }, newText: '甲乙' }]
    expect(composed('一二三', first, [{ span: { start: 1, end: 3 }, newText: '二' }])).toEqual([])
  })
})
