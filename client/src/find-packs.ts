import { type Disposable, FileType, Uri, workspace } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import type { FindPacksMethod, FindPacksParams, FindPacksResult } from '../../server/src/lsp/protocol.ts'

const METHOD: FindPacksMethod = 'nianbao/findPacks'
const ENDING = '.report-format.json'

/** Looks for files of formats in a folder, in whatever file system it is: searching is not to be had in all of them. */
export const answerFindPacks = (client: BaseLanguageClient): Disposable =>
  client.onRequest(METHOD, async ({ folder }: FindPacksParams): Promise<FindPacksResult> => {
    const at = client.protocol2CodeConverter.asUri(folder)
    try {
      const entries = await workspace.fs.readDirectory(at)
      const packs = entries.filter(([name, type]) => name.endsWith(ENDING) && (type & FileType.File) !== 0)
      return { uris: packs.map(([name]) => client.code2ProtocolConverter.asUri(Uri.joinPath(at, name))) }
    } catch {
      // What cannot be looked into has none.
      return { uris: [] }
    }
  })
