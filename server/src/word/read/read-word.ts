import { zipSync } from 'fflate'
import mammoth from 'mammoth'
import { type Draft, draftOf } from '../draft.ts'
import { Refusal } from '../refusal.ts'
import { besides } from './besides.ts'
import { htmlBlocks, WORD_PICTURE } from './html-blocks.ts'
import { missingWords } from './missing.ts'
import { openPackage, type Package } from './package.ts'
import { prepare } from './prepare.ts'

/** A title is a heading as well. */
const STYLES = ["p[style-name='Title'] => h1:fresh"]

/**
 * A Word file (`.docx`) as a Markdown draft. Throws a `Refusal` for what is no such file, is locked, holds macros, or goes
 * beyond the limits.
 */
export async function readWord(bytes: Uint8Array): Promise<Draft> {
  const opened = await openPackage(bytes)
  const folder = opened.main.slice(0, opened.main.lastIndexOf('/') + 1)
  const { parts } = opened
  const { xml, words, counts } = prepare(
    parts.get(opened.main) ?? '',
    parts.get(`${folder}numbering.xml`),
    parts.get(`${folder}styles.xml`),
  )
  const blocks = htmlBlocks(await htmlOf(opened, `${folder}numbering.xml`, xml))
  const { kept, left, remarks } = besides(opened, blocks, counts, missingWords(words, blocks))
  return { text: draftOf(blocks, remarks), kept, left }
}

/** Mammoth sees the parts that were checked and nothing else, with the numbers already written into the text. */
async function htmlOf({ parts, main }: Package, numbering: string, xml: string): Promise<string> {
  const files: Record<string, Uint8Array> = {}
  const encoder = new TextEncoder()
  for (const [name, text] of parts)
    if (name !== numbering) files[name] = encoder.encode(withoutEncoding(name === main ? xml : text))
  const archive = zipSync(files, { level: 0 })
  try {
    // It looks for the one in browsers, for the other elsewhere.
    const input = { arrayBuffer: archive.buffer, buffer: archive } as unknown as { arrayBuffer: ArrayBuffer }
    const { value } = await mammoth.convertToHtml(input, {
      styleMap: STYLES,
      includeEmbeddedStyleMap: false,
      convertImage: mammoth.images.imgElement(async () => ({ src: WORD_PICTURE })),
    })
    return value
  } catch {
    throw new Refusal('word/damaged')
  }
}

/** It was UTF-16, perhaps, and is UTF-8 now. */
const withoutEncoding = (xml: string): string => xml.replace(/^(<\?xml[^>]*?)\s+encoding=(?:"[^"]*"|'[^']*')/, '$1')
