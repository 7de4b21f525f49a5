import { type Disposable, DocumentDropOrPasteEditKind, DocumentPasteEdit, languages, type Range } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import type { PasteMethod, PasteParams, PasteResult } from '../../server/src/lsp/protocol.ts'
import { reviewedDocuments } from './client.ts'

const METHOD: PasteMethod = 'nianbao/paste'
const HTML = 'text/html'
const KIND = DocumentDropOrPasteEditKind.Empty.append('nianbao', 'table')

/** Tables that are copied from Word or a page arrive as the server writes them; what has none is pasted as always. */
export const registerPaste = (client: BaseLanguageClient): Disposable =>
  languages.registerDocumentPasteEditProvider(
    reviewedDocuments(),
    {
      provideDocumentPasteEdits: async ({ uri }, [range, ...others], data, _, token) => {
        const html = await data.get(HTML)?.asString()
        if (html === undefined || !/<table/i.test(html) || range === undefined || others.length > 0) return undefined
        const params = paramsOf(client, uri, range, html)
        const { text, title } = await client.sendRequest<PasteResult>(METHOD, params, token)
        return text === null ? undefined : [new DocumentPasteEdit(text, title, KIND)]
      },
    },
    { providedPasteEditKinds: [KIND], pasteMimeTypes: [HTML] },
  )

const paramsOf = (
  { code2ProtocolConverter: to }: BaseLanguageClient,
  uri: Parameters<typeof to.asUri>[0],
  range: Range,
  html: string,
): PasteParams => ({ uri: to.asUri(uri), range: to.asRange(range), html })
