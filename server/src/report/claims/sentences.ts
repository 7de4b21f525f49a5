import { type Amount, amountOf, compare, digitsOf, times } from '../../text/amount.ts'
import { readNumerals } from '../../text/numerals.ts'
import { onDemand } from '../../text/on-demand.ts'
import type { ProseFigure } from './claims.ts'

/** A sentence of prose; its places, and those of its figures, are counted in its line. */
export interface Sentence {
  readonly text: string
  readonly start: number
  /** The line that it stands in, as far as it is near. */
  readonly paragraph: string
  /** Found when first asked for: most sentences are about something else. */
  readonly figures: readonly PlacedFigure[]
  /** A full stop ends it, not the end of the line, which may have broken it. */
  readonly isWhole: boolean
}

export interface PlacedFigure extends ProseFigure {
  /** Counted in the sentence: the digits, and the end of the unit. */
  readonly from: number
  readonly to: number
  readonly end: number
}

/** Words that count things. */
const UNITS = '件次|人次|件|宗|起|份|条|项|次|例|个|篇|期|户|家|场|人|名|万元|元|亿元'
const NUMERALS = '〇零一二两三四五六七八九十百千'
const FIGURE = new RegExp(
  `(?<![\\d.${NUMERALS}]|\\d,)(\\d{1,3}(?:,\\d{3})+|\\d{1,12}|[${NUMERALS}]{1,8})(\\.\\d{1,4})?(万|亿)?(余|多)?(?: ?(${UNITS}))?`,
  'g',
)
/** What a sentence with figures has somewhere. */
const FIGURES = new RegExp(`\\d|[${NUMERALS}][余多]?(?:${UNITS})`)
const ABOUT = /(?:[约近超逾过]|不足|不到)$/
/** The true figure is above the one that is said, by how much is open. */
const MORE = /[超逾过]$/
const SENTENCE = /[^。!?\n]+/g
/** Figures alone say nothing: what they count has a word. */
const WORD = /\p{Script=Han}/u
const LONGEST_SENTENCE = 1200
/** What a sentence is about stands within so many characters of it. */
const NEAR = 2000

/** The sentences of a line of squeezed text that have a figure, or that one of these words stands in. */
export function sentencesIn(line: string, words: RegExp): Sentence[] {
  if (!WORD.test(line) || !(FIGURES.test(line) || words.test(line))) return []
  const sentences: Sentence[] = []
  for (const { index: start, 0: text } of line.matchAll(SENTENCE)) {
    if (text.length > LONGEST_SENTENCE) continue
    if (!FIGURES.test(text) && !words.test(text)) continue
    const figures = onDemand(() => figuresIn(text, start))
    sentences.push({
      text,
      start,
      paragraph: line.slice(Math.max(0, start - NEAR), start + text.length + NEAR),
      isWhole: start + text.length < line.length,
      get figures() {
        return figures()
      },
    })
  }
  return sentences
}

function figuresIn(text: string, start: number): PlacedFigure[] {
  const figures: PlacedFigure[] = []
  for (const match of text.matchAll(FIGURE)) {
    const [all, digits = '', fraction = '', scale = '', more = '', unit = ''] = match
    if (unit === '') continue
    const written = readNumerals(digits)
    const plain = written !== undefined ? String(written) : digits.replaceAll(',', '')
    const from = match.index
    const before = text.slice(Math.max(0, from - 2), from)
    const isAbout = ABOUT.test(before)
    const isMore = more !== '' || MORE.test(before)
    const to = from + digits.length + fraction.length + scale.length
    const place = SCALES[scale] ?? 1
    const value = times(amountOf(plain + fraction), place)
    const rounded = isAbout || isMore
    const step = rounded ? times(value, ROUNDED) : scale === '' ? 0 : times(lastPlace(fraction), place)
    // 一百余 may be as much as 199.
    const above = isMore ? larger(step, lastDigitOf(value)) : step
    figures.push({
      span: { start: start + from, end: start + to },
      value,
      below: more === '' ? step : 0,
      above,
      unit,
      from,
      to,
      end: match.index + all.length,
    })
  }
  return figures
}

const SCALES: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 }

/** A rounded figure is within a tenth of the true one. */
const ROUNDED = 0.1

/** What the last digit of a figure is worth: of 3.25 a hundredth. */
const lastPlace = (fraction: string): Amount =>
  fraction === '' ? 1 : amountOf(`0.${'0'.repeat(fraction.length - 2)}1`)

const larger = (a: Amount, b: Amount): Amount => (compare(a, b) < 0 ? b : a)

/** What the last digit of a whole figure that is not 0 is worth: of 1500 a hundred. */
const lastDigitOf = (value: Amount): Amount => {
  const zeros = /^\d*?[1-9](0*)$/.exec(digitsOf(value))?.[1]
  return zeros === undefined ? 0 : 10 ** zeros.length
}
