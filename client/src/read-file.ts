import { type Disposable, workspace } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import type { ReadFileMethod, ReadFileParams, ReadFileResult } from '../../server/src/lsp/protocol.ts'

const METHOD: ReadFileMethod = 'nianbao/readFile'

/** Reads files for the server, from whatever file system they are in. What cannot even be looked at is not there. */
export const answerReadFile = (client: BaseLanguageClient): Disposable =>
  client.onRequest(METHOD, async ({ uri }: ReadFileParams): Promise<ReadFileResult> => {
    const file = client.protocol2CodeConverter.asUri(uri)
    try {
      await workspace.fs.stat(file)
    } catch {
      return { text: null }
    }
    // As an editor would open it: by the settings for its encoding, or its byte order mark.
    return { text: await workspace.decode(await workspace.fs.readFile(file), { uri: file }) }
  })
