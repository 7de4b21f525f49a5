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

export interface Settings {
  readonly language: Language
  readonly codeLens: boolean
  readonly inlayHints: boolean
}

const LANGUAGE = 'nianbao.language'
const CODE_LENS = 'nianbao.codeLens.enabled'
const INLAY_HINTS = 'nianbao.inlayHints.enabled'

/**
 * What people set: known from the start, read again when the client says that it changed, never while somebody types.
 * The object stays current. What may
 * differ from file to file is `resources`.
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
  const settings = { language: languageOf(initial.language, editorLanguage), codeLens: true, inlayHints: true }

  const take = (language: string | null | undefined, codeLens: unknown, inlayHints: unknown) => {
    const before = { ...settings }
    settings.language = languageOf(language ?? initial.language, editorLanguage)
    settings.codeLens = codeLens !== false
    settings.inlayHints = inlayHints !== false
    const isSame = (['language', 'codeLens', 'inlayHints'] as const).every((name) => settings[name] === before[name])
    if (!isSame) onChange.settings()
  }
  const ask = async () => {
    try {
      const items = [LANGUAGE, CODE_LENS, INLAY_HINTS].map((section) => ({ section }))
      const [language, codeLens, inlayHints] = await connection.workspace.getConfiguration(items)
      take(language, codeLens, inlayHints)
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
    const { language, codeLens, inlayHints, ...others } = sent?.nianbao ?? {}
    resources.change(others)
    onChange.resources()
    return client.answersConfiguration ? ask() : take(language, codeLens?.enabled, inlayHints?.enabled)
  })
  return settings
}
