import type { ServerCapabilities, WorkspaceSymbol } from 'vscode-languageserver'
import { isMeant, workspaceSymbols } from '../features/workspace-symbols.ts'
import { normalized } from '../review/config/store.ts'
import type { Desk } from './desk.ts'
import { languageFor, type Session } from './session.ts'

/** More than anybody reads; whoever has more types on. */
const MOST_SYMBOLS = 1000

/** Finds reports, sections and tables by name: of the open documents, and of the closed ones that were reviewed. */
export function provideWorkspaceSymbols(session: Session, desk: Desk): ServerCapabilities {
  const { connection, documents } = session
  connection.onWorkspaceSymbol(({ query }): WorkspaceSymbol[] => {
    const open = documents.keys().flatMap((uri) => documents.get(uri) ?? [])
    const isOpen = new Set(open.map(({ uri }) => normalized(uri)))
    const ofOpen = open.flatMap(({ review, document, uri }) =>
      workspaceSymbols(review, document, languageFor(session, uri)),
    )
    const ofClosed = desk.symbols.filter(({ location }) => !isOpen.has(normalized(location.uri)))
    return [...ofOpen, ...ofClosed].filter((symbol) => isMeant(symbol, query)).slice(0, MOST_SYMBOLS)
  })
  return { workspaceSymbolProvider: true }
}
