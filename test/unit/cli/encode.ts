/** A text as GB18030, the other encoding that offices use; for characters that have one or two bytes in it. */
export function gb18030(text: string): Uint8Array {
  return Uint8Array.from(
    [...text].flatMap((character) => {
      const bytes = twoBytes().get(character)
      if (bytes !== undefined) return bytes
      const code = character.charCodeAt(0)
      if (code < 0x80) return [code]
      throw new Error(`${character} has more than two bytes`)
    }),
  )
}

let table: Map<string, [number, number]> | undefined

/** The characters of two bytes, found by reading every such pair. */
function twoBytes(): ReadonlyMap<string, [number, number]> {
  if (table !== undefined) return table
  table = new Map()
  const decoder = new TextDecoder('gb18030')
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const character = decoder.decode(Uint8Array.of(lead, trail))
      if (character.length === 1 && !table.has(character)) table.set(character, [lead, trail])
    }
  }
  return table
}

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

/** UTF-16 with its byte order mark. */
export function utf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(2 * text.length + 2))
  view.setUint16(0, 0xfeff, littleEndian)
  for (let at = 0; at < text.length; at++) view.setUint16(2 * at + 2, text.charCodeAt(at), littleEndian)
  return new Uint8Array(view.buffer)
}
