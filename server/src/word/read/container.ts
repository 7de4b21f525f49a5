import { LIMITS } from '../limits.ts'
import { Refusal } from '../refusal.ts'

/** The first bytes of a ZIP archive, and of the compound files that Word wrote before 2007 and puts a password on. */
const ZIP = [0x50, 0x4b, 0x03, 0x04]
const EMPTY_ZIP = [0x50, 0x4b, 0x05, 0x06]
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

/** Whether the bytes are those of a Word file, whatever its name: no text begins like that. */
export const isWordFile = (bytes: Uint8Array): boolean =>
  [ZIP, EMPTY_ZIP, COMPOUND].some((signature) => startsWith(bytes, signature))

/** Whether a path names a Word file, or what people take for one. */
export const isWordName = (path: string): boolean => /\.(?:docx|docm|dotx|dotm|doc|dot|wps|wpt)$/i.test(path)

/** Refuses what is too large, or no archive at all. */
export function checkContainer(bytes: Uint8Array): void {
  if (bytes.length > LIMITS.file) throw new Refusal('word/large')
  if (startsWith(bytes, COMPOUND)) throw new Refusal(holds(bytes, 'EncryptedPackage') ? 'word/password' : 'word/old')
  if (!startsWith(bytes, ZIP)) throw new Refusal('word/damaged')
}

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, at) => bytes[at] === byte)

/** Whether a compound file has a stream of that name, which it writes in UTF-16. */
function holds(bytes: Uint8Array, name: string): boolean {
  const wanted = [...name].flatMap((letter) => [letter.charCodeAt(0), 0])
  const [first = 0] = wanted
  for (let at = bytes.indexOf(first); at !== -1; at = bytes.indexOf(first, at + 1))
    if (wanted.every((byte, offset) => bytes[at + offset] === byte)) return true
  return false
}
