import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { WorkspaceEdit } from 'vscode-languageserver-types'
import type { Catalogue } from '../formats/catalogue.ts'
import type { Format } from '../formats/schema.ts'
import { bringToEdition } from '../report/edition/bring.ts'
import { detailsOf, outcomeOf } from '../review/brought.ts'
import { type Language, say, sayWording } from '../review/messages/index.ts'
import type { Review } from '../review/review.ts'
import { type EditForm, workspaceEdit } from './edits.ts'

/** The tables of a report in another edition: the edit, if anything changes, and what it does, for people. */
export interface Bringing {
  readonly edit: WorkspaceEdit | undefined
  /** A sentence for each table. */
  readonly message: string
  /** A line for each figure and cell. */
  readonly details: readonly string[]
  /** Tables were left as they are. */
  readonly hasObstacles: boolean
}

export function bring({ report }: Review, document: TextDocument, format: Format, form: EditForm): Bringing {
  const { language } = form
  const brought = bringToEdition(report, format)
  const edits = brought.flatMap((table) => table.edits)
  const outcomes = brought.map((table) => sayWording(language, outcomeOf(table)))
  const sentences = brought.length === 0 ? [say(language, 'edition/none', { edition: format.id })] : [...outcomes]
  if (edits.length > 0) sentences.push(say(language, 'edition/details'))
  return {
    edit: edits.length === 0 ? undefined : workspaceEdit(edits, document, form),
    message: sentences.join(language === 'en' ? ' ' : ''),
    details: brought.flatMap((table, index) => [
      outcomes[index] as string,
      ...detailsOf(table).map((detail) => `  ${sayWording(language, detail)}`),
    ]),
    hasObstacles: brought.some(({ obstacle }) => obstacle !== undefined),
  }
}

/** An edition as it is offered. */
export interface EditionChoice {
  readonly id: string
  readonly label: string
  readonly description: string
}

/** The editions of a kind of report, newest first. */
export const editionChoices = ({ formats }: Catalogue, language: Language): EditionChoice[] =>
  formats
    .map(({ id, notice }) => ({
      id,
      label: say(language, 'status.edition', { edition: id }),
      description: notice.number,
    }))
    .reverse()
