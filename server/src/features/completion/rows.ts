import { rowOf } from '../../formats/schema.ts'
import { newlineOf } from '../../report/dialect.ts'
import { withoutNumbering } from '../../report/labels.ts'
import type { LayoutName, Report } from '../../report/report.ts'
import { type Gapped, joined, plainly, solid } from '../../report/writing/draft.ts'
import { writeRow } from '../../report/writing/row.ts'
import { type Language, say } from '../../review/messages/index.ts'
import { gapsIn } from '../../rules/table/row-missing.ts'
import { type Caret, isMeant, LONGEST_TYPED, type Offer } from './offer.ts'
import { isPlaceFor } from './row-place.ts'

/** On a line of its own between the rows of a table, or right below the last: the rows that are missing there. */
export function missingRows(report: Report, caret: Caret, language: Language): Offer[] {
  const { text } = report
  if (!caret.isAtEnd || caret.offset - caret.typed.start > LONGEST_TYPED) return []
  return report.tables.flatMap((table) =>
    gapsIn(table).flatMap((gap) =>
      gap.rows
        .filter((id) => isPlaceFor(text, table, id, gap, caret))
        .flatMap((id): Offer[] => {
          const label = rowOf(table.format, id)?.row.label ?? id
          const written = writeRow(report, table, id, caret.line.start)
          if (written === undefined || !isBegun(text, caret, label, plainly(written.text))) return []
          const detail = say(language, 'complete/row', { table: table.format.title })
          const row = setApart(text, table.layout, written.text, caret)
          return [{ label, detail, text: row, edits: written.edits, replace: caret.line, preferred: true }]
        }),
    ),
  )
}

/** Whether a row may be meant by its line. What has marks between cells, and no words, may be cells of other rows. */
function isBegun(text: string, { line, typed }: Caret, label: string, row: string): boolean {
  const words = text.slice(typed.start, typed.end)
  const areCells = /^[^\p{L}]*[\t|][^\p{L}]*$/u.test(text.slice(line.start, line.end))
  return areCells ? words !== '' && row.startsWith(words) : isMeant(words, label, withoutNumbering(label))
}

/** Where a blank line ends a row, one stands before the row and behind it. */
function setApart(text: string, layout: LayoutName, row: Gapped, { line, offset }: Caret): Gapped {
  if (layout !== 'tabbedLines') return row
  const newline = newlineOf(text)
  const isApart = (blank: string) => (blank === newline + newline ? '' : newline)
  const above = isApart(text.slice(Math.max(0, line.start - 2 * newline.length), line.start))
  const below = isApart(text.slice(offset, offset + 2 * newline.length))
  return joined([solid(above), row, solid(below)])
}
