import { rowOf } from '../../formats/schema.ts'
import { withoutNumbering } from '../../report/labels.ts'
import type { Report, Table } from '../../report/report.ts'
import { writeRow } from '../../report/writing/row.ts'
import { type Language, say } from '../../review/messages/index.ts'
import { type Gap, gapsIn } from '../../rules/table/row-missing.ts'
import { type Caret, isMeant, LONGEST_TYPED, type Offer } from './offer.ts'

/** On a line of its own between the rows of a table, or right below the last: the rows that are missing there. */
export function missingRows(report: Report, caret: Caret, language: Language): Offer[] {
  const typed = report.text.slice(caret.typed.start, caret.typed.end)
  if (!caret.isAtEnd || typed.length > LONGEST_TYPED) return []
  return report.tables.flatMap((table) =>
    gapsIn(table)
      .filter((gap) => isBetween(report.text, table, gap, caret))
      .flatMap(({ rows }) => rows)
      .flatMap((id): Offer[] => {
        const label = rowOf(table.format, id)?.row.label ?? id
        const written = isMeant(typed, label, withoutNumbering(label))
          ? writeRow(report, table, id, caret.line.start)
          : undefined
        if (written === undefined) return []
        const detail = say(language, 'complete/row', { table: table.format.title })
        return [{ label, detail, text: written.text, edits: written.edits, replace: caret.line, preferred: true }]
      }),
  )
}

/** Nothing stands between the line and the rows around it but what a table has between its rows. */
function isBetween(text: string, { layout, span }: Table, { before, after }: Gap, { line, offset }: Caret): boolean {
  // Heads stand above the first row.
  if (before === undefined) return after !== undefined && span.start < line.start && offset <= after.label.start
  if (before.span.end > line.start) return false
  if (after !== undefined) return offset <= after.label.start
  const between = text.slice(before.span.end, line.start)
  if (layout === 'html') return /^(?:\s|<\/t[dhr]\s*>)*$/i.test(between)
  const lines = between.match(/\r\n|\n|\r/g)?.length ?? 0
  // A blank line ends a row of cells that have lines of their own.
  return !/[\p{L}\p{N}]/u.test(between) && (lines === 1 || (lines === 2 && layout === 'tabbedLines'))
}
