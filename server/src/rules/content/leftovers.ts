import { isWithin, type Passage, passagesOf } from '../../report/prose/passages.ts'
import { occurrencesOf } from '../../report/prose/wordings.ts'
import type { Report } from '../../report/report.ts'

/** What the form says to the person who fills it in, and what stands in it to be filled in; offsets are squeezed. */
export interface Leftover {
  /**
   * `instruction`: a sentence, or a note in brackets, that goes. `blank`: something has to be put in its place. `draft`: the
   * mark of a draft that nobody has confirmed.
   */
  readonly kind: 'instruction' | 'blank' | 'draft'
  /** With its brackets and the marks that end it. */
  readonly from: number
  readonly to: number
}

/** XX, ××, 20XX年, ____年: not within an address, and not the sign between two figures. */
const BLANK = /(?<![A-Za-z\d.@/_-])(?:20)?[Xx×✕╳]{2,8}(?![A-Za-z\d.@/_-])|(?<![A-Za-z\d_])_{2,20}(?=\s?[年月日件条])/g
const ENDING = /^[。:;,]+/
const LONGEST_NOTE = 60

const known = new WeakMap<Report, readonly Leftover[]>()

/** The leftovers of the form in a report's prose, in the order of the text, none overlapping another. */
export function leftoversOf(report: Report): readonly Leftover[] {
  let leftovers = known.get(report)
  if (leftovers === undefined) {
    leftovers = apart([...sentences(report), ...notes(report), ...blanks(report)])
    known.set(report, leftovers)
  }
  return leftovers
}

/** Whether there is anything in these passages, which are in the order of the text, but leftovers of the form. */
export function saySomething(report: Report, passages: readonly Passage[]): boolean {
  const { text } = report.squeezed
  const leftovers = leftoversOf(report)
  let next = 0
  for (const { from, to } of passages) {
    let at = from
    for (; next < leftovers.length && (leftovers[next] as Leftover).from < to; next++) {
      const leftover = leftovers[next] as Leftover
      if (LETTER.test(text.slice(at, leftover.from))) return true
      at = Math.max(at, leftover.to)
    }
    if (LETTER.test(text.slice(at, to))) return true
  }
  return false
}

const LETTER = /[\p{L}\p{N}]/u

function sentences(report: Report): Leftover[] {
  const list = report.facts.format?.content.leftovers?.sentences ?? []
  return proseOccurrences(report, list).map(({ from, to }) => {
    const ending = ENDING.exec(report.squeezed.text.slice(to, to + 4))?.[0] ?? ''
    return { kind: 'instruction', from, to: to + ending.length }
  })
}

/** Words that count only where a bracket opens right before them: the note is all that is in the brackets. */
function notes(report: Report): Leftover[] {
  const { text } = report.squeezed
  const { notes = [], blanks = [], drafts = [] } = report.facts.format?.content.leftovers ?? {}
  return (
    [
      ['instruction', notes],
      ['blank', blanks],
      ['draft', drafts],
    ] as const
  ).flatMap(([kind, list]) =>
    proseOccurrences(report, list).flatMap(({ from, to }): Leftover[] => {
      const open = text[from - 1] === ' ' ? from - 2 : from - 1
      const close = CLOSING[text[open] ?? '']
      if (close === undefined) return []
      const end = text.slice(to, to + LONGEST_NOTE).indexOf(close)
      return end === -1 ? [] : [{ kind, from: open, to: to + end + 1 }]
    }),
  )
}

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '【': '】', '〔': '〕', '{': '}' }

function proseOccurrences(report: Report, list: readonly string[]) {
  const passages = passagesOf(report)
  return occurrencesOf(report, list).filter(
    (occurrence) => isWithin(passages, occurrence) || isTitle(report, occurrence),
  )
}

/** The title is no passage, but has something to fill in as well. */
function isTitle({ facts: { title }, squeezed }: Report, { from }: { readonly from: number }): boolean {
  return title !== undefined && squeezed.offsetOf(title.start) <= from && from < squeezed.offsetOf(title.end)
}

function blanks(report: Report): Leftover[] {
  const passages = passagesOf(report)
  return [...report.squeezed.text.matchAll(BLANK)]
    .map(({ index, 0: { length } }): Leftover => ({ kind: 'blank', from: index, to: index + length }))
    .filter((leftover) => isWithin(passages, leftover) || isTitle(report, leftover))
}

/** In the order of the text; of two that overlap, the one that begins first, and of those the longer one. */
function apart(leftovers: Leftover[]): Leftover[] {
  leftovers.sort((a, b) => a.from - b.from || b.to - a.to)
  let end = 0
  return leftovers.filter(({ from, to }) => {
    if (from < end) return false
    end = to
    return true
  })
}
