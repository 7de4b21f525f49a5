/** What client and server say to each other beyond the Language Server Protocol. The client imports these types alone. */

import type { Range } from 'vscode-languageserver-types'
import type { EditionChoice } from '../features/bring.ts'
import type { DeskLine } from '../features/desk.ts'

export type { DeskLine }

import type { ShownTables } from '../features/table-view/model.ts'

export type * from '../features/table-view/model.ts'

export interface InitializationOptions {
  /** `nianbao.language`: `zh-CN`, `en` or `auto`. */
  readonly language?: string | undefined
  /** The editor's own display language, for `auto`; without it, the protocol's `locale`. */
  readonly editorLanguage?: string | undefined
  /** The URI of the folder with the rule pages; a rule's page is `<base>/<rule id>.md`. */
  readonly rulePages?: string | undefined
  /** The client's own commands that answers may name, such as `ShowFindingCommand`. */
  readonly commands?: readonly string[] | undefined
  /** The client answers `ReadFileMethod`; without that, the server looks on the machine it runs on, if it can. */
  readonly readsFiles?: boolean | undefined
  /** It answers that for the texts of Word files as well, and shows them: see `WordTextScheme`. */
  readonly readsWord?: boolean | undefined
}

/**
 * The scheme of the text that a Word file is read as, in Markdown: the file's path with `.md` behind it, and the file's own
 * URI for its query.
 */
export type WordTextScheme = 'nianbao-word'

/** The client's command that opens a draft of a Word file: `(file?: string)`, its URI; without one, a person chooses. */
export type OpenWordCommand = 'nianbao.openWord'

/** The method of the request for a file, from the server to the client. An error: it is there and cannot be read. */
export type ReadFileMethod = 'nianbao/readFile'

export interface ReadFileParams {
  readonly uri: string
}

export interface ReadFileResult {
  /** Null when there is no such file. */
  readonly text: string | null
}

/** The method of the request for the files of formats in a folder, not below it, from the server to the client. */
export type FindPacksMethod = 'nianbao/findPacks'

export interface FindPacksParams {
  readonly folder: string
}

export interface FindPacksResult {
  readonly uris: readonly string[]
}

/** The method of the request for the files of the workspace that a glob matches, from the server to the client. */
export type FindFilesMethod = 'nianbao/findFiles'

export interface FindFilesParams {
  readonly pattern: string
}

export interface FindFilesResult {
  readonly uris: readonly string[]
}

/**
 * The command that reviews every report of the workspace, open or not; the server answers it with a `ReviewAnswer`. A client
 * that names it among its own commands asks for it itself, to show how far it is.
 */
export type ReviewWorkspaceCommand = 'nianbao.reviewWorkspace'

export interface ReviewAnswer {
  readonly reports: number
  /** For people, in the language that is set: what came of it, and the words of a button that leads to the findings. */
  readonly text: string
  readonly showProblems: string
}

/**
 * The command that adds up the reports of the workspace: `(parent?: string)`, the URI of an open report that is held against
 * the sum. The answer is a `SumAnswer`. A client that names it among its own commands asks for it itself.
 */
export type SumCommand = 'nianbao.sumReports'

export interface SumAnswer {
  /** For people, in the language that is set. */
  readonly message: string
  /** The sum as a Markdown text; without it there is none, and the message says why. */
  readonly text?: string
}

/** The method of the notification that carries the reports of the workspace, once they were reviewed. */
export type DeskMethod = 'nianbao/desk'

export interface DeskParams {
  readonly organs: readonly DeskLine[]
}

/** The client's command that shows a range of a document: `(uri: string, range: Range)`, both as in the protocol. */
export type ShowFindingCommand = 'nianbao.showFinding'

/**
 * The server's command that writes the tables of an open report in the form of an edition: `(uri: string, edition?: string)`,
 * by default the edition that the report's year calls for. The answer is a `BringAnswer`; what came of it is shown as a
 * message, and each figure's whereabouts are logged.
 */
export type BringCommand = 'nianbao.bringToEdition'

