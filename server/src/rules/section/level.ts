import type { Report, Section } from '../../report/report.ts'
import type { Span } from '../../text/span.ts'
import type { Finding, Rule } from '../rule.ts'

/** The sections stand side by side, and their Markdown headings do not. */
export const level: Rule = {
  id: 'section/level',
  severity: 'hint',
  *check(report): Iterable<Finding> {
    const marked = report.sections.flatMap((section) => marksOf(report, section) ?? [])
    const usual = mostUsed(marked.map(({ marks }) => marks))
    const others = marked.filter(({ marks }) => marks !== usual)
    const [first] = others
    if (first === undefined || usual === undefined) return
    const args = { title: first.section.titleText, found: first.marks, usual, count: others.length }
    yield {
      rule: 'section/level',
      span: first.section.title,
      wording: { key: 'section/level', args },
      related: others.slice(1).map(({ section: { title, titleText } }) => ({
        span: title,
        wording: { key: 'related/same-section', args: { title: titleText } },
      })),
      fixes: [
        {
          title: { key: 'fix/level', args },
          edits: others.map(({ span }) => ({ span, newText: usual })),
          preferred: true,
          safe: false,
        },
      ],
    }
  },
}

interface Marked {
  readonly section: Section
  /** `##` and the like. */
  readonly marks: string
  readonly span: Span
}

function marksOf({ text }: Report, section: Section): Marked | undefined {
  const found = /^ {0,3}(#{1,6})(?!#)/.exec(text.slice(section.span.start, section.title.start))
  const marks = found?.[1]
  if (found === null || marks === undefined) return undefined
  const end = section.span.start + found[0].length
  return { section, marks, span: { start: end - marks.length, end } }
}

/** Of those used as often, the first. */
function mostUsed(all: readonly string[]): string | undefined {
  const counts = new Map<string, number>()
  for (const one of all) counts.set(one, (counts.get(one) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0]
}
