import { amountOf } from '../../text/amount.ts'
import type { Squeezed } from '../../text/squeeze.ts'
import type { ProseFigure, ShareClaim } from './claims.ts'
import type { Sentence } from './sentences.ts'

const SHARE = /(?:占|占比)[^,;。\n\d]{0,12}?(\d{1,3})(\.\d{1,4})?%/g

/** `5 件，占 41.7%`: a share right after the figure that it is the share of. `before` are the sentences before it. */
export function sharesIn(sentence: Sentence, { spanOf }: Squeezed, before: readonly Sentence[]): ShareClaim[] {
  const { text, start } = sentence
  if (!text.includes('占')) return []
  const { figures } = sentence
  const earlier = before.flatMap((one): readonly ProseFigure[] => one.figures)
  return [...text.matchAll(SHARE)].flatMap((match): ShareClaim[] => {
    const part = figures.filter(({ end }) => end <= match.index).at(-1)
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
