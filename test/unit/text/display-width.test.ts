import fc from 'fast-check'
import stringWidth from 'string-width'
import { expect, test } from 'vitest'
import { displayWidth } from '../../../server/src/text/display-width.ts'

test.each([
  ['政府信息', 8],
  ['（一）', 6],
  ['“三安全一稳定”', 14],
  ['1.5 万元', 8],
  ['e\u0301', 1],
  ['👨‍👩‍👧', 2],
  ['', 0],
])('%s', (text, width) => {
  expect(displayWidth(text)).toBe(width)
})

test('what is counted letter by letter is as wide as when it is looked at for what joins', () => {
  const letters = fc.constantFrom(...'a9 ~“”。、〈〾一龥（Ａ｀｠', '\u303f', '\uff61', '\u0301', '…', 'é')
  fc.assert(
    fc.property(fc.string({ unit: letters, maxLength: 12 }), (text) => {
      expect(displayWidth(text)).toBe(stringWidth(text, { countAnsiEscapeCodes: true }))
    }),
  )
})
