import { encodeGb18030 } from './gb18030.ts'

/** How a text is written down in bytes. */
export interface Encoding {
  readonly name: 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'
  readonly byteOrderMark: boolean
}

/** UTF-8 or, by its byte order mark, UTF-16; what is no valid UTF-8 is read as GB18030, the other encoding in use. */
export function decode(bytes: Uint8Array): { readonly text: string; readonly encoding: Encoding } {
  const name =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : undefined
  if (name !== undefined) return { text: new TextDecoder(name).decode(bytes), encoding: { name, byteOrderMark: true } }
  try {
    const byteOrderMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
    return {
      text: new TextDecoder('utf-8', { fatal: true }).decode(bytes),
      encoding: { name: 'utf-8', byteOrderMark },
    }
  } catch {
    return { text: new TextDecoder('gb18030').decode(bytes), encoding: { name: 'gb18030', byteOrderMark: false } }
  }
}

/**
 * The bytes of a changed text, in the encoding of the bytes that it was read from. Undefined where they would not say the
 * same: the text has what the encoding cannot write, or the old bytes were not such that they come back as they were.
 */
export function reencode(text: string, original: Uint8Array): Uint8Array | undefined {
  const { text: old, encoding } = decode(original)
  const unchanged = encode(old, encoding)
  const bytes = encode(text, encoding)
  const isFaithful = isSame(unchanged, original) && decode(bytes).text === text
  return isFaithful ? bytes : undefined
}

function encode(text: string, { name, byteOrderMark }: Encoding): Uint8Array {
  const marked = byteOrderMark ? `\uFEFF${text}` : text
  if (name === 'utf-8') return new TextEncoder().encode(marked)
  return name === 'gb18030' ? encodeGb18030(marked) : utf16(marked, name === 'utf-16le')
}

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(2 * text.length))
  for (let at = 0; at < text.length; at++) view.setUint16(2 * at, text.charCodeAt(at), littleEndian)
  return new Uint8Array(view.buffer)
}

const isSame = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((byte, at) => byte === b[at])
