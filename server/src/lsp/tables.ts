import { tablesPage } from '../features/table-view/page.ts'
import { shownTables } from '../features/table-view/tables.ts'
import { writeFigure } from '../features/table-view/write-figure.ts'
import { say } from '../review/messages/index.ts'
import { type Review, review } from '../review/review.ts'
import { isApplied } from './apply.ts'
import type { OpenDocument } from './documents.ts'
import type {
  TablesMethod,
  TablesPageMethod,
  TablesPageParams,
  TablesPageResult,
  TablesParams,
  TablesResult,
  WriteFigureAnswer,
  WriteFigureMethod,
  WriteFigureParams,
} from './protocol.ts'
import { languageFor, presentationOf, type Session } from './session.ts'
import { afterNextMessage } from './turn.ts'

const TABLES: TablesMethod = 'nianbao/tables'
const PAGE: TablesPageMethod = 'nianbao/tablesPage'
const WRITE: WriteFigureMethod = 'nianbao/writeFigure'

/** Answers the view of a report's tables. */
export function provideTables(session: Session): void {
  const { connection, documents, policies } = session
  const saved = new SavedReviews()
  documents.onDidClose(({ document: { uri } }) => saved.forget(uri))
  const ready = async (uri: string) => {
    if (documents.get(uri)) await policies.ready(uri)
    return documents.get(uri)
  }

  connection.onRequest(TABLES, async ({ uri, saved: text }: TablesParams): Promise<TablesResult> => {
    const open = await ready(uri)
    if (open === undefined) return null
    const other = text === undefined ? undefined : saved.of(open, text)
    return shownTables(open.review, open.document, languageFor(session, uri), other)
  })
  connection.onRequest(PAGE, async ({ uri }: TablesPageParams): Promise<TablesPageResult> => {
    const open = await ready(uri)
    return open === undefined ? null : tablesPage(open.review, languageFor(session, uri))
  })
  connection.onRequest(WRITE, async (params: WriteFigureParams): Promise<WriteFigureAnswer> => {
    const { uri, version, address, text } = params
    // Edits are for the text as it is when a change that came right behind the request has been taken in.
    await afterNextMessage()
    const open = await ready(uri)
    const refused = (key: string): WriteFigureAnswer => ({
      state: 'refused',
      message: say(languageFor(session, uri), `view/write.${key}`, { typed: text.trim() }),
    })
    if (open?.document.version !== version) return refused('stale')
    const form = { ...presentationOf(session, uri), versionedEdits: session.client.versionedEdits }
    const { edit, refusal } = writeFigure(open.review, open.document, address, text, form)
    if (refusal !== undefined) return refused(refusal)
    if (edit === undefined) return { state: 'unchanged' }
    const label = say(form.language, 'view/write.label')
    return (await isApplied(session, edit, label)) ? { state: 'written' } : refused('refused')
  })
}

/** Of each document the text as it was last saved, reviewed as the document is; made once until it is saved again. */
class SavedReviews {
  readonly #byUri = new Map<string, Review>()

  of({ uri, review: { options } }: OpenDocument, text: string): Review {
    const known = this.#byUri.get(uri)
    if (known?.report.text === text && known.options === options) return known
    const made = review(text, options)
    this.#byUri.set(uri, made)
    return made
  }

  forget(uri: string): void {
    this.#byUri.delete(uri)
  }
}
