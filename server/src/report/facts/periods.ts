import type { Span } from '../../text/span.ts'
import type { Squeezed } from '../../text/squeeze.ts'
import type { FoundDate, StatedDate } from './stated-dates.ts'

/** A statistics period as the text states it, right or wrong, whole or damaged. */
export interface Period {
  /** From the first date to the last. */
  readonly span: Span
  /** Undefined where only a closing date is stated. Its year may be what the end leaves out. */
  readonly start: StatedDate | undefined
  readonly end: StatedDate | undefined
  /** Words such as 统计期限 stand before it; without them it runs from the first day of a year to the last. */
  readonly labelled: boolean
}

/** `至` and what is written for it, between two dates. */
const TO = /^\s?(?:起|开始)?\s?[,、]?\s?(?:截?至|到|[-~–—―─一]{1,2})\s?$|^\s?起\s?$/
const LONGEST_TO = 8
/** 统计期限为, 数据截止日期：, 数据核定时间点为 and the like, up to the date. */
const LABEL = /(?:统计|数据)[^。;,\n]{0,10}(?:期|时限|时间|时段|年度|区间|范围|截)[^。;,\n]{0,8}$/
const LONGEST_LABEL = 40
const OPENING = /[自从由]\s?$/

/** The statistics periods that a text states, in its order; `dates` are those of the text. */
export function readPeriods({ text, spanOf }: Squeezed, dates: readonly FoundDate[]): Period[] {
  const periods: Period[] = []
  for (let index = 0; index < dates.length; index++) {
    const first = dates[index] as FoundDate
    const next = dates[index + 1]
    const before = text.slice(Math.max(0, first.from - LONGEST_LABEL), first.from)
    const labelled = LABEL.test(before)
    const isRange = next !== undefined && next.from - first.to <= LONGEST_TO && TO.test(text.slice(first.to, next.from))
    if (isRange) {
      if (labelled || isWholeYear(first, next)) {
        periods.push({ span: spanOf(first.from, next.to), start: stated(first), end: stated(next), labelled })
      }
      index++
    } else if (labelled && isDay(first)) {
      const isStart = OPENING.test(before)
      periods.push({
        span: first.span,
        start: isStart ? stated(first) : undefined,
        end: isStart ? undefined : stated(first),
        labelled,
      })
    }
  }
  return periods
}

/** Without its places in the squeezed text, which nobody else has. */
const stated = ({ span, year, month, day, damaged }: FoundDate): StatedDate => ({ span, year, month, day, damaged })

const isDay = ({ year, day, damaged }: StatedDate): boolean => year !== undefined && (day !== undefined || damaged)

/** From 1月1日, or 1月, to 12月31日, or 12月. */
const isWholeYear = (start: StatedDate, end: StatedDate): boolean =>
  start.year !== undefined && start.month === 1 && (start.day ?? 1) === 1 && end.month === 12 && (end.day ?? 31) === 31
