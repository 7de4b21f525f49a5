import type { TableFormat } from '../../formats/schema.ts'
import { withoutNumbering } from '../../report/labels.ts'
import { formWords } from '../../report/layouts/form.ts'
import { fold } from '../../text/fold.ts'
import { shareOfLetters } from '../../text/letters.ts'
import type { Finding, Rule } from '../rule.ts'
import { firstSections, insertTable } from '../section/place.ts'

/** A section is there but not its table. A missing section says so for its tables as well. */
export const missing: Rule = {
  id: 'table/missing',
  severity: 'error',
  *check(report): Iterable<Finding> {
    const { format } = report.facts
    if (format === null) return
    const sections = firstSections(report)
    for (const table of format.tables) {
      const section = sections.get(table.section)
      if (section === undefined || report.tables.some(({ id }) => id === table.id)) continue
      const args = { table: table.title }
      if (isSpokenOf(table, report.text.slice(section.span.start, section.span.end))) {
        const wording = { key: 'table/missing.unread', args }
        yield { rule: 'table/missing', severity: 'info', span: section.title, wording, related: [], fixes: [] }
        continue
      }
      const edit = insertTable(report, format, section, table.id)
      yield {
        rule: 'table/missing',
        span: section.title,
        wording: { key: 'table/missing', args },
        related: [],
        fixes:
          edit === undefined
            ? []
            : [{ title: { key: 'fix/insert-table', args }, edits: [edit], preferred: true, safe: false }],
      }
    }
  },
}

/**
 * Whether the section holds the words of most of the table's rows and columns, or their letters as often as the form has
 * them: then the table is there, but was not read.
 */
export function isSpokenOf(table: TableFormat, section: string): boolean {
  const words = fold(section)
  const labels = table.blocks.flatMap(({ rows, columns }) =>
    [...rows, ...columns].map(({ label }) => fold(withoutNumbering(label))),
  )
  if (labels.filter((label) => words.includes(label)).length * 2 > labels.length) return true
  return shareOfLetters(words, fold(formWords(table).join(''))) >= MOST_LETTERS
}

/** Prose about what a table holds has few of its letters as often. */
const MOST_LETTERS = 0.9
