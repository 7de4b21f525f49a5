import { type Disposable, workspace } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import type { FindFilesMethod, FindFilesParams, FindFilesResult } from '../../server/src/lsp/protocol.ts'

const METHOD: FindFilesMethod = 'nianbao/findFiles'

/** Finds files of the workspace for the server; what people exclude from the explorer is left out. */
export const answerFindFiles = (client: BaseLanguageClient): Disposable =>
  client.onRequest(METHOD, async ({ pattern }: FindFilesParams): Promise<FindFilesResult> => {
    const found = await workspace.findFiles(pattern, '**/node_modules/**')
    return { uris: found.map((uri) => client.code2ProtocolConverter.asUri(uri)) }
  })
