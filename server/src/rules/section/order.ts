import type { Finding, Rule } from '../rule.ts'
import { firstSections } from './place.ts'

/** A section stands before one that it should follow. */
export const order: Rule = {
  id: 'section/order',
  severity: 'warning',
  *check(report): Iterable<Finding> {
    const { format } = report.facts
    if (format === null) return
    const ids = format.sections.map(({ id }) => id)
    const sections = [...firstSections(report).values()]
    const kept = new Set(longestRise(sections.map(({ id }) => ids.indexOf(id))))
    for (const [index, section] of sections.entries()) {
      if (kept.has(index)) continue
      const place = ids.indexOf(section.id)
      const before = sections
        .filter(({ id }) => ids.indexOf(id) < place)
        .sort((a, b) => ids.indexOf(b.id) - ids.indexOf(a.id))[0]
      const args = { title: section.titleText, before: before?.titleText ?? '' }
      yield {
        rule: 'section/order',
        span: section.title,
        wording: { key: before === undefined ? 'section/order.first' : 'section/order', args },
        related:
          before === undefined
            ? []
            : [{ span: before.title, wording: { key: 'related/section', args: { title: before.titleText } } }],
        fixes: [],
      }
    }
  },
}

/** The places of a longest rising subsequence: what has to move is as little as possible. Quadratic in a handful. */
function longestRise(values: readonly number[]): number[] {
  const best: number[][] = []
  values.forEach((value, index) => {
    const before = best.filter((rise) => (values[rise.at(-1) as number] as number) < value)
    const longest = before.reduce<number[]>((a, b) => (b.length > a.length ? b : a), [])
    best.push([...longest, index])
  })
  return best.reduce<number[]>((a, b) => (b.length > a.length ? b : a), [])
}
