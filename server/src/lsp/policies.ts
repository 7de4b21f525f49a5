import { URI, Utils } from 'vscode-uri'
import { CATALOGUE, type Catalogue } from '../formats/catalogue.ts'
import { IgnoreFiles } from '../review/config/ignored.ts'
import { optionsOf } from '../review/config/options.ts'
import { type FindPacks, isPack, type PackFile, Packs } from '../review/config/packs.ts'
import type { Config } from '../review/config/schema.ts'
import { type ConfigFile, Configs, pathFrom, type ReadFile } from '../review/config/store.ts'
import type { ReviewOptions } from '../review/options.ts'
import type { Folders } from './folders.ts'
import type { ResourceSettings } from './resource-settings.ts'
import { fileOf } from './word-text.ts'

/** How a document is reviewed, and on whose word. */
export interface Policy {
  readonly options: ReviewOptions
  /** The configuration that counts; without one, `settings` do. */
  readonly file: ConfigFile | undefined
  readonly settings: Config
  /** The files of formats that count for it. */
  readonly packs: readonly PackFile[]
}

/** Of a document that nothing is known of yet. */
export const NO_POLICY: Policy = { options: {}, file: undefined, settings: {}, packs: [] }

/** What is known of a configuration or file of formats before its own text is looked at. */
export interface Setup {
  /** What the formats of the file may build on. */
  readonly base: Catalogue
  /** The files of formats that the configuration names. */
  readonly named: readonly string[]
  /** Those of them that are not there. */
  readonly missing: readonly string[]
}

/** Whether nothing that counts has changed. */
export const isSame = (a: Policy, b: Policy): boolean =>
  a.file === b.file &&
  a.options.isExcluded === b.options.isExcluded &&
  a.options.catalogue === b.options.catalogue &&
  JSON.stringify(a.settings) === JSON.stringify(b.settings)

interface Sources {
  readonly read: ReadFile
  readonly findPacks: FindPacks
  readonly settings: ResourceSettings
  readonly folders: Folders
  readonly isOpen: (uri: string) => boolean
  /** Called when documents are to be reviewed otherwise than before. */
  readonly changed: () => void
}

/**
 * The policies of the open documents. They are made when a document is first asked about, kept while it is edited, and
 * made anew when a configuration or a setting changes; until then the former ones hold.
 */
export class Policies {
  readonly #sources: Sources
  readonly #configs: Configs
  readonly #ignoreFiles: IgnoreFiles
  readonly #packs: Packs
  /** By URI, what is known of files that say how others are reviewed. */
  readonly #setups = new Map<string, Setup>()
  readonly #known = new Map<string, Policy>()
  readonly #making = new Map<string, Promise<void>>()
  /** Counts the changes, so that what was begun before one does not replace what came of it. */
  #changes = 0
  /** A document has another policy than its diagnostics were made with. */
  #isNews = false

  constructor(sources: Sources) {
    this.#sources = sources
    this.#configs = new Configs(sources.read)
    this.#ignoreFiles = new IgnoreFiles(sources.read)
    this.#packs = new Packs(sources.read, sources.findPacks)
  }

  /** As far as it is known. */
  of(uri: string): Policy {
    return this.#known.get(uri) ?? NO_POLICY
  }

  /** Undefined when there is nothing to wait for. */
  ready(uri: string): Promise<void> | undefined {
    if (this.#known.has(uri)) return undefined
    const making = this.#making.get(uri) ?? this.#make(uri).finally(() => this.#making.delete(uri))
    this.#making.set(uri, making)
    return making
  }

  forget(uri: string): void {
    this.#known.delete(uri)
    this.#sources.settings.forget(fileOf(uri))
  }

  /** A configuration, ignore file or file of formats was made, changed or taken away. */
  drop(uri: string): void {
    this.#configs.drop(uri)
    this.#ignoreFiles.drop(uri)
    this.#packs.drop(uri)
    this.#setups.clear()
  }

  /** As far as it is known. */
  setup(uri: string): Setup {
    return this.#setups.get(uri) ?? { base: CATALOGUE, named: [], missing: [] }
  }

  /** Undefined when there is nothing to wait for. */
  setupReady(uri: string): Promise<void> | undefined {
    return this.#setups.has(uri) ? undefined : this.#makeSetup(uri)
  }

  async #makeSetup(uri: string): Promise<void> {
    const changes = this.#changes
    const file = await this.#configs.nearest(uri)
    const named = file?.formats ?? []
    const setup: Setup = isPack(uri)
      ? { base: await this.#packs.before(uri, named), named, missing: [] }
      : { base: CATALOGUE, named, missing: (await this.#packs.of(undefined, named)).missing }
    if (changes !== this.#changes) return this.#makeSetup(uri)
    this.#setups.set(uri, setup)
  }

  /** Of a file that may be closed: it is not kept. Settings are those of its folder. */
  async forFile(text: string): Promise<Policy> {
    const uri = fileOf(text)
    const file = await this.#configs.nearest(uri)
    const folder = this.#sources.folders.of(uri)?.toString() ?? uri
    const settings = file === undefined ? await this.#sources.settings.of(folder) : {}
    return this.#policy(uri, file, settings)
  }

  /** Makes policies anew, since something that they are made of has changed. */
  async renew(): Promise<void> {
    const changes = ++this.#changes
    await Promise.all([...this.#known.keys()].map((uri) => this.#make(uri)))
    // Of several changes one upon the other, the last one tells of them all.
    if (changes !== this.#changes || !this.#isNews) return
    this.#isNews = false
    this.#sources.changed()
  }

  async #make(uri: string): Promise<void> {
    try {
      await this.#tryToMake(uri)
    } catch {
      // What is no URI is in no folder, and no editor has settings for it.
      if (this.#sources.isOpen(uri)) this.#known.set(uri, NO_POLICY)
    }
  }

  async #tryToMake(uri: string): Promise<void> {
    const changes = this.#changes
    const origin = fileOf(uri)
    const file = await this.#configs.nearest(origin)
    const settings = file === undefined ? await this.#sources.settings.of(origin) : {}
    if (changes !== this.#changes) return this.#tryToMake(uri)
    const policy = await this.#policy(origin, file, settings)
    if (changes !== this.#changes) return this.#tryToMake(uri)
    const known = this.#known.get(uri)
    if (known !== undefined && isSame(known, policy)) return
    if (!this.#sources.isOpen(uri)) return
    this.#isNews ||= known !== undefined
    this.#known.set(uri, policy)
  }

  async #policy(uri: string, file: ConfigFile | undefined, settings: Config): Promise<Policy> {
    const options = file === undefined ? this.#bySettings(uri, settings) : file.optionsFor(uri)
    const isLeftOut = await this.#ignoreFiles.leavesOut(uri)
    const { catalogue, packs } = await this.#packs.of(uri, file?.formats)
    return {
      options: {
        ...options,
        ...(isLeftOut && { isExcluded: true }),
        ...(packs.length > 0 && { catalogue }),
      },
      file,
      settings,
      packs,
    }
  }

  /** The paths in settings are as seen from the folder of the workspace. */
  #bySettings(uri: string, settings: Config): ReviewOptions {
    const folder = this.#sources.folders.of(uri) ?? Utils.dirname(URI.parse(uri))
    return optionsOf(settings)(pathFrom(folder, uri))
  }
}
