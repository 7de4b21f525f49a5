import type { Connection } from 'vscode-languageserver'
import type { Config } from '../review/config/schema.ts'
import { validate } from '../review/config/validate.ts'
import type { Client } from './client.ts'

const RULES = 'nianbao.rules'
const EXCLUDE = 'nianbao.exclude'

/**
 * What people set in their editor that may differ from file to file: as a configuration would say it. What is wrong in it
 * counts as not said; the editor has told them.
 */
export class ResourceSettings {
  readonly #connection: Connection
  readonly #asks: boolean
  readonly #byUri = new Map<string, Promise<Config>>()
  #sent: Config = {}

  constructor(connection: Connection, client: Client) {
    this.#connection = connection
    this.#asks = client.answersConfiguration
  }

  /** Asks once for each file, until something changes. */
  async of(uri: string): Promise<Config> {
    if (!this.#asks) return this.#sent
    const asked = this.#byUri.get(uri) ?? this.#ask(uri)
    this.#byUri.set(uri, asked)
    return asked
  }

  forget(uri: string): void {
    this.#byUri.delete(uri)
  }

  /** Something changed. @param sent the settings, from a client that sends them */
  change(sent: { readonly rules?: unknown; readonly exclude?: unknown } | undefined): void {
    this.#byUri.clear()
    this.#sent = settingsFrom(sent?.rules, sent?.exclude)
  }

  async #ask(uri: string): Promise<Config> {
    try {
      const items = [RULES, EXCLUDE].map((section) => ({ scopeUri: uri, section }))
      const [rules, exclude] = await this.#connection.workspace.getConfiguration(items)
      return settingsFrom(rules, exclude)
    } catch (error) {
      this.#connection.console.warn(`nianbao: ${error}`)
      return {}
    }
  }
}

const settingsFrom = (rules: unknown, exclude: unknown): Config =>
  validate({ rules: rules ?? {}, exclude: exclude ?? [] }).config
