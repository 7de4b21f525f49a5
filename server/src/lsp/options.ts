import type { InitializeParams } from 'vscode-languageserver'
import * as z from 'zod'
import type { InitializationOptions } from './protocol.ts'

const text = z.string().optional().catch(undefined)
const schema = z.object({ language: text, editorLanguage: text, rulePages: text }).catch({})

/** What an editor sends is not ours to trust: whatever is not as it should be counts as not said. */
export const optionsOf = ({ initializationOptions }: InitializeParams): InitializationOptions =>
  schema.parse(initializationOptions)
