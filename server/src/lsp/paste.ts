import { paste } from '../features/paste.ts'
import { say } from '../review/messages/index.ts'
import type { PasteMethod, PasteParams, PasteResult } from './protocol.ts'
import { languageFor, type Session } from './session.ts'
import { afterNextMessage } from './turn.ts'

const METHOD: PasteMethod = 'nianbao/paste'

/** Answers a client that asks how copied HTML is written in a document. */
export function providePaste(session: Session): void {
  const { connection, documents, policies } = session
  connection.onRequest(METHOD, async ({ uri, range, html }: PasteParams): Promise<PasteResult> => {
    // Text is for the document as it is when a change that came right behind the request has been taken in.
    await afterNextMessage()
    if (documents.get(uri)) await policies.ready(uri)
    const open = documents.get(uri)
    return {
      text: open ? paste(open.review, open.document, range, html) : null,
      title: say(languageFor(session, uri), 'paste/tables'),
    }
  })
}
