import { passagesOf } from '../../report/prose/passages.ts'
import { repeatsIn } from '../../text/repeats.ts'
import type { Finding, Rule } from '../rule.ts'

/** A word or a clause stands twice in a row. */
export const repeatedWords: Rule = {
  id: 'content/repeated-words',
  severity: 'warning',
  *check(report): Iterable<Finding> {
    const { format, title } = report.facts
    // Without an edition it is not known where tables ought to be.
    if (format === null) return
    const { text, spanOf } = report.squeezed
    for (const passage of passagesOf(report)) {
      // Without a title, what stands before the first section may as well be what a page has above its text.
      if (passage.besideTable || (passage.section === undefined && title === undefined)) continue
      for (const { word, from, to } of repeatsIn(text.slice(passage.from, passage.to))) {
        const second = spanOf(passage.from + from, passage.from + to)
        const args = { word: word.trim() }
        yield {
          rule: 'content/repeated-words',
          span: { start: spanOf(passage.from + from - word.length, passage.from + from).start, end: second.end },
          wording: { key: 'content/repeated-words', args },
          related: [],
          fixes: [
            {
              title: { key: 'fix/drop-repeat', args },
              edits: [{ span: second, newText: '' }],
              preferred: true,
              safe: !/\d/.test(word),
            },
          ],
        }
      }
    }
  },
}
