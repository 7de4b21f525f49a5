import * as z from 'zod'
import { passagesOf, wordsOf } from '../../report/prose/passages.ts'
import type { Report, Section } from '../../report/report.ts'
import { type Shingles, shareIn, shinglesOf } from '../../text/shingles.ts'
import type { Past } from '../beside.ts'
import { type Finding, withOptions } from '../rule.ts'
import { firstSections } from '../section/place.ts'
import { yearOf } from './equations.ts'

const OPTIONS = z.object({
  /** From which share of it on a section is said to be copied. */
  section: z.number().min(0).max(1).default(0.9),
  /** The same of all sections together, where no one is. */
  whole: z.number().min(0).max(1).default(0.85),
  /** A section of fewer letters may well be the same every year. */
  least: z.int().min(1).default(100),
})

/** What the report says in words stands in last year's already, figures, years and the organ's name aside. */
export const similar = withOptions(OPTIONS, {
  id: 'history/similar',
  severity: 'info',
  *check(report, { section: most, whole, least }, { past } = {}): Iterable<Finding> {
    if (past === undefined) return
    const places = firstSections(report)
    const shares = [...proseOf(report)].flatMap(([id, { words }]) => {
      const before = proseOf(past.report).get(id)
      const section = places.get(id)
      if (before === undefined || section === undefined || words.length < least) return []
      return [{ section, length: words.length, share: shareIn(words, before.shingles()) }]
    })
    const copied = shares.filter(({ share }) => share >= most)
    for (const { section, share } of copied) yield finding(past, section, share)
    if (copied.length > 0 || shares.length === 0) return
    const length = shares.reduce((all, each) => all + each.length, 0)
    const share = shares.reduce((all, each) => all + each.share * each.length, 0) / length
    if (share >= whole) yield findingOfAll(report, past, share)
  },
})

function finding(past: Past, { id, titleText, title }: Section, share: number): Finding {
  const last = firstSections(past.report).get(id)
  return {
    rule: 'history/similar',
    span: title,
    wording: { key: 'history/similar', args: { title: titleText, percent: percentOf(share), year: yearOf(past) } },
    related: last === undefined ? [] : [relatedTitle(past, last.titleText, last.title)],
    fixes: [],
  }
}

function findingOfAll(report: Report, past: Past, share: number): Finding {
  const last = past.report.facts.title
  return {
    rule: 'history/similar',
    span: report.facts.title ?? report.sections[0]?.title ?? { start: 0, end: 0 },
    wording: { key: 'history/similar.whole', args: { percent: percentOf(share), year: yearOf(past) } },
    related: last === undefined ? [] : [relatedTitle(past, past.report.text.slice(last.start, last.end).trim(), last)],
    fixes: [],
  }
}

const relatedTitle = (past: Past, title: string, span: Section['title']) => ({
  span,
  wording: { key: 'related/last-title', args: { year: yearOf(past), title } },
  in: past,
})

const percentOf = (share: number): number => Math.floor(share * 100)

interface Prose {
  readonly words: string
  readonly shingles: () => Shingles
}

const known = new WeakMap<Report, ReadonlyMap<string, Prose>>()

/** The prose of the sections in which the form has no table, without what differs from year to year by itself. */
function proseOf(report: Report): ReadonlyMap<string, Prose> {
  const found = known.get(report)
  if (found !== undefined) return found
  const passages = passagesOf(report).filter(({ section, besideTable }) => section !== undefined && !besideTable)
  const made = new Map<string, Prose>()
  for (const id of new Set(passages.map(({ section }) => section as string))) {
    const words = essence(
      wordsOf(
        report,
        passages.filter(({ section }) => section === id),
      ),
      report.facts.organ,
    )
    let shingles: Shingles | undefined
    made.set(id, { words, shingles: () => (shingles ??= shinglesOf(words)) })
  }
  known.set(report, made)
  return made
}

/** Letters alone: no figures and numerals, and no name of the organ. */
function essence(words: string, organ: string | undefined): string {
  const named = organ === undefined ? words : words.replaceAll(organ, '')
  return named.replace(/[^\p{L}]|[〇零一二三四五六七八九十百千]/gu, '')
}
