import { type CodeAction, CodeActionKind, type CodeLens, type Command } from 'vscode-languageserver'
import { URI } from 'vscode-uri'
import { type Language, say } from '../review/messages/index.ts'
import type { OpenWordCommand, WordTextScheme } from './protocol.ts'

/**
 * A Word file is reviewed by the text that a draft of it would have. That text has a URI of its own, since a place in it is
 * none in the file: people see it read-only, and change a draft.
 */
const SCHEME: WordTextScheme = 'nianbao-word'
const OPEN_WORD: OpenWordCommand = 'nianbao.openWord'

export const isWordText = (uri: string): boolean => uri.startsWith(`${SCHEME}:`)

/** What Word makes beside a file that is open begins like this, and is none. */
const isLock = (path: string): boolean => path.slice(path.lastIndexOf('/') + 1).startsWith('~$')

/** The URI of the text of a Word file; undefined for any other file. */
export function wordTextOf(uri: string): string | undefined {
  const { path } = URI.parse(uri)
  if (!/\.docx$/i.test(path) || isLock(path)) return undefined
  return URI.from({ scheme: SCHEME, path: `${path}.md`, query: uri }).toString()
}

/** The file behind a URI: the Word file that its text was read from, else the URI itself. */
export const fileOf = (uri: string): string => (isWordText(uri) ? URI.parse(uri).query : uri)

/** The name of the file behind a URI, for people. */
export function nameOf(uri: string): string {
  const { path } = URI.parse(fileOf(uri))
  return path.slice(path.lastIndexOf('/') + 1)
}

/** Actions for a text that cannot be changed: instead of those that would change it, one that opens a draft. */
export function actionsInWordText(actions: readonly CodeAction[], uri: string, language: Language): CodeAction[] {
  const isChange = ({ edit }: CodeAction) =>
    edit?.changes?.[uri] !== undefined ||
    edit?.documentChanges?.some((change) => 'textDocument' in change && change.textDocument.uri === uri) === true
  const changes = actions.filter(isChange)
  const others = actions.filter((action) => !changes.includes(action))
  const [first] = changes
  if (first === undefined) return others
  const command = draftOf(uri, language)
  const { title } = command
  // Each finding once, though several changes may be offered for it.
  const answered = new Map(
    changes.flatMap(({ diagnostics = [] }) => diagnostics.map((one) => [JSON.stringify(one), one])),
  )
  return [{ title, kind: CodeActionKind.QuickFix, diagnostics: [...answered.values()], command }, ...others]
}

/** The lenses of a text that cannot be changed, with one beside each, and one at its beginning, that opens a draft. */
export function lensesInWordText(lenses: readonly CodeLens[], uri: string, language: Language): CodeLens[] {
  const command = draftOf(uri, language)
  const top = { line: 0, character: 0 }
  const places = new Map(
    [{ start: top, end: top }, ...lenses.map(({ range }) => range)].map((one) => [one.start.line, one]),
  )
  return [...lenses, ...[...places.values()].map((range) => ({ range, command }))]
}

const draftOf = (uri: string, language: Language): Command => ({
  title: say(language, 'word/draft'),
  command: OPEN_WORD,
  arguments: [fileOf(uri)],
})
