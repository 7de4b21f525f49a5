import { describe, expect, test } from 'vitest'
import { decode, reencode } from '../../../server/src/cli/encoding.ts'
import { encodeGb18030 } from '../../../server/src/cli/gb18030.ts'
import { gb18030, utf8, utf16 } from './encode.ts'

const TEXT = '青禾县人民政府\r\n一、总体情况\t14\n'

const ENCODED: [string, Uint8Array][] = [
  ['UTF-8', utf8(TEXT)],
  ['UTF-8 with a byte order mark', utf8(`\uFEFF${TEXT}`)],
  ['UTF-16, little end first', utf16(TEXT, true)],
  ['UTF-16, big end first', utf16(TEXT, false)],
  ['GB18030', gb18030(TEXT)],
]

describe.each(ENCODED)('%s', (_, bytes) => {
  test('comes back byte for byte', () => {
    expect(decode(bytes).text).toBe(TEXT)
    expect(reencode(TEXT, bytes)).toEqual(bytes)
  })

  test('can take any character', () => {
    const changed = `${TEXT}㐀𠮷ḿ👍�`
    const written = reencode(changed, bytes) as Uint8Array
    expect(decode(written)).toEqual({ text: changed, encoding: decode(bytes).encoding })
    expect(written.slice(0, bytes.length)).toEqual(bytes)
  })

  test('cannot take half a character', () => {
    expect(reencode(`${TEXT}\uD800`, bytes)).toBeUndefined()
  })
})

test.each([
  ['𠮷', [0x95, 0x34, 0xb2, 0x35]],
  ['㐀', [0x81, 0x39, 0xee, 0x39]],
  ['€', [0xa2, 0xe3]],
  ['啊', [0xb0, 0xa1]],
])('GB18030 writes %s as it is written', (character, code) => {
  const original = Uint8Array.of(0xb0, 0xa1)
  expect([...(reencode(`啊${character}`, original) ?? [])]).toEqual([0xb0, 0xa1, ...code])
})

test('GB18030 writes every character of the basic plane so that it is read again, but for some that are private', () => {
  const decoder = new TextDecoder('gb18030')
  const lost: number[] = []
  for (let unit = 0; unit < 0xffff; unit++) {
    const character = String.fromCharCode(unit)
    if (/\p{Cs}/u.test(character)) continue
    if (decoder.decode(encodeGb18030(character)) !== character) lost.push(unit)
  }
  expect(lost.length).toBeLessThan(30)
  for (const unit of lost) expect(String.fromCharCode(unit)).toMatch(/\p{Co}/u)
})

test.each([
  ['a byte that is no GB18030', Uint8Array.of(0xb0, 0xa1, 0xff, 0x0a)],
  ['a code that another one is written for', Uint8Array.of(0xb0, 0xa1, 0x80, 0x0a)],
  ['half a unit of UTF-16', Uint8Array.of(0xff, 0xfe, 0x4a, 0x55, 0x0a)],
  ['half a character in UTF-16', Uint8Array.of(0xff, 0xfe, 0x00, 0xd8)],
])('a file with %s cannot be written back as it was, so it is not written', (_, bytes) => {
  expect(reencode(decode(bytes).text, bytes)).toBeUndefined()
})
