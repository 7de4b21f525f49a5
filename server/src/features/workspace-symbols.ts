import type { TextDocument } from 'vscode-languageserver-textdocument'
import { SymbolKind, type WorkspaceSymbol } from 'vscode-languageserver-types'
import { type Language, say } from '../review/messages/index.ts'
import type { Review } from '../review/review.ts'
import { locationOf } from './ranges.ts'
import { documentSymbols } from './symbols.ts'

/** What people go to by name: the report by its organ and year, its sections and its tables. */
export function workspaceSymbols(review: Review, document: TextDocument, language: Language): WorkspaceSymbol[] {
  if (!review.report.isReport) return []
  const { organ, year, title } = review.report.facts
  const names = [
    organ ?? say(language, 'desk/no-organ'),
    year === undefined ? say(language, 'desk/no-year') : say(language, 'desk/year', { year }),
  ]
  const containerName = names.join(' ')
  const parts = documentSymbols(review, document).flatMap((symbol) => [symbol, ...(symbol.children ?? [])])
  return [
    { name: containerName, kind: SymbolKind.File, location: locationOf(document, title ?? { start: 0, end: 0 }) },
    ...parts.map(({ name, kind, selectionRange }) => ({
      name,
      kind,
      containerName,
      location: { uri: document.uri, range: selectionRange },
    })),
  ]
}

/** Whether a symbol has the letters of each word of a query, in their order, in its name or where it is. */
export function isMeant({ name, containerName = '' }: WorkspaceSymbol, query: string): boolean {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  const text = `${name} ${containerName}`.toLowerCase()
  return words.every((word) => hasLetters(text, word))
}

function hasLetters(text: string, word: string): boolean {
  let at = 0
  for (const letter of word) {
    const found = text.indexOf(letter, at)
    if (found === -1) return false
    at = found + letter.length
  }
  return true
}
