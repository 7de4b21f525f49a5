import { amountOf } from '../../text/amount.ts'
import type { Squeezed } from '../../text/squeeze.ts'
import type { ProseFigure, ShareClaim } from './claims.ts'
import type { Sentence } from './sentences.ts'

const SHARE = /(?:占|占比)[^,;。\n\d]{0,12}?(\d{1,3})(\.\d{1,4})?%/g

/** `5 件，占 41.7%`: a share right after the figure that it is the share of. `earlier` are the figures before the sentence. */
export function sharesIn(
  { text, start, figures }: Sentence,
  { spanOf }: Squeezed,
  earlier: readonly ProseFigure[],
): ShareClaim[] {
  return [...text.matchAll(SHARE)].flatMap((match): ShareClaim[] => {
    const before = figures.filter(({ end }) => end <= match.index)
    const part = before.at(-1)
    if (part === undefined || !/^[^,;\d]{0,12}[,(:]?$/.test(text.slice(part.end, match.index))) return []
    const [all, whole = '', fraction = ''] = match
    const end = match.index + all.length
    const digits = whole.length + fraction.length + 1
    const wholes = [...earlier, ...figures.filter((figure) => figure !== part)].filter(({ unit }) => unit === part.unit)
    return [
      {
        span: spanOf(start + end - digits, start + end),
        percent: amountOf(whole + fraction),
        tolerance: fraction === '' ? 1 : amountOf(`0.${'0'.repeat(fraction.length - 2)}1`),
        part,
        wholes,
      },
    ]
  })
}
