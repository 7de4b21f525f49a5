import type { Squeezed } from '../../text/squeeze.ts'
import { ORGAN_ENDING } from './signature.ts'
import type { FoundDate, StatedDate } from './stated-dates.ts'

/** A day on which the report was published or signed, as the text states it. */
export interface PublishedDate extends StatedDate {
  /** `label`: beside 发布日期, 成文日期 and the like. `signature`: on its own, or after a name, at the end. */
  readonly at: 'label' | 'signature'
}

const LABEL =
  /(?:(?:发布|公开|公布|发文|成文|生成|印发|签发|制发)\s?(?:日期|时间)|(?<![\u4e00-\u9fff])(?:日期|时间)\s?:)[\s:|\])】*]{0,6}$/
/** With a label of two parts, and bars and blanks between it and the date. */
const LONGEST_LABEL = 16
/** What stands before a date that signs: the beginning of its line, or an organ's name and nothing before that. */
const SIGNED = new RegExp(`(?:^|[\\n。|*])$|(?:^|[\\s。|*])[\\u4e00-\\u9fff]{1,28}${ORGAN_ENDING}[ \\n]?$`)
const LONGEST_NAME = 36
/** A date that signs has nothing after it on its line but marks. */
const LINE_END = /^[ |*)\]_]{0,80}(?:\n|$)/
const LONGEST_LINE_END = 82
/** How much may follow a signature: what a page has below its text. */
const TAIL = 400

/** The days of publication or signature, in the order of the text; `dates` are those of the text. */
export function readPublished({ text }: Squeezed, dates: readonly FoundDate[]): PublishedDate[] {
  return dates.flatMap((date): PublishedDate[] => {
    if (date.year === undefined || date.day === undefined) return []
    const at = isLabelled(text, date) ? 'label' : isSignature(text, date) ? 'signature' : undefined
    if (at === undefined) return []
    const { span, year, month, day, damaged } = date
    return [{ span, year, month, day, damaged, at }]
  })
}

const isLabelled = (text: string, { from }: FoundDate): boolean =>
  LABEL.test(text.slice(Math.max(0, from - LONGEST_LABEL), from))

const isSignature = (text: string, { from, to }: FoundDate): boolean =>
  text.length - to <= TAIL &&
  SIGNED.test(text.slice(Math.max(0, from - LONGEST_NAME), from)) &&
  LINE_END.test(text.slice(to, to + LONGEST_LINE_END))
