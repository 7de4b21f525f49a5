import type { Format } from '../../formats/schema.ts'
import type { Span } from '../../text/span.ts'
import type { Squeezed } from '../../text/squeeze.ts'

/** The number of the decree that a text cites with the statute, such as 711 in 国务院令第711号. */
export interface CitedDecree {
  /** Of the figures. */
  readonly span: Span
  /** Of all of its words, such as 国务院令第711号. */
  readonly words: Span
  readonly number: number
}

/** What may stand between the statute's title and its decree. */
const LONGEST_GAP = 16
const DECREE = /国务院(?:令\s?第?\s?(\d{2,4})\s?号|第?\s?(\d{2,4})\s?号令)/g
/** Where one decree brought a statute and another revised it, both stand beside each other. */
const LONGEST_CITATION = 60

/** The decrees that stand right behind the statute's title; of several beside one another the last is in force. */
export function readDecrees({ text, spanOf }: Squeezed, { statute }: Format): CitedDecree[] {
  if (statute === undefined) return []
  const decrees: CitedDecree[] = []
  for (let at = text.indexOf(statute.title); at !== -1; at = text.indexOf(statute.title, at + 1)) {
    const end = at + statute.title.length
    const citation = /^[^。;]*/.exec(text.slice(end, end + LONGEST_CITATION))?.[0] ?? ''
    const found = [...citation.matchAll(DECREE)]
    const [first] = found
    const last = found.at(-1)
    if (first === undefined || last === undefined || /《/.test(citation.slice(0, first.index))) continue
    if (first.index > LONGEST_GAP) continue
    const digits = last[1] ?? last[2] ?? ''
    const start = end + last.index
    const from = start + last[0].indexOf(digits)
    decrees.push({
      span: spanOf(from, from + digits.length),
      words: spanOf(start, start + last[0].length),
      number: Number(digits),
    })
  }
  return decrees
}
