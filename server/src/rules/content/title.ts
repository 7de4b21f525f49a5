import { fold } from '../../text/fold.ts'
import { narrowed, sliceOf } from '../../text/span.ts'
import type { Finding, Rule } from '../rule.ts'

/** The report's title is not the official one; information where what is missing changes nothing. */
export const title: Rule = {
  id: 'content/title',
  severity: 'warning',
  *check({ text, facts }): Iterable<Finding> {
    const { format, title: span } = facts
    const [official] = format?.titles ?? []
    if (format === null || span === undefined || official === undefined) return
    const written = sliceOf(text, span)
    const words = fold(written)
    // Of titles within one another, the longest is meant.
    const meant = [...format.titles].sort((a, b) => b.length - a.length).find((known) => words.includes(fold(known)))
    const other = format.otherTitles.find((known) => known.title === meant)
    if (meant === undefined || other === undefined) return
    const at = written.indexOf(meant)
    const place = { start: span.start + at, end: span.start + at + meant.length }
    yield {
      rule: 'content/title',
      ...(other.minor && { severity: 'info' as const }),
      span: at === -1 ? span : place,
      wording: { key: 'content/title', args: { found: meant, title: official } },
      related: [],
      // Letters set apart are left to the author.
      fixes:
        at === -1
          ? []
          : [
              {
                title: { key: 'fix/title', args: { title: official } },
                edits: [narrowed(text, { span: place, newText: official })],
                preferred: true,
                safe: false,
              },
            ],
    }
  },
}
