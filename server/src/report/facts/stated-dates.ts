import { readNumerals } from '../../text/numerals.ts'
import type { Span } from '../../text/span.ts'
import type { Squeezed } from '../../text/squeeze.ts'

/** A day as a text states it. What is not written is undefined: `1月1日` has no year, `2021年12月` no day. */
export interface StatedDate {
  readonly span: Span
  /** As written: `202020年` is the year 202020. */
  readonly year: number | undefined
  readonly month: number | undefined
  readonly day: number | undefined
  /** 年, 月 or 日 was lost (`201911日`): the parts are the likeliest reading, or undefined where there are two. */
  readonly damaged: boolean
}

/** A date, and where it stands in the squeezed text. */
export interface FoundDate extends StatedDate {
  readonly from: number
  readonly to: number
}

type Parts = Omit<StatedDate, 'span'>
type Groups = readonly (string | undefined)[]

interface Form {
  readonly pattern: RegExp
  /** A text without this has none, which is seen sooner. */
  readonly sign?: RegExp
  /** The parts that the groups say; undefined where they are no date. */
  readonly read: (groups: Groups) => Parts | undefined
}

const DIGIT_PAIR = String.raw`\d \d(?=\s?[月日号])|\d{1,2}`
const YEAR = String.raw`(\d{4,8}|\d(?: \d){3,5})\s?年{1,2}\s?`
const ZEROS = '〇零○Oo0'
const NUMERAL = '一二三四五六七八九'

/** From the surest to the least: of two readings of the same digits the first counts. */
const FORMS: readonly Form[] = [
  // 2021年1月1日, 2021年度（1月1日, 1月1日, 2021年1月; 日 may be lost.
  {
    pattern: new RegExp(
      String.raw`(?<!\d)(?:${YEAR}度?\s?\(?\s?)?(${DIGIT_PAIR})\s?月(?:\s?(${DIGIT_PAIR})(?!\d)\s?([日号])?)?`,
      'g',
    ),
    read: ([year, month, day, mark]) => ({
      year: figure(year),
      month: figure(month),
      day: figure(day),
      damaged: day !== undefined && mark === undefined,
    }),
  },
  // 2021年1-12月: the month takes its 月 from the one after it.
  {
    pattern: new RegExp(String.raw`(?<!\d)${YEAR}(${DIGIT_PAIR})(?=\s?[至到~–—-]\s?\d{1,2}\s?月)`, 'g'),
    read: ([year, month]) => ({ year: figure(year), month: figure(month), day: undefined, damaged: false }),
  },
  // 二〇二一年一月一日, with any of the characters that are typed for 〇.
  {
    sign: new RegExp(String.raw`[${NUMERAL}十]\s?月`),
    pattern: new RegExp(
      String.raw`(?<![${NUMERAL}十])(?:([${NUMERAL}${ZEROS}]{4,6})\s?年\s?)?([${NUMERAL}十]{1,3})\s?月\s?([${NUMERAL}十]{1,3})\s?日`,
      'g',
    ),
    read: ([year, month, day]) => ({
      year: numerals(year),
      month: numerals(month),
      day: numerals(day),
      damaged: false,
    }),
  },
  // 2021-01-01, 2021.1.1, 2021/1/1.
  {
    pattern: /(?<![\d.])(\d{4})\s?([-./])\s?(\d{1,2})\s?\2\s?(\d{1,2})(?!\d)/g,
    read: ([year, , month, day]) => likely({ year: figure(year), month: figure(month), day: figure(day) }, false),
  },
  // 20241月1日, 2025 1 1 日, 20251231日, 201911日, 2019年11日.
  {
    pattern: /(?<!\d)(20\d\d)\s?年?\s?(?:(\d{1,2})(?: |\s?月\s?)(\d{1,2})|(\d{2,4}))\s?日/g,
    read: ([year, month, day, glued]) =>
      likely({
        year: figure(year),
        ...(glued === undefined ? { month: figure(month), day: figure(day) } : cut(glued)),
      }),
  },
  // 1231日, 12 31 日: the end of a period.
  {
    pattern: /(?<!\d)(?:(\d{1,2}) (\d{1,2})|(\d{4}))\s?日/g,
    read: ([month, day, glued]) =>
      likely({
        year: undefined,
        ...(glued === undefined ? { month: figure(month), day: figure(day) } : cut(glued)),
      }),
  },
]

/** The dates in a text, in its order, whole or damaged; none overlaps another. */
export function readDates({ text, spanOf }: Squeezed): FoundDate[] {
  const found: FoundDate[] = []
  for (const { pattern, sign, read } of FORMS) {
    if (sign !== undefined && !sign.test(text)) continue
    for (const match of text.matchAll(pattern)) {
      const parts = read(match.slice(1))
      const from = match.index
      const to = from + match[0].length
      if (parts !== undefined) found.push({ ...parts, span: spanOf(from, to), from, to })
    }
  }
  // The sort is stable: of two that begin together the surer form stays first.
  found.sort((a, b) => a.from - b.from)
  let end = 0
  return found.filter(({ from, to }) => {
    if (from < end) return false
    end = to
    return true
  })
}

const figure = (digits: string | undefined): number | undefined =>
  digits === undefined ? undefined : Number(digits.replaceAll(' ', ''))

const numerals = (letters: string | undefined): number | undefined =>
  letters === undefined ? undefined : readNumerals(letters.replace(/[Oo0]/g, '〇'))

const isMonth = (month: number | undefined): boolean => month === undefined || (month >= 1 && month <= 12)
const isDay = (day: number | undefined): boolean => day === undefined || (day >= 1 && day <= 31)

/** Digits without 年 and 月 are a date only when they can be one. */
const likely = (parts: Omit<Parts, 'damaged'>, damaged = true): Parts | undefined =>
  isMonth(parts.month) && isDay(parts.day) ? { ...parts, damaged } : undefined

/** Month and day of digits run together; undefined where two readings are as good, as of `111`. */
function cut(digits: string): { month: number | undefined; day: number | undefined } {
  const readings = [1, 2]
    .map((length) => ({ month: digits.slice(0, length), day: digits.slice(length) }))
    .filter(({ day }) => day.length === 1 || day.length === 2)
    .map(({ month, day }) => ({ month: Number(month), day: Number(day) }))
    .filter(({ month, day }) => isMonth(month) && isDay(day))
  const [only] = readings
  return readings.length === 1 && only !== undefined ? only : { month: undefined, day: undefined }
}
