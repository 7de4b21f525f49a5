/**
 * A text as GB18030. The platform has a decoder for it and no encoder; the table is the decoder's own, read backwards, so
 * that what it read is written as it was. What has no code, such as half a character, becomes `?`.
 */
export function encodeGb18030(text: string): Uint8Array {
  const codes = codesByCharacter()
  const bytes = new Uint8Array(4 * text.length)
  let length = 0
  for (const character of text) {
    const point = character.codePointAt(0) as number
    const code = point > 0xffff ? fourBytes(ASTRAL + point - 0x10000) : (codes.get(character) ?? [0x3f])
    for (const byte of code) bytes[length++] = byte
  }
  return bytes.subarray(0, length)
}

/** The numbers of the four-byte codes: those below are of the basic plane, those from `ASTRAL` on in order of the others. */
const BASIC = 39_420
const ASTRAL = 189_000

const fourBytes = (number: number): number[] => [
  0x81 + Math.floor(number / 12_600),
  0x30 + (Math.floor(number / 1260) % 10),
  0x81 + (Math.floor(number / 10) % 126),
  0x30 + (number % 10),
]

let known: Map<string, readonly number[]> | undefined

/** Of the basic plane, made at the first need. The first of several codes counts. */
function codesByCharacter(): ReadonlyMap<string, readonly number[]> {
  if (known !== undefined) return known
  known = new Map()
  const codes = [...oneByte(), ...twoBytes(), ...Array.from({ length: BASIC }, (_, number) => fourBytes(number))]
  const decoder = new TextDecoder('gb18030')
  for (const code of codes) {
    const character = decoder.decode(Uint8Array.from(code))
    if (!known.has(character)) known.set(character, code)
  }
  return known
}

const oneByte = (): number[][] => Array.from({ length: 0x80 }, (_, byte) => [byte])

function* twoBytes(): Generator<number[]> {
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) if (trail !== 0x7f) yield [lead, trail]
  }
}
