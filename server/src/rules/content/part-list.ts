import type { Content } from '../../formats/content-schema.ts'
import { isWithin, type Passage, passagesOf } from '../../report/prose/passages.ts'
import { type Occurrence, occurrencesOf } from '../../report/prose/wordings.ts'
import type { Report } from '../../report/report.ts'
import { readNumerals } from '../../text/numerals.ts'

/** A list of the parts of a report, as a sentence of it gives them; offsets are those of the squeezed text. */
export interface PartList {
  /** From the first part that is named, or the number before it, to the last, or the number behind it. */
  readonly from: number
  readonly to: number
  /** The ids of the sections. */
  readonly named: ReadonlySet<string>
  readonly count: number | undefined
  /** Nothing in the list is unknown, and no 等 leaves it open. */
  readonly isCertain: boolean
}

interface Mention extends Occurrence {
  readonly section: string
}

/** `六个部分`, `6部分`. */
const COUNT = /([一二三四五六七八九十两]|\d{1,2})\s?个?\s?大?\s?(?:部分|方面|章节|板块|项内容)/
const LONGEST_COUNT = 16
const STOP = '。'

/** The lists in the sentences before the first table. */
export function* listsIn(report: Report, parts: NonNullable<Content['parts']>): Iterable<PartList> {
  const { text } = report.squeezed
  for (const { from, to, mentions } of sentencesOf(report, parts)) {
    const [first] = mentions
    const named = new Set(mentions.map(({ section }) => section))
    if (first === undefined || named.size < parts.least) continue
    const end = Math.max(...mentions.map((mention) => mention.to))
    const before = text.slice(Math.max(from, first.from - LONGEST_COUNT), first.from)
    const behind = text.slice(end, Math.min(to, end + LONGEST_COUNT))
    const lead = COUNT.exec(before)
    const tail = COUNT.exec(behind)
    const count = countOf(lead?.[1] ?? tail?.[1])
    const rest = behind.slice(0, tail?.index ?? 0)
    const isKnown = !hasUnknown(text.slice(first.from, end) + rest, mentions, first.from)
    yield {
      from: first.from - (lead === null ? 0 : before.length - lead.index),
      to: tail === null ? end : end + tail.index + tail[0].length,
      named,
      count,
      isCertain: isKnown && !rest.includes('等') && !FOLLOWS_ANOTHER.test(before),
    }
  }
}

interface Sentence {
  readonly from: number
  readonly to: number
  readonly mentions: readonly Mention[]
}

/** The sentences before the first table that speak of parts of the report, with the sections that they name. */
function sentencesOf(report: Report, parts: NonNullable<Content['parts']>): Sentence[] {
  const { text } = report.squeezed
  const limit = passagesOf(report).find(({ besideTable }) => besideTable)?.from ?? text.length
  const passages = passagesOf(report).filter(({ from }) => from < limit)
  const mentions = parts.sections
    .flatMap(({ section, names }) => occurrencesOf(report, names).map((occurrence) => ({ section, ...occurrence })))
    .filter((mention) => isWithin(passages, mention))
    .sort((a, b) => a.from - b.from)
  const signs = occurrencesOf(report, parts.signs)
  const sentences: { from: number; to: number; mentions: Mention[] }[] = []
  let place = 0
  let next = 0
  let to = -1
  for (const mention of mentions) {
    while ((passages[place] as Passage).to <= mention.from) place++
    const passage = passages[place] as Passage
    if (mention.from >= to) {
      const from = Math.max(passage.from, text.lastIndexOf(STOP, mention.from) + 1)
      const stop = text.indexOf(STOP, mention.from)
      to = stop === -1 ? passage.to : Math.min(passage.to, stop)
      while (next < signs.length && (signs[next] as Occurrence).from < from) next++
      const isOfReport = next < signs.length && (signs[next] as Occurrence).from < to
      if (isOfReport && to - from <= LONGEST_SENTENCE) sentences.push({ from, to, mentions: [] })
    }
    const last = sentences.at(-1)
    if (last !== undefined && mention.from < last.to) last.mentions.push(mention)
  }
  return sentences
}

const LONGEST_SENTENCE = 600
const SEPARATOR = /[、,;和及与]|以及/g
/** An item before the first one that is known: the list begins with something else. */
const FOLLOWS_ANOTHER = /[、,;和及][^、,;。:]{0,10}$/

/** Whether an item of the list names none of the sections. */
function hasUnknown(list: string, mentions: readonly Mention[], start: number): boolean {
  let from = 0
  for (const separator of [...list.matchAll(SEPARATOR), undefined]) {
    const to = separator?.index ?? list.length
    const isKnown = mentions.some((mention) => mention.from - start < to && mention.to - start > from)
    if (!isKnown && /[\u4e00-\u9fff]{3}/.test(list.slice(from, to))) return true
    from = to + (separator?.[0].length ?? 0)
  }
  return false
}

function countOf(figure: string | undefined): number | undefined {
  if (figure === undefined) return undefined
  return /\d/.test(figure) ? Number(figure) : readNumerals(figure)
}
