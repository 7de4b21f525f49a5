import type { Catalogue } from '../../formats/catalogue.ts'
import type { Format } from '../../formats/schema.ts'
import { distance } from '../../text/distance.ts'
import { fold } from '../../text/fold.ts'
import type { Span } from '../../text/span.ts'
import type { Squeezed } from '../../text/squeeze.ts'

/** The title of an edition's notice, as the text quotes it between 《 and 》. */
export interface CitedTitle {
  readonly span: Span
  /** Whose title it is, or nearly is. */
  readonly edition: Format
  /** Whether the office that issued it stands in the title; else it stands before it, or is not named. */
  readonly namesOffice: boolean
  /** Whether the words are those of the notice, but for blanks and brackets. */
  readonly isExact: boolean
}

/** With brackets and blanks; a longer quotation is no title. */
const LONGEST_TITLE = 120
/** How far before a title its office is named. */
const LONGEST_LEAD = 40
/** By so much of its beginning the office is known, where the rest was left out. */
const OFFICE_KEY = 6
/** The share of a title's letters that may be wrong. */
const MOST_WRONG = 1 / 3

/** The titles of the editions' notices that a text quotes, in its order. */
export function readNoticeTitles({ text, spanOf }: Squeezed, catalogue: Catalogue): CitedTitle[] {
  const titles: CitedTitle[] = []
  for (let open = text.indexOf('《'); open !== -1; open = text.indexOf('《', open + 1)) {
    const close = closing(text, open)
    if (close === undefined) continue
    const words = fold(text.slice(open + 1, close))
    const before = fold(text.slice(Math.max(0, open - LONGEST_LEAD), open))
    const found = noticeOf(words, before, catalogue)
    if (found !== undefined) titles.push({ ...found, span: spanOf(open + 1, close) })
  }
  return titles
}

/** Where the title ends that opens at an offset: titles may stand within titles. */
function closing(text: string, open: number): number | undefined {
  let depth = 0
  for (let at = open; at < text.length && at - open <= LONGEST_TITLE; at++) {
    if (text[at] === '《') depth++
    else if (text[at] === '》' && --depth === 0) return at > open + 1 ? at : undefined
  }
  return undefined
}

/** The notice's title in its two parts. */
export function titleParts({ notice }: Format): { readonly office: string; readonly subject: string } {
  const at = Math.max(0, notice.title.indexOf('关于'))
  return { office: notice.title.slice(0, at), subject: notice.title.slice(at) }
}

/** The edition whose subject is nearest, of those whose office issued it: provinces and cities send out such notices too. */
function noticeOf(words: string, before: string, { formats }: Catalogue): Omit<CitedTitle, 'span'> | undefined {
  const at = words.indexOf('关于')
  if (at === -1 || !formats.some(({ titles }) => titles.some((title) => words.includes(fold(title))))) return undefined
  const named = words.slice(0, at)
  const subject = words.slice(at)
  let best: (Omit<CitedTitle, 'span'> & { readonly share: number }) | undefined
  for (const edition of formats) {
    const official = titleParts(edition)
    const office = fold(official.office)
    const key = office.slice(0, OFFICE_KEY)
    const right = fold(official.subject)
    const share = distance(subject, right) / right.length
    if (!(named === '' ? before.includes(key) : named.startsWith(key))) continue
    if (share > MOST_WRONG || (best !== undefined && share >= best.share)) continue
    best = { edition, namesOffice: named !== '', isExact: share === 0 && (named === '' || named === office), share }
  }
  return best && { edition: best.edition, namesOffice: best.namesOffice, isExact: best.isExact }
}
