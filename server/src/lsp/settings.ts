import {
  type Connection,
  DidChangeConfigurationNotification,
  type Event,
  type InitializeParams,
} from 'vscode-languageserver'
import { type Language, languageOf } from '../review/messages/index.ts'
import type { Client } from './client.ts'
import { optionsOf } from './options.ts'
import type { ResourceSettings } from './resource-settings.ts'

/** What may be switched off; it is on unless told. The setting is `nianbao.<name>.enabled`. */
const SWITCHES = ['codeLens', 'inlayHints', 'tableAlignment'] as const
type Switches = Readonly<Record<(typeof SWITCHES)[number], boolean>>

export interface Settings extends Switches {
  readonly language: Language
}

const LANGUAGE = 'nianbao.language'

/**
 * What people set: known from the start, read again when the client says that it changed, never while somebody types.
 * The object stays current. What may differ from file to file is `resources`.
 */
export function followSettings(
  connection: Connection,
  client: Client,
  params: InitializeParams,
  resources: ResourceSettings,
  start: Event<void>,
  onChange: { readonly settings: () => void; readonly resources: () => void },
): Settings {
  const initial = optionsOf(params)
  const editorLanguage = initial.editorLanguage ?? params.locale
  const settings = { language: languageOf(initial.language, editorLanguage), ...switchesOf([]) }

  const take = (language: string | null | undefined, switches: readonly unknown[]) => {
    const taken = { language: languageOf(language ?? initial.language, editorLanguage), ...switchesOf(switches) }
    if (JSON.stringify(taken) === JSON.stringify(settings)) return
    Object.assign(settings, taken)
    onChange.settings()
  }
  const ask = async () => {
    try {
      const items = [LANGUAGE, ...SWITCHES.map((name) => `nianbao.${name}.enabled`)].map((section) => ({ section }))
      const [language, ...switches] = await connection.workspace.getConfiguration(items)
      take(language, switches)
    } catch (error) {
      connection.console.warn(`nianbao: ${error}`)
    }
  }

  start(() => {
    if (client.registersConfiguration) {
      connection.client.register(DidChangeConfigurationNotification.type, { section: 'nianbao' }).catch(() => {})
    }
    if (client.answersConfiguration) ask()
  })
  connection.onDidChangeConfiguration(({ settings: sent }) => {
    const own = sent?.nianbao ?? {}
    resources.change(own)
    onChange.resources()
    return client.answersConfiguration
      ? ask()
      : take(
          own.language,
          SWITCHES.map((name) => own[name]?.enabled),
        )
  })
  return settings
}

/** @param values in the order of `SWITCHES` */
const switchesOf = (values: readonly unknown[]): Switches =>
  Object.fromEntries(SWITCHES.map((name, index) => [name, values[index] !== false])) as Switches
