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
      const edit = insertTable(report, format, section, table.id)
      const args = { table: table.title }
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
