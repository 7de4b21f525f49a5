import { URI, Utils } from 'vscode-uri'
import type { ConfigTarget } from '../features/ignore-actions.ts'
import { readConfig } from '../review/config/read.ts'
import { CONFIG_NAME } from '../review/config/schema.ts'
import { pathFrom } from '../review/config/store.ts'
import { NO_POLICY } from './policies.ts'
import type { Session } from './session.ts'
import { fileOf } from './word-text.ts'

/**
 * The configuration that a document's ignores go into: the one that counts, or a new one in its folder of the workspace.
 * Undefined for a text in no folder, and where the configuration is not to be touched as it is.
 */
export function configTarget(
  { policies, documents, folders, client }: Session,
  text: string,
): ConfigTarget | undefined {
  const uri = fileOf(text)
  const policy = policies.of(text)
  if (policy === NO_POLICY) return undefined
  const { file, settings } = policy
  if (file !== undefined) {
    const open = documents.setup(file.uri)?.document
    const content = open?.getText() ?? file.text
    if (open ? readConfig(content).isBroken : file.isBroken) return undefined
    const path = pathFrom(Utils.dirname(URI.parse(file.uri)), uri)
    return { uri: open?.uri ?? file.uri, path, text: content, version: open?.version ?? null, settings: {} }
  }
  const document = URI.parse(uri)
  if (!client.createsFiles || document.scheme === 'untitled' || !document.path.startsWith('/')) return undefined
  const folder = folders.of(uri) ?? Utils.dirname(document)
  const made = Utils.joinPath(folder, CONFIG_NAME).toString()
  return { uri: made, path: pathFrom(folder, uri), text: undefined, version: null, settings }
}
