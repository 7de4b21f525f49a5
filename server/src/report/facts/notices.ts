import type { Catalogue } from '../../formats/catalogue.ts'
import type { Format } from '../../formats/schema.ts'
import { distance } from '../../text/distance.ts'
import { foldUnit } from '../../text/fold.ts'
import type { Span } from '../../text/span.ts'
import type { Squeezed } from '../../text/squeeze.ts'

/** The number of a notice that the text cites, such as 国办公开办函〔2021〕30号, as it is written there. */
export interface CitedNotice {
  readonly span: Span
  /** The letters before the year, without blanks; of a damaged number what is left of them. */
  readonly agency: string
  readonly year: number
  readonly number: number
  /** The edition whose notice is meant: its letters, or nearly those, with its year and number. */
  readonly edition: Format | undefined
  /** What is not as it should be where an edition is meant: a letter or figure, or only the brackets or 号. */
  readonly flaw: 'letters' | 'marks' | undefined
}

/** Full-width brackets are half-width here. An O for a zero and an l for a one are what scanners make of figures. */
const NUMBER =
  /(?<!\d)([〔〖﹝【{[(<])?\s?((?:19|2[0Oo])[\dOoIl]{2})\s?([〕〗﹞】}\])>])?\s?第?\s?([\dOoIl]{1,4})(?!\d)(?:\s?([号號]))?/g
const HAN = /[\u4e00-\u9fff]/
const LONGEST_AGENCY = 14
/** What stands right before a number in a sentence and is no part of it. */
const LEAD_IN = /^.*(?:根据|按照|依据|依照|以及|通过|[和与及见对])/

/** The notice numbers that a text cites, in its order. Those of the catalogue are known however they are damaged. */
export function readNotices({ text, spanOf }: Squeezed, catalogue: Catalogue): CitedNotice[] {
  const officials = catalogue.formats.flatMap(officialNumber)
  const notices: CitedNotice[] = []
  for (const found of text.matchAll(NUMBER)) {
    const [whole, open, writtenYear = '', close, writtenNumber = '', mark] = found
    const at = found.index
    const year = figure(writtenYear)
    const number = figure(writtenNumber)
    const letters = lettersBefore(text, at)
    const meant = officials.flatMap((official) => {
      const length = lengthLike(letters, official.agency)
      return length === undefined ? [] : [{ ...official, length }]
    })
    const isWhole = open !== undefined && close !== undefined && mark !== undefined
    const length = meant[0]?.length ?? (isWhole ? plainLength(letters, at) : 0)
    const first = letters[letters.length - length]
    if (first === undefined) continue
    const agency = wordOf(letters.slice(-length))
    const official = meant.find((candidate) => candidate.year === year && candidate.number === number)
    const isExact = agency === official?.agency && /^\d+$/.test(writtenYear + writtenNumber)
    const isMarked = open === '〔' && close === '〕' && mark !== undefined && !whole.includes('第')
    notices.push({
      span: spanOf(first.at, at + whole.length),
      agency,
      year,
      number,
      edition: official?.format,
      flaw: official === undefined || (isExact && isMarked) ? undefined : isExact ? 'marks' : 'letters',
    })
  }
  return notices
}

interface Official {
  readonly agency: string
  readonly year: number
  readonly number: number
  readonly format: Format
}

function officialNumber(format: Format): Official[] {
  const parts = /^(\D+)〔(\d+)〕(\d+)号$/.exec(format.notice.number)
  if (parts === null) return []
  const [, agency = '', year, number] = parts
  return [{ agency, year: Number(year), number: Number(number), format }]
}

interface Letter {
  readonly letter: string
  readonly at: number
}

/** The letters right before an offset, in their order; single blanks may stand between them. */
function lettersBefore(text: string, before: number): Letter[] {
  const letters: Letter[] = []
  let isBlank = false
  for (let at = before - 1; at >= 0 && letters.length < LONGEST_AGENCY; at--) {
    const letter = String.fromCharCode(foldUnit(text.charCodeAt(at)))
    if (HAN.test(letter)) {
      letters.push({ letter, at })
      isBlank = false
    } else if (!isBlank && (text[at] === ' ' || text[at] === '\n')) isBlank = true
    else break
  }
  return letters.reverse()
}

const wordOf = (letters: readonly Letter[]): string => letters.map(({ letter }) => letter).join('')

/** How many of the last letters say an agency, of which one in three may be lost or wrong; undefined if none do. */
function lengthLike(letters: readonly Letter[], agency: string): number | undefined {
  const most = Math.floor(agency.length / 3)
  let best: { length: number; wrong: number } | undefined
  for (let length = agency.length - most; length <= Math.min(letters.length, agency.length + most); length++) {
    const wrong = distance(wordOf(letters.slice(-length)), agency)
    if (wrong <= most && wrong < (best?.wrong ?? agency.length)) best = { length, wrong }
  }
  return best?.length
}

/** How many letters an agency of no edition has: those without a blank between, less the words that lead in. */
function plainLength(letters: readonly Letter[], before: number): number {
  let length = 0
  while (length < letters.length && letters[letters.length - 1 - length]?.at === before - 1 - length) length++
  const agency = wordOf(letters.slice(letters.length - length)).replace(LEAD_IN, '')
  return agency.length < 2 ? 0 : agency.length
}

const figure = (written: string): number => Number(written.replace(/[Oo]/g, '0').replace(/[Il]/g, '1'))
