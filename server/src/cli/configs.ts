import { TextDocument } from 'vscode-languageserver-textdocument'
import { URI } from 'vscode-uri'
import { CONFIG_NAME } from '../review/config/schema.ts'
import { type ConfigFile, Configs, configFile } from '../review/config/store.ts'
import { type Language, say, sayWording } from '../review/messages/index.ts'
import type { ReviewOptions } from '../review/options.ts'
import type { ConfigChoice } from './check-options.ts'
import type { Host } from './host.ts'
import { reasonOf } from './inputs.ts'

/** The configurations that a run of the command line is under. What is wrong in one is said once, on standard error. */
export class RunConfigs {
  /** Of the messages. */
  readonly language: Language
  readonly #host: Host
  readonly #nearest: Nearest
  readonly #seen = new Set<ConfigFile>()
  #failed = false

  /** Undefined when the configuration that is named cannot be read, which has been said then. */
  static async open(host: Host, { config, language }: ConfigChoice): Promise<RunConfigs | undefined> {
    try {
      const nearest = await nearestFor(host, config)
      const own = await nearest(host.uriOf(CONFIG_NAME))
      return new RunConfigs(host, nearest, language ?? own?.config.language ?? DEFAULT_LANGUAGE)
    } catch (error) {
      host.error(say(language ?? DEFAULT_LANGUAGE, 'cli/unreadable', { path: String(config), reason: reasonOf(error) }))
      return undefined
    }
  }

  private constructor(host: Host, nearest: Nearest, language: Language) {
    this.#host = host
    this.#nearest = nearest
    this.language = language
  }

  /** A configuration was not right. */
  get failed(): boolean {
    return this.#failed
  }

  /** How a file is reviewed; it is `sound` when all that its configuration says is known. */
  async for(path: string): Promise<{ options: ReviewOptions; isSound: boolean; file?: ConfigFile }> {
    const uri = this.#host.uriOf(path)
    const file = await this.#nearest(uri)
    if (file === undefined) return { options: {}, isSound: true }
    const isSound = file.problems.length === 0
    if (!isSound && !this.#seen.has(file)) this.#blame(file)
    return { options: file.optionsFor(uri), isSound, file }
  }

  /** As `path:line:column: words`, counted from one. */
  #blame(file: ConfigFile): void {
    this.#failed = true
    this.#seen.add(file)
    const document = TextDocument.create('', '', 0, file.text)
    for (const { span, wording } of file.problems) {
      const { line, character } = document.positionAt(span.start)
      const place = [this.#host.pathOf(file.uri), line + 1, character + 1].join(':')
      this.#host.error(`${place}: ${sayWording(this.language, wording)}`)
    }
  }
}

const DEFAULT_LANGUAGE: Language = 'zh-CN'

type Nearest = (uri: string) => Promise<ConfigFile | undefined>

/** The paths in a configuration that is named are as seen from the working folder. */
async function nearestFor(host: Host, config: ConfigChoice['config']): Promise<Nearest> {
  if (config === false) return async () => undefined
  if (config === undefined) {
    const configs = new Configs(host.readConfig)
    return (uri) => configs.nearest(uri)
  }
  const text = new TextDecoder().decode(await host.readFile(config))
  const named = configFile(host.uriOf(config), text, URI.parse(host.uriOf('.')))
  return async () => named
}
