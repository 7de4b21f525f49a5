import type { Draft } from '../../formats/content-schema.ts'
import type { Format } from '../../formats/schema.ts'
import { issuerOf } from '../facts/issuer.ts'

/**
 * A text with places that a person has to fill in: pieces by turns, of which those with an odd index stand in such a place
 * until then.
 */
export type Gapped = readonly string[]

/** What a draft is about. Without an organ or a year the text has a gap instead. */
export interface Subject {
  readonly organ: string | undefined
  readonly year: number | undefined
}

/** What the form writes where a name or a year goes: it is found as long as it is left. */
const ORGAN_GAP = '（机关名称）'
const YEAR_GAP = '20XX'

/** Whether the same is to be put in wherever these words stand. */
export const isNameGap = (words: string): boolean => words === ORGAN_GAP || words === YEAR_GAP

/** Text without any gap. */
export const solid = (text: string): Gapped => [text]

export const joined = (texts: readonly Gapped[]): Gapped =>
  texts.reduce<string[]>(
    (all, [first = '', ...rest]) => [...all.slice(0, -1), (all.at(-1) ?? '') + first, ...rest],
    [''],
  )

/** As it stands before anybody has filled anything in. */
export const plainly = (text: Gapped): string => text.join('')

export const organ = ({ organ: name }: Subject): Gapped => (name === undefined ? ['', ORGAN_GAP, ''] : [name])
export const year = ({ year: number }: Subject): Gapped => (number === undefined ? ['', YEAR_GAP, ''] : [`${number}`])

/** What an edition has an organ write in a section, or before the first one, in its order. */
export const draftsIn = ({ content }: Format, section: string | undefined, { organ: name }: Subject): Draft[] =>
  content.drafts.filter(
    (draft) => draft.section === section && (draft.issuer === undefined || draft.issuer === issuerOf(name)),
  )

/**
 * The paragraphs of a draft for an organ and a year, each with a line end. `heading` is what stands before a heading below
 * that of a section.
 */
export function writeDraft(
  { text }: Draft,
  format: Format,
  subject: Subject,
  { heading, newline, between }: { readonly heading: string; readonly newline: string; readonly between: string },
): Gapped {
  const paragraphs = text
    .split('\n')
    .map((line) => filled(line.startsWith('# ') ? heading + line.slice('# '.length) : line, format, subject))
  return joined(
    paragraphs.flatMap((paragraph, index) => [...(index > 0 ? [solid(between)] : []), paragraph, [newline]]),
  )
}

/** The pieces of a line, its names in the format's words. */
function filled(line: string, { statute, notice }: Format, subject: Subject): Gapped {
  const names: Readonly<Record<string, Gapped>> = {
    organ: organ(subject),
    year: year(subject),
    statute: solid(statute?.title ?? ''),
    notice: solid(notice.title),
    number: solid(notice.number),
  }
  return joined(
    line.split(PARTS).map((part): Gapped => {
      if (!part.startsWith('[[')) return names[part.slice(1, -1)] ?? solid(part)
      // A gap is one place, whatever is named in it.
      const words = part.slice(2, -2).split(PARTS)
      return ['', words.map((word) => plainly(names[word.slice(1, -1)] ?? solid(word))).join(''), '']
    }),
  )
}

const PARTS = /(\[\[[^\]]*\]\]|\{\w+\})/
