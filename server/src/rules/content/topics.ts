import { isWithin, passagesIn } from '../../report/prose/passages.ts'
import { occurrencesOf } from '../../report/prose/wordings.ts'
import type { Finding, Rule } from '../rule.ts'
import { saySomething } from './leftovers.ts'

/** A section does not go into a topic that it has to; information where it speaks of the topic, but not by its name. */
export const topics: Rule = {
  id: 'content/topics',
  severity: 'warning',
  *check(report): Iterable<Finding> {
    const asked = report.facts.format?.content.topics
    const section = report.sections.find(({ id }) => id === asked?.section)
    if (asked === undefined || section === undefined) return
    const passages = passagesIn(report, section.id)
    if (!saySomething(report, passages)) return
    const isSpokenOf = (words: readonly string[]) =>
      occurrencesOf(report, words).some((occurrence) => isWithin(passages, occurrence))
    const unnamed = asked.subjects.filter(({ names }) => !isSpokenOf(names))
    const missing = unnamed.filter(({ signs }) => signs === undefined || !isSpokenOf(signs))
    const implied = unnamed.filter((subject) => !missing.includes(subject))
    for (const [severity, subjects] of [
      ['warning', missing],
      ['info', implied],
    ] as const) {
      if (subjects.length === 0) continue
      const args = {
        section: section.titleText,
        count: asked.subjects.length,
        topics: asked.subjects.map(({ title }) => title).join('、'),
        missing: subjects.map(({ title }) => `“${title}”`).join('、'),
      }
      yield {
        rule: 'content/topics',
        severity,
        span: section.title,
        wording: { key: severity === 'warning' ? 'content/topics' : 'content/topics.implied', args },
        related: [],
        fixes: [],
      }
    }
  },
}
