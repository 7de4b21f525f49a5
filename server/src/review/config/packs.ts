import { findNodeAtLocation, parseTree } from 'jsonc-parser'
import { URI, Utils } from 'vscode-uri'
import { CATALOGUE, type Catalogue } from '../../formats/catalogue.ts'
import { type FormatPack, parseFormatPack, withPacks } from '../../formats/pack.ts'
import type { ConfigProblem } from './read.ts'
import { normalized, type ReadFile } from './store.ts'

/** What the name of a file of formats ends with. */
export const PACK_ENDING = '.report-format.json'

export const isPack = (uri: string): boolean => uri.endsWith(PACK_ENDING)

/** The files of formats in a folder, by URI. */
export type FindPacks = (folder: string) => Promise<readonly string[]>

/** A file of formats that counts for a text. */
export interface PackFile extends FormatPack {
  readonly uri: string
  readonly text: string
}

/** What a text is held against, and the files besides the official formats that it comes from. */
export interface TextFormats {
  readonly catalogue: Catalogue
  readonly packs: readonly PackFile[]
  /** Files that were named and cannot be read, by URI. */
  readonly missing: readonly string[]
}

const OFFICIAL: TextFormats = { catalogue: CATALOGUE, packs: [], missing: [] }

/**
 * The formats of texts: the official ones; those of files in the folder of a text and above it, the nearer ones later;
 * and those of files that its configuration names, in their order. What was read is kept until somebody says that it
 * changed; as long as nothing did, the catalogue is the same object, which much is made of.
 */
export class Packs {
  readonly #read: ReadFile
  readonly #find: FindPacks
  readonly #folders = new Map<string, Promise<readonly string[]>>()
  readonly #texts = new Map<string, Promise<string | undefined>>()
  /** By the files they come from. */
  readonly #made = new Map<string, TextFormats>()

  constructor(read: ReadFile, find: FindPacks) {
    this.#read = read
    this.#find = find
  }

  /** Of a text at a place; without one, and in no folder, only what is named counts. */
  async of(uri: string | undefined, named: readonly string[] = []): Promise<TextFormats> {
    return this.#formatsOf(await this.#chain(uri, named))
  }

  /** What a file of formats may build on: those that come before it for a text beside it. */
  async before(pack: string, named: readonly string[] = []): Promise<Catalogue> {
    const chain = await this.#chain(pack, named)
    const at = chain.indexOf(normalized(pack))
    return (await this.#formatsOf(at === -1 ? chain : chain.slice(0, at))).catalogue
  }

  /** A file of formats was made, changed or taken away. */
  drop(uri: string): void {
    if (!isPack(uri) && !this.#texts.has(normalized(uri))) return
    this.#texts.delete(normalized(uri))
    this.#folders.delete(Utils.dirname(URI.parse(uri)).toString())
  }

  async #chain(uri: string | undefined, named: readonly string[]): Promise<readonly string[]> {
    const own = named.map(normalized)
    const found = uri === undefined ? [] : await Promise.all(foldersAbove(uri).map((folder) => this.#in(folder)))
    return [...found.flat().filter((pack) => !own.includes(pack)), ...new Set(own)]
  }

  #in(folder: string): Promise<readonly string[]> {
    const known = this.#folders.get(folder)
    if (known !== undefined) return known
    const found = this.#find(folder).then(
      (uris) => uris.map(normalized).sort(),
      () => [],
    )
    this.#folders.set(folder, found)
    return found
  }

  async #formatsOf(chain: readonly string[]): Promise<TextFormats> {
    if (chain.length === 0) return OFFICIAL
    const texts = await Promise.all(chain.map((uri) => this.#text(uri)))
    const key = chain.join('\n')
    const former = this.#made.get(key)
    const isThere = (index: number) => texts[index] !== undefined
    if (former !== undefined && isMadeOf(former, chain, texts)) return former
    const packs: PackFile[] = []
    for (const [index, uri] of chain.entries()) {
      const text = texts[index]
      if (text !== undefined) packs.push({ uri, text, ...parseFormatPack(text, withPacks(CATALOGUE, packs)) })
    }
    const missing = chain.filter((_, index) => !isThere(index))
    const made = { catalogue: withPacks(CATALOGUE, packs), packs, missing }
    this.#made.set(key, made)
    return made
  }

  #text(uri: string): Promise<string | undefined> {
    const known = this.#texts.get(uri)
    if (known !== undefined) return known
    const read = this.#read(uri).catch(() => undefined)
    this.#texts.set(uri, read)
    return read
  }
}

function isMadeOf({ packs }: TextFormats, chain: readonly string[], texts: readonly (string | undefined)[]): boolean {
  const textOf = new Map(packs.map(({ uri, text }) => [uri, text]))
  return chain.every((uri, index) => textOf.get(uri) === texts[index])
}

/** From the root down to the folder of a file; none for a text that is in no folder. */
function foldersAbove(uri: string): string[] {
  const file = URI.parse(uri)
  if (!file.path.startsWith('/') || file.scheme === 'untitled') return []
  const folders = [Utils.dirname(file)]
  for (let last = folders[0]; last !== undefined && last.path !== '/'; last = folders[0]) {
    folders.unshift(Utils.dirname(last))
  }
  return folders.map(String)
}

/** The files of formats that the text of a configuration names and that are not there. */
export function missingFormats(text: string, named: readonly string[], missing: readonly string[]): ConfigProblem[] {
  if (missing.length === 0) return []
  const tree = parseTree(text, [], { allowTrailingComma: true })
  return named.flatMap((uri, index): ConfigProblem[] => {
    const node = tree && findNodeAtLocation(tree, ['formats', index])
    if (node === undefined || !missing.includes(normalized(uri))) return []
    const span = { start: node.offset, end: node.offset + node.length }
    return [{ severity: 'error', span, wording: { key: 'config/no-format', args: { path: String(node.value) } } }]
  })
}
