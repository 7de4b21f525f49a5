import type { Content } from '../../formats/content-schema.ts'
import { isWithin, passagesOf } from '../../report/prose/passages.ts'
import type { Report } from '../../report/report.ts'
import type { Finding } from '../rule.ts'

const CLAUSE_END = /[。;,:!?\n]/
const LONGEST_CLAUSE = 60

/**
 * A clause on remedies sought against this organ names one of the same kind of another place, 市公安局 in the report of a
 * 区公安局: elsewhere a report may well speak of the organ above.
 */
export function* otherOrgans(
  report: Report,
  { against, remedies, places }: NonNullable<Content['selfReferences']>,
  organ: string,
): Iterable<Finding> {
  const { issuer } = report.facts
  const last = Math.max(...places.map((place) => organ.lastIndexOf(place)))
  const name = organ.slice(last + 1)
  if (issuer !== 'department' || last < 1 || name.length < 2) return
  const { text, spanOf } = report.squeezed
  const passages = passagesOf(report)
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + name.length)) {
    const place = text[at - 1] ?? ''
    if (!places.includes(place) || place === organ[last] || !isWithin(passages, { from: at })) continue
    const before =
      text
        .slice(Math.max(0, at - LONGEST_CLAUSE), at)
        .split(CLAUSE_END)
        .at(-1) ?? ''
    const behind = text.slice(at, at + LONGEST_CLAUSE).split(CLAUSE_END)[0] ?? ''
    const isAgainst = against.some((word) => before.includes(word)) && remedies.some((word) => behind.includes(word))
    if (!isAgainst) continue
    yield {
      rule: 'content/self-reference',
      span: spanOf(at - 1, at + name.length),
      wording: { key: 'content/self-reference.against', args: { word: place + name, organ } },
      related: [],
      fixes: [],
    }
  }
}
