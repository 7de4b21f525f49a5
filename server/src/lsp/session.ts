import type { Connection } from 'vscode-languageserver'
import type { Presentation } from '../features/diagnostics.ts'
import type { ReadFile } from '../review/config/store.ts'
import type { Language } from '../review/messages/index.ts'
import type { Client } from './client.ts'
import type { Documents } from './documents.ts'
import type { Folders } from './folders.ts'
import type { Policies, Policy } from './policies.ts'
import type { Settings } from './settings.ts'

/** What a server knows from `initialize` on. */
export interface Session {
  readonly connection: Connection
  readonly documents: Documents
  readonly client: Client
  readonly settings: Settings
  readonly policies: Policies
  readonly folders: Folders
  readonly rulePages: string | undefined
  /** The year that is mostly reported on now. */
  readonly reportYear: () => number
  readonly readFile: ReadFile
}

/** Of what is said of a document: its configuration may ask for one, and people may change it at any time. */
export const languageFor = (session: Session, uri: string): Language => languageOf(session, session.policies.of(uri))

export const languageOf = ({ settings }: Session, { file }: Policy): Language =>
  file?.config.language ?? settings.language

/** How the findings of a document are shown at this moment. */
export const presentationOf = (session: Session, uri: string): Presentation => ({
  language: languageFor(session, uri),
  rulePages: session.rulePages,
})
