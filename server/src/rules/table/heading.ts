import type { Table, WrittenLabel } from '../../report/report.ts'
import { fold } from '../../text/fold.ts'
import type { Finding, Rule } from '../rule.ts'
import { rewordings } from './rewordings.ts'

/** Over rows of a table stands the heading of other ones, such as the number of another item of the statute. */
export const heading: Rule = {
  id: 'table/heading',
  severity: 'warning',
  *check(report): Iterable<Finding> {
    for (const table of report.tables) {
      for (const { written, expected, row } of wrongHeadings(table)) {
        yield {
          rule: 'table/heading',
          span: written.span,
          wording: { key: 'table/heading', args: { found: written.words, expected, row } },
          related: [],
          fixes: rewordings(report, [{ ...written, official: expected }], false),
        }
      }
    }
  },
}

interface Wrong {
  readonly written: WrittenLabel
  readonly expected: string
  readonly row: string
}

function* wrongHeadings({ format, rows, labels }: Table): Iterable<Wrong> {
  const own = new Set(format.blocks.map((block) => fold(block.heading ?? '')))
  const headings = labels.filter(({ standing, official = '' }) => standing === 'official' && own.has(fold(official)))
  let before = 0
  for (const row of rows) {
    const block = format.blocks.find((one) => one.rows.some(({ id }) => id === row.id))
    // The one heading since the row before: of several, some stand over rows that were not found.
    const [written, ...more] = headings.filter(({ span }) => span.start >= before && span.end <= row.label.start)
    before = row.span.end
    if (block?.heading === undefined || written?.official === undefined || more.length > 0) continue
    // A page may begin with the heads of the table again.
    if (written !== headings[0] && fold(written.official) === fold(format.blocks[0]?.heading ?? '')) continue
    if (fold(written.official) !== fold(block.heading)) {
      yield { written, expected: block.heading, row: row.format.label }
    }
  }
}
