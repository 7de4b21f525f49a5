import { type Disposable, type Uri, workspace } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import type { ReadFileMethod, ReadFileParams, ReadFileResult } from '../../server/src/lsp/protocol.ts'
import { WORD_TEXT } from './client.ts'
import { sourceOfText, type WordTexts } from './word/texts.ts'

const METHOD: ReadFileMethod = 'nianbao/readFile'

/** Reads files for the server, from whatever file system they are in. What cannot even be looked at is not there. */
export const answerReadFile = (client: BaseLanguageClient, words: WordTexts): Disposable =>
  client.onRequest(METHOD, async ({ uri }: ReadFileParams): Promise<ReadFileResult> => {
    const asked = client.protocol2CodeConverter.asUri(uri)
    const isWord = asked.scheme === WORD_TEXT
    const file = isWord ? sourceOfText(asked) : asked
    try {
      await workspace.fs.stat(file)
    } catch {
      return { text: null }
    }
    return { text: await (isWord ? words.read(file) : decoded(file)) }
  })

/** As an editor would open it: by the settings for its encoding, or its byte order mark. */
const decoded = async (file: Uri): Promise<string> => workspace.decode(await workspace.fs.readFile(file), { uri: file })
