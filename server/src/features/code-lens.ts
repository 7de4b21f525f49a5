import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { CodeLens, Command } from 'vscode-languageserver-types'
import type { Table } from '../report/report.ts'
import { type Language, say } from '../review/messages/index.ts'
import type { Review } from '../review/review.ts'
import { type Checked, check } from '../rules/arithmetic/check.ts'
import type { Span } from '../text/span.ts'
import { rangeOf } from './ranges.ts'
import { summaryOf } from './sums.ts'

export interface LensForm {
  readonly language: Language
  /** The client's command that goes to a range of a document; undefined: a lens only tells. */
  readonly showFinding: string | undefined
  /** The client's command that shows a report's tables as the form prints them. */
  readonly showTables?: string | undefined
}

/**
 * Over each table that has sums: how many there are, and how many of them hold. It leads to the first that fails. Over each
 * table: the way to the form, where the client can show it. Over the title of a report without findings: that there are none.
 */
export function codeLenses(review: Review, document: TextDocument, form: LensForm): CodeLens[] {
  return [...cleanLens(review, document, form), ...sumLenses(review, document, form)]
}

function cleanLens(
  { report, findings, suppressed }: Review,
  document: TextDocument,
  { language }: LensForm,
): CodeLens[] {
  const { title } = report.facts
  if (!report.isReport || findings.length > 0 || title === undefined) return []
  const key = suppressed > 0 ? 'lens/clean.suppressed' : 'lens/clean'
  const start = { start: title.start, end: title.start }
  return [
    { range: rangeOf(document, start), command: { title: say(language, key, { count: suppressed }), command: '' } },
  ]
}

function sumLenses(review: Review, document: TextDocument, form: LensForm): CodeLens[] {
  return review.report.tables.flatMap((table) => {
    const range = rangeOf(document, { start: table.span.start, end: table.span.start })
    const way: CodeLens[] = form.showTables
      ? [{ range, command: wayTo(form.showTables, document.uri, table, form.language) }]
      : []
    if (table.equations.length === 0) return way
    const checked = table.equations.map((equation) => check(table, equation))
    const title = summaryOf(checked, form.language)
    const wrong = firstWrong(review, table, checked)
    const command: Command =
      form.showFinding && wrong
        ? { title, command: form.showFinding, arguments: [document.uri, rangeOf(document, wrong)] }
        : { title, command: '' }
    return [{ range, command }, ...way]
  })
}

const wayTo = (command: string, uri: string, { id }: Table, language: Language): Command => ({
  title: say(language, 'lens/tables'),
  command,
  arguments: [uri, id],
})

/** The first finding in a table whose sums fail that is about them; without one, where the first failure is shown. */
function firstWrong({ findings }: Review, table: Table, checked: readonly Checked[]): Span | undefined {
  const failing = checked.find(({ outcome }) => outcome === 'fails')
  if (failing === undefined) return undefined
  const isIn = ({ start, end }: Span) => table.span.start <= start && end <= table.span.end
  const finding = findings.find(({ rule, span }) => rule.startsWith('arithmetic/') && isIn(span))
  return finding?.span ?? table.cells.get(failing.equation.holder)?.span
}
