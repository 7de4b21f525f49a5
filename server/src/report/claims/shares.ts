import { amountOf } from '../../text/amount.ts'
import type { RateClaim, ShareClaim } from './claims.ts'
import type { Sentence } from './sentences.ts'
import type { Wordings } from './wording.ts'

/** What may stand between 占 and the share of what was told before: no other whole, no change, no bound, no list. */
const OF =
  '比例|比重|比|总数|总量|总|全部|数量|件数|数|量|的|为|是|达到|达|了|申请|收到|新收|办结|受理|答复|办理|政府|信息|主动|公开|本年度|全年'
const SHARE = new RegExp(
  `占(?:\\s|${OF}){0,8}(\\d{1,3})(\\.\\d{1,4})?%(?!\\s?(?:以上|左右|[余多、和及与]|,\\s?\\d+(?:\\.\\d+)?%))`,
  'g',
)

/** `5 件，占 41.7%`: a share right after the figure that it is the share of. Its wholes are those in the same sentence. */
export function sharesIn(sentence: Sentence, { measures }: Wordings): ShareClaim[] {
  const { text, start, paragraph } = sentence
  if (!text.includes('占')) return []
  const { figures } = sentence
  return [...text.matchAll(SHARE)].flatMap((match): ShareClaim[] => {
    const part = figures.filter(({ end }) => end <= match.index).at(-1)
    if (part === undefined || !/^[^,;\d]{0,12}[,(:]?$/.test(text.slice(part.end, match.index))) return []
    const [all, whole = '', fraction = ''] = match
    const end = match.index + all.length
    const digits = whole.length + fraction.length + 1
    // A whole is told before its parts.
    const wholes = figures.filter(({ end, unit }) => end <= part.from && unit === part.unit)
    return [
      {
        span: { start: start + end - digits, end: start + end },
        percent: amountOf(whole + fraction),
        tolerance: fraction === '' ? 1 : amountOf(`0.${'0'.repeat(fraction.length - 2)}1`),
        part,
        wholes,
        measures: measures
          .filter(({ units, about }) => units.has(part.unit) && about?.test(paragraph))
          .map(({ measure }) => measure),
      },
    ]
  })
}

/** A rate itself, and not by how much it has changed. */
const RATE =
  /率(?:\s|达到|达|均|都|为|是|高达|保持|实现|在|到|了|仍|:|超过|超|逾|的|已|"|”){0,6}(\d{1,4})(\.\d{1,4})?%/g
const LONGEST_RATE = 8

/** `答复率达到100%`: rates by the words that end with 率. */
export function ratesIn({ text, start }: Sentence, { rates }: Wordings): RateClaim[] {
  if (!rates.test(text)) return []
  return [...text.matchAll(RATE)].flatMap((match): RateClaim[] => {
    const [all, whole = '', fraction = ''] = match
    if (!rates.test(text.slice(Math.max(0, match.index - LONGEST_RATE), match.index + 1))) return []
    const end = match.index + all.length
    const digits = whole.length + fraction.length + 1
    return [{ span: { start: start + end - digits, end: start + end }, percent: amountOf(whole + fraction) }]
  })
}
