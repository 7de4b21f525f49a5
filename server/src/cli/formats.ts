import { TextDocument } from 'vscode-languageserver-textdocument'
import { CATALOGUE, type Catalogue } from '../formats/catalogue.ts'
import { parseFormatPack, withPacks } from '../formats/pack.ts'
import { missingFormats, type PackFile, Packs } from '../review/config/packs.ts'
import { type ConfigFile, Configs } from '../review/config/store.ts'
import { type Language, say, sayWording } from '../review/messages/index.ts'
import type { JsonProblem } from '../text/json.ts'
import type { Span } from '../text/span.ts'
import { decode } from './encoding.ts'
import type { Host } from './host.ts'
import { reasonOf } from './inputs.ts'

/**
 * The formats that the files of a run are held against: the official ones, those of files beside and above each file,
 * those that its configuration names, and those that the command line names.
 */
export class RunFormats {
  readonly #host: Host
  readonly #language: Language
  readonly #packs: Packs
  /** The URIs of those that the command line names. */
  readonly #named: readonly string[]
  readonly #looksAround: boolean
  readonly #said = new Set<string>()
  #failed = false

  /** Undefined when what the command line names is wrong, which has been said then: nothing is to be reviewed by it. */
  static async open(
    host: Host,
    paths: readonly string[],
    language: Language,
    { looksAround = true }: { readonly looksAround?: boolean } = {},
  ): Promise<RunFormats | undefined> {
    const texts = await readNamed(host, paths, language)
    return texts && new RunFormats(host, texts, language, looksAround)
  }

  private constructor(host: Host, texts: ReadonlyMap<string, string>, language: Language, looksAround: boolean) {
    this.#host = host
    this.#language = language
    this.#named = [...texts.keys()]
    this.#looksAround = looksAround
    this.#packs = new Packs(async (uri) => texts.get(uri) ?? host.readConfig(uri), host.findPacks)
  }

  /** Something of what was found beside a file, or named by its configuration, was not right. */
  get failed(): boolean {
    return this.#failed
  }

  /** @param path undefined for a text that is in no folder */
  async for(path: string | undefined, config: ConfigFile | undefined): Promise<Catalogue> {
    const uri = path === undefined || !this.#looksAround ? undefined : this.#host.uriOf(path)
    const configured = config?.formats ?? []
    const { catalogue, packs, missing } = await this.#packs.of(uri, [...configured, ...this.#named])
    for (const pack of packs) this.#blame(pack.uri, pack.text, pack.problems)
    if (config !== undefined) this.#blame(config.uri, config.text, missingFormats(config.text, configured, missing))
    return catalogue
  }

  #blame(uri: string, text: string, problems: readonly Problem[]): void {
    if (problems.length === 0) return
    this.#failed = true
    if (this.#said.has(uri + text)) return
    this.#said.add(uri + text)
    for (const line of problemLines(this.#host.pathOf(uri), text, problems, this.#language)) this.#host.error(line)
  }
}

/** The formats of one file; undefined where those that the command line names are wrong, which has been said then. */
export async function formatsFor(
  host: Host,
  path: string | undefined,
  named: readonly string[],
  language: Language,
): Promise<Catalogue | undefined> {
  const formats = await RunFormats.open(host, named, language)
  const config = path === undefined ? undefined : await new Configs(host.readConfig).nearest(host.uriOf(path))
  return formats?.for(path, config)
}

/** The files of formats by URI, in their order; each may extend what is before it. */
async function readNamed(
  host: Host,
  paths: readonly string[],
  language: Language,
): Promise<ReadonlyMap<string, string> | undefined> {
  const texts = new Map<string, string>()
  const packs: Pick<PackFile, 'formats'>[] = []
  let failed = false
  for (const path of paths) {
    try {
      const { text } = decode(await host.readFile(path))
      const pack = parseFormatPack(text, withPacks(CATALOGUE, packs))
      for (const line of problemLines(path, text, pack.problems, language)) host.error(line)
      failed ||= pack.problems.length > 0
      packs.push(pack)
      texts.set(host.uriOf(path), text)
    } catch (error) {
      host.error(say(language, 'cli/unreadable', { path, reason: reasonOf(error) }))
      failed = true
    }
  }
  return failed ? undefined : texts
}

type Problem = { readonly span: Span; readonly path?: string; readonly wording: JsonProblem['wording'] }

/** As `file:line:column: …`, counted from one. */
function problemLines(file: string, text: string, problems: readonly Problem[], language: Language): string[] {
  const document = TextDocument.create('', '', 0, text)
  return problems.map(({ span, path = '', wording }) => {
    const { line, character } = document.positionAt(span.start)
    return `${file}:${line + 1}:${character + 1}: ${path === '' ? '' : `${path} `}${sayWording(language, wording)}`
  })
}
