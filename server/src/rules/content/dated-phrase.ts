import type { Content } from '../../formats/content-schema.ts'
import { isWithin, passagesOf } from '../../report/prose/passages.ts'
import type { Finding, Rule } from '../rule.ts'

type Meetings = NonNullable<Content['meetings']>
type Plenum = Meetings['congresses'][number]['plenums'][number]

/** The latest meeting whose spirit the report follows is an old one: others were held before its year. */
export const datedPhrase: Rule = {
  id: 'content/dated-phrase',
  severity: 'info',
  *check(report): Iterable<Finding> {
    const { format, year } = report.facts
    const meetings = format?.content.meetings
    if (meetings === undefined || year === undefined) return
    const { text, spanOf } = report.squeezed
    const passages = passagesOf(report)
    const named = phrasesIn(text, meetings).filter(({ at }) => isWithin(passages, { from: at }))
    const isCongress = meetings.congressNames.some((name) => text.includes(name))
    const newest = named.toSorted((a, b) => b.latest.year - a.latest.year || b.order - a.order)[0]
    if (newest === undefined) return
    const later = meetings.congresses
      .flatMap(({ name, ending, plenums }) =>
        plenums.map((plenum) => ({ ...plenum, whole: name + plenum.name + ending })),
      )
      .filter((plenum) => plenum.year < year && plenum.year > newest.latest.year)
    // A congress is named by itself for years after it.
    if (later.length === 0 || (isCongress && newest.congress === 0)) return
    yield {
      rule: 'content/dated-phrase',
      span: spanOf(newest.at, newest.at + newest.words.length),
      wording: {
        key: 'content/dated-phrase',
        args: { found: newest.words.replace(/\s+/g, ''), year, later: later.map(({ whole }) => whole).join('、') },
      },
      related: [],
      fixes: [],
    }
  },
}

interface Phrase {
  readonly words: string
  readonly at: number
  readonly latest: Plenum
  /** Of its congress, and of it among the meetings of that. */
  readonly congress: number
  readonly order: number
}

/** `十九届二中、三中全会精神`: several meetings of a congress may share its name. */
function phrasesIn(text: string, { congresses, signs }: Meetings): Phrase[] {
  return congresses.flatMap(({ name, ending, plenums }, congress) => {
    const meeting = `(?:${plenums.map((plenum) => plenum.name).join('|')})`
    const pattern = new RegExp(
      `${name}(?:${meeting}(?:${ending})?[、,和及与]?){1,9}(?=.{0,6}(?:${signs.join('|')}))`,
      'g',
    )
    return [...text.matchAll(pattern)].flatMap(({ index, 0: words }): Phrase[] => {
      const order = plenums.findLastIndex((plenum) => words.includes(plenum.name))
      const latest = plenums[order]
      return latest === undefined ? [] : [{ words, at: index, latest, congress, order }]
    })
  })
}
