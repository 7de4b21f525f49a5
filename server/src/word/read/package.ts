import JSZip from 'jszip'
import { LIMITS } from '../limits.ts'
import { Refusal } from '../refusal.ts'
import { checkContainer } from './container.ts'
import { checkXml } from './xml.ts'

/** The XML parts of a Word file by their names, such as `word/document.xml`, each checked to be sound and harmless. */
export type Parts = ReadonlyMap<string, string>

export interface Package {
  readonly parts: Parts
  readonly main: string
  /** The names of all its parts. */
  readonly names: readonly string[]
}

const CONTENT_TYPES = '[Content_Types].xml'
/** Where the text is, and what it takes to read it. */
const READ =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|[^/]+\/_rels\/[^/]+\.rels|[^/]+\/(?:document|styles|numbering|footnotes|endnotes|comments|header|footer)\w*\.xml)$/i

/** Unpacks what is read of a Word file. Throws a `Refusal` for what is no such file, is locked, or means harm. */
export async function openPackage(bytes: Uint8Array): Promise<Package> {
  checkContainer(bytes)
  const zip = await JSZip.loadAsync(bytes).catch((error: unknown) => {
    throw new Refusal(/encrypted/i.test(String(error)) ? 'word/password' : 'word/damaged')
  })
  const names = Object.keys(zip.files).filter((name) => zip.files[name]?.dir === false)
  if (names.length > LIMITS.entries) throw new Refusal('word/hostile')
  const parts = new Map<string, string>()
  const budget = { left: LIMITS.unpacked, elements: LIMITS.elements, packed: bytes.length }
  const unpack = async (name: string) => {
    const file = zip.files[name]
    if (file !== undefined) parts.set(name, await xmlOf(file, budget))
  }
  await unpack(CONTENT_TYPES)
  const main = mainPart(parts.get(CONTENT_TYPES), names)
  // One after another, so that what is over the limit is never unpacked beside the rest.
  for (const name of names) if (name !== CONTENT_TYPES && (name === main || READ.test(name))) await unpack(name)
  return { parts, main, names }
}

const MAIN = /PartName="\/?([^"]+)"[^>]*ContentType="application\/[\w.-]*wordprocessingml[\w.-]*\.main\+xml"/
const MAIN_REVERSED = /ContentType="application\/[\w.-]*wordprocessingml[\w.-]*\.main\+xml"[^>]*PartName="\/?([^"]+)"/

/** The part with the text. Macros do nothing here, but who sends a report with some in it should hear of them. */
function mainPart(types: string | undefined, names: readonly string[]): string {
  if (types === undefined) throw new Refusal('word/other')
  const isMacro = /ms-word\.(?:document|template)\.macroEnabled/i.test(types)
  if (isMacro || names.some((name) => /vbaProject/i.test(name))) throw new Refusal('word/macro')
  const main = (MAIN.exec(types) ?? MAIN_REVERSED.exec(types))?.[1]
  if (main === undefined) throw new Refusal(/wordprocessingml/.test(types) ? 'word/damaged' : 'word/other')
  if (!names.includes(main)) throw new Refusal('word/damaged')
  return main
}

interface Budget {
  /** Bytes. */
  left: number
  elements: number
  readonly packed: number
}

/** Unpacks one part, piece by piece, and stops at the limit whatever its entry says of its size. */
function xmlOf(file: JSZip.JSZipObject, budget: Budget): Promise<string> {
  return new Promise((resolve, reject) => {
    const pieces: Uint8Array[] = []
    let size = 0
    const stream = (file as unknown as Streamed).internalStream('uint8array')
    stream
      .on('data', (piece) => {
        size += piece.length
        budget.left -= piece.length
        pieces.push(piece)
        const isBomb = size > LIMITS.small && size > budget.packed * LIMITS.ratio
        if (budget.left >= 0 && !isBomb) return
        stream.pause()
        reject(new Refusal('word/hostile'))
      })
      .on('error', () => reject(new Refusal('word/damaged')))
      .on('end', () => {
        try {
          const xml = decoded(pieces, size)
          budget.elements = checkXml(xml, budget.elements)
          resolve(xml)
        } catch (error) {
          reject(error)
        }
      })
      .resume()
  })
}

/** What JSZip's types leave out of its interface. */
interface Streamed {
  internalStream(type: 'uint8array'): Stream
}

interface Stream {
  on(event: 'data', listener: (piece: Uint8Array) => void): Stream
  on(event: 'error' | 'end', listener: () => void): Stream
  pause(): void
  resume(): void
}

function decoded(pieces: readonly Uint8Array[], size: number): string {
  const bytes = new Uint8Array(size)
  let at = 0
  for (const piece of pieces) {
    bytes.set(piece, at)
    at += piece.length
  }
  const name = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe ? 'utf-16be' : 'utf-8'
  try {
    return new TextDecoder(name, { fatal: true }).decode(bytes)
  } catch {
    throw new Refusal('word/damaged')
  }
}
