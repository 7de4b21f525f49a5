/** What client and server say to each other beyond the Language Server Protocol. The client imports these types alone. */

export interface InitializationOptions {
  /** `nianbao.language`: `zh-CN`, `en` or `auto`. */
  readonly language?: string | undefined
  /** The editor's own display language, for `auto`; without it, the protocol's `locale`. */
  readonly editorLanguage?: string | undefined
  /** The URI of the folder with the rule pages; a rule's page is `<base>/<rule id>.md`. */
  readonly rulePages?: string | undefined
  /** The client's own commands that answers may name, such as `ShowFindingCommand`. */
  readonly commands?: readonly string[] | undefined
}

/** The client's command that shows a range of a document: `(uri: string, range: Range)`, both as in the protocol. */
export type ShowFindingCommand = 'nianbao.showFinding'

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
  /** For people, in the language that is set: a few words, then a sentence. */
  readonly text: string
  readonly detail: string
}
