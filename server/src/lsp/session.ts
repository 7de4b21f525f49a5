import type { Connection } from 'vscode-languageserver'
import type { Presentation } from '../features/diagnostics.ts'
import type { Client } from './client.ts'
import type { Documents } from './documents.ts'
import type { Settings } from './settings.ts'

/** What a server knows from `initialize` on. */
export interface Session {
  readonly connection: Connection
  readonly documents: Documents
  readonly client: Client
  readonly settings: Settings
  readonly rulePages: string | undefined
}

/** How findings are shown at this moment: people may change the language at any time. */
export const presentationOf = ({ settings, rulePages }: Session): Presentation => ({
  language: settings.language,
  rulePages,
})
