import type { InitializeParams } from 'vscode-languageserver'
import * as z from 'zod'
import type { InitializationOptions } from './protocol.ts'

const text = z.string().optional().catch(undefined)
const texts = z.array(z.string()).optional().catch(undefined)
const flag = z.boolean().optional().catch(undefined)
const schema = z
  .object({ language: text, editorLanguage: text, rulePages: text, commands: texts, readsFiles: flag, readsWord: flag })
  .catch({})

/** What an editor sends is not ours to trust: whatever is not as it should be counts as not said. */
export const optionsOf = ({
  initializationOptions,
}: Pick<InitializeParams, 'initializationOptions'>): InitializationOptions => schema.parse(initializationOptions)
