import fc from 'fast-check'
import { expect, test } from 'vitest'
import { squeeze } from '../../../server/src/text/squeeze.ts'

test('white space is one character, full-width marks are half-width', () => {
  expect(squeeze('（一）\u3000 主动公开。\r\n\r\n  ２０２１年').text).toBe('(一) 主动公开。\n2021年')
})

test('what joins the digits of a figure is left out, and its place is that of the whole figure', () => {
  const { text, spanOf } = squeeze('收到2\u2060\u20605件')
  expect(text).toBe('收到25件')
  expect(spanOf(2, 4)).toEqual({ start: 2, end: 6 })
})

test('a place in the source has its offset, one within white space that of what follows', () => {
  const { text, offsetOf } = squeeze('年  \n 报')
  expect([0, 1, 2, 4, 5, 6].map(offsetOf)).toEqual([0, 1, 2, 2, 2, 3])
  expect(text).toBe('年\n报')
})

test('every character is found again where it came from', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('公', '2', '\u2060', '２', ' ', '\n', '\t', '，') }), (source) => {
      const { text, spanOf, offsetOf } = squeeze(source)
      for (let at = 0; at < text.length; at++) expect(offsetOf(spanOf(at, at + 1).start)).toBe(at)
    }),
  )
})