export type BringAnswer =
  | { readonly state: 'changed' | 'unchanged' | 'refused' | 'noReport' }
  /** The report does not tell its year: the command has to name one of these editions. */
  | { readonly state: 'choose'; readonly title: string; readonly editions: readonly EditionChoice[] }

/**
 * The server's command that drafts a report: `(organ?: string, year?: number)`. The answer is a `NewReportAnswer`; where the
 * draft goes is for the client.
 */
export type NewReportCommand = 'nianbao.newReport'

export type NewReportAnswer = { readonly state: 'drafted' /** Markdown. */; readonly text: string } | NewReportQuestions

/** What a person has to be asked before there is a draft, in the language that is set. */
export interface NewReportQuestions {
  readonly state: 'ask'
  readonly organ: { readonly title: string; readonly example: string; readonly required: string }
  readonly year: {
    /** With `{organ}`. */
    readonly title: string
    /** The likeliest first. */
    readonly choices: readonly { readonly year: number; readonly label: string; readonly description: string }[]
  }
}

/** The method of the request that turns copied HTML into text for a document, from the client to the server. */
export type PasteMethod = 'nianbao/paste'

export interface PasteParams {
  readonly uri: string
  /** What is pasted over; both ends as in the protocol. */
  readonly range: Range
  readonly html: string
}

export interface PasteResult {
  /** Null where the editor pastes as it always does. */
  readonly text: string | null
  /** What this way of pasting is called, in the language that is set. */
  readonly title: string
}

/**
 * The client's command that shows the tables of a report as the form prints them: `(uri?: string, table?: string)`. A client
 * that names it has a view of them, and is told by `TablesChangedMethod` to draw it anew.
 */
export type ShowTablesCommand = 'nianbao.showTables'

/** The method of the request for what there is to draw. The answer is `ShownTables`, or null: no such document is open. */
export type TablesMethod = 'nianbao/tables'

export interface TablesParams {
  readonly uri: string
  /** The text as it was last saved, if its figures are to be shown rather than those of the document. */
  readonly saved?: string
}

export type TablesResult = ShownTables | null

/** The method of the notification that views are out of date for a reason that is not in a text. */
export type TablesChangedMethod = 'nianbao/tablesChanged'

/** The method of the request to write a figure in a cell. The server has the client apply the edit. */
export type WriteFigureMethod = 'nianbao/writeFigure'

export interface WriteFigureParams {
  readonly uri: string
  /** Of the document that the cell was shown from: in any other one nothing is written. */
  readonly version: number
  /** `table/row/column` */
  readonly address: string
  /** As a person typed it; nothing empties the cell. */
  readonly text: string
}

export interface WriteFigureAnswer {
  readonly state: 'written' | 'unchanged' | 'refused'
  /** Why not, for people. */
  readonly message?: string
}

/** The method of the request for a page to print: HTML without scripts, for A4. Null: no such document is open. */
export type TablesPageMethod = 'nianbao/tablesPage'

export interface TablesPageParams {
  readonly uri: string
}

export type TablesPageResult = {
  readonly html: string
  /** For a file of it. */
  readonly name: string
  /** For people who have it as a file now. */
  readonly told: string
} | null

/** The method of the notification that carries a `Status`. */
export type StatusMethod = 'nianbao/status'

/** Sent after a review of an open document, when it says something new. */
export interface Status {
  readonly uri: string
  readonly isReport: boolean
  readonly organ?: string
  readonly year?: number
  /** The edition that the report's year calls for. */
  readonly edition?: string
  readonly errors: number
  readonly warnings: number
  readonly infos: number
  readonly hints: number
  /** The rules that failed and were left out, by id. */
  readonly failedRules: readonly string[]
  /** How many findings are ignored. */
  readonly suppressed: number
  /** The URI of the configuration that counts, and how much is wrong in it. */
  readonly config?: string
  readonly configProblems?: number
  /** For people, in the language that is set: a few words, then a sentence. */
  readonly text: string
  readonly detail: string
  /** For people: what the settings are called, which count where there is no configuration. */
  readonly settings: string
}
