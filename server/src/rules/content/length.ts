import { plainText } from '../../report/plain.ts'
import type { Report, Section } from '../../report/report.ts'
import { wordCount } from '../../text/word-count.ts'
import type { Finding, Rule } from '../rule.ts'
import { firstSections } from '../section/place.ts'

/** A section is longer than its format allows. No official edition does; a province's may. */
export const length: Rule = {
  id: 'content/length',
  severity: 'info',
  *check(report): Iterable<Finding> {
    const limited = report.facts.format?.sections.filter((section) => section.length !== undefined) ?? []
    if (limited.length === 0) return
    const sections = firstSections(report)
    for (const { id, title, length } of limited) {
      const section = sections.get(id)
      if (section === undefined || length === undefined) continue
      const count = wordCount(proseOf(report, section))
      if (count <= length.most) continue
      yield {
        rule: 'content/length',
        span: section.title,
        wording: {
          key: length.source === undefined ? 'content/length' : 'content/length.source',
          args: { title, count, most: length.most, source: length.source ?? '' },
        },
        related: [],
        fixes: [],
      }
    }
  },
}

/** What a section says below its heading, but for tables and HTML. */
function proseOf({ text, tables }: Report, { title, span }: Section): string {
  let prose = ''
  let from = title.end
  for (const table of tables) {
    if (table.span.end <= from || table.span.start >= span.end) continue
    prose += text.slice(from, Math.max(from, table.span.start))
    from = table.span.end
  }
  return plainText(prose + text.slice(from, Math.max(from, span.end)))
}
