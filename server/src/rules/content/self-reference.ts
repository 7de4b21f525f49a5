import type { Content } from '../../formats/content-schema.ts'
import { isWithin, passagesOf } from '../../report/prose/passages.ts'
import type { Report } from '../../report/report.ts'
import type { Finding, Rule } from '../rule.ts'
import { otherOrgans } from './other-organ.ts'

/** The text speaks of its own organ as of another kind: it was copied. Information where it may just look further. */
export const selfReference: Rule = {
  id: 'content/self-reference',
  severity: 'warning',
  *check(report): Iterable<Finding> {
    const { format, organ, issuer } = report.facts
    const references = format?.content.selfReferences
    if (references === undefined || organ === undefined || issuer === undefined) return
    yield* otherOrgans(report, references, organ)
    const known = organOf(references, organ, issuer)
    if (known === undefined) return
    const found = new Map<string, Reference[]>()
    for (const reference of referencesIn(report, references, known)) {
      const alike = found.get(reference.word)
      if (alike === undefined) found.set(reference.word, [reference])
      else alike.push(reference)
    }
    for (const [word, [first, ...others]] of found)
      if (first !== undefined) yield findingFor(report, word, first, others)
  },
}

type References = NonNullable<Content['selfReferences']>
type Organ = References['organs'][number]

interface Reference {
  /** Such as 我镇. */
  readonly word: string
  readonly own: boolean
  readonly from: number
  readonly to: number
}

/** What is known of organs of a name: by the longest ending. */
function organOf({ organs }: References, name: string, issuer: string): Organ | undefined {
  const lengthOf = (organ: Organ) =>
    Math.max(0, ...organ.endings.map((ending) => (name.endsWith(ending) ? ending.length : 0)))
  const fitting = organs.filter((organ) => organ.issuer === issuer && lengthOf(organ) > 0)
  return fitting.sort((a, b) => lengthOf(b) - lengthOf(a))[0]
}

const patterns = new WeakMap<Organ, RegExp>()

/** Letters with which 我 or 本 make a word of their own: 自我, 基本, 版本. */
const COMPOUND_BEFORE = '自忘基根版成样资文日书课标副原底剧'

function patternFor({ own, whole, compounds }: References, organ: Organ): RegExp {
  let pattern = patterns.get(organ)
  if (pattern === undefined) {
    const around = organ.around.length === 0 ? '' : `|${whole}(?:${organ.around.join('|')})`
    pattern = new RegExp(
      `(?<![${COMPOUND_BEFORE}])(?:${own.join('|')})(?!${compounds.join('|')})(?:${organ.never.join('|')})${around}`,
      'g',
    )
    patterns.set(organ, pattern)
  }
  return pattern
}

function referencesIn(report: Report, references: References, organ: Organ): Reference[] {
  const { text } = report.squeezed
  const passages = passagesOf(report)
  return [...text.matchAll(patternFor(references, organ))]
    .map(({ index, 0: word }) => ({
      word,
      own: !word.startsWith(references.whole),
      from: index,
      to: index + word.length,
    }))
    .filter(
      ({ own, from }) =>
        isWithin(passages, { from }) && !isQuoted(text, from) && (own || isLed(text, from, references)),
    )
}

const SENTENCE = /[。;!?\n]/
const LONGEST_CLAUSE = 80

/** Whether what stands at an offset is within quotation marks, or in a title. */
function isQuoted(text: string, at: number): boolean {
  for (let i = at - 1; i >= 0 && at - i < LONGEST_CLAUSE; i--) {
    const letter = text[i] as string
    if ('”》’'.includes(letter) || SENTENCE.test(letter)) return false
    if ('“《‘'.includes(letter)) return true
  }
  return false
}

/** Whether the clause says that the organ leads the work of a whole place: 组织推动全省…, but not 配合推进全市…. */
function isLed(text: string, at: number, { leads, follows }: References): boolean {
  let start = at
  while (start > 0 && at - start < LONGEST_CLAUSE && !/[。;,:、!?\n]/.test(text[start - 1] as string)) start--
  const before = text.slice(start, at)
  return leads.some((word) => before.endsWith(word)) && !follows.some((word) => before.includes(word))
}

function findingFor(report: Report, word: string, first: Reference, others: readonly Reference[]): Finding {
  const { organ = '' } = report.facts
  const { spanOf } = report.squeezed
  return {
    rule: 'content/self-reference',
    ...(!first.own && { severity: 'info' as const }),
    span: spanOf(first.from, first.to),
    wording: {
      key: first.own ? 'content/self-reference' : 'content/self-reference.whole',
      args: { word, organ, count: others.length + 1 },
    },
    related: others
      .slice(0, MOST_RELATED)
      .map(({ from, to }) => ({ span: spanOf(from, to), wording: { key: 'related/also-here', args: { word } } })),
    fixes: [],
  }
}

const MOST_RELATED = 8
