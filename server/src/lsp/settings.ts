import { type Connection, DidChangeConfigurationNotification, type InitializeParams } from 'vscode-languageserver'
import { type Language, languageOf } from '../review/messages/index.ts'
import type { Client } from './client.ts'
import { optionsOf } from './options.ts'

export interface Settings {
  readonly language: Language
}

/**
 * What people set: known from the start, read again when the client says that it changed, never while somebody types.
 * The object stays current; `onChange` is called when it has changed.
 */
export function followSettings(
  connection: Connection,
  client: Client,
  params: InitializeParams,
  onChange: () => void,
): Settings {
  const initial = optionsOf(params)
  const editorLanguage = initial.editorLanguage ?? params.locale
  const settings = { language: languageOf(initial.language, editorLanguage) }

  const take = (language: string | null | undefined) => {
    const next = languageOf(language ?? initial.language, editorLanguage)
    if (next === settings.language) return
    settings.language = next
    onChange()
  }
  const ask = async () => {
    try {
      take(await connection.workspace.getConfiguration('nianbao.language'))
    } catch (error) {
      connection.console.warn(`nianbao.language: ${error}`)
    }
  }

  connection.onInitialized(() => {
    if (client.registersConfiguration) {
      connection.client.register(DidChangeConfigurationNotification.type, { section: 'nianbao' }).catch(() => {})
    }
    if (client.answersConfiguration) ask()
  })
  connection.onDidChangeConfiguration(({ settings: sent }) =>
    client.answersConfiguration ? ask() : take(sent?.nianbao?.language),
  )
  return settings
}
