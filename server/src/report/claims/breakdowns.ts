import type { BreakdownClaim } from './claims.ts'
import type { PlacedFigure, Sentence } from './sentences.ts'

/** `共 12 件，其中甲 5 件、乙 7 件`: a total, and after 其中 figures of the same unit to the end of the sentence or bracket. */
export function breakdownsIn(sentence: Sentence): BreakdownClaim[] {
  const { text, isWhole } = sentence
  if (!text.includes('其中')) return []
  const { figures } = sentence
  const claims: BreakdownClaim[] = []
  for (const match of text.matchAll(/[,;(]?\s?[(]?其中[,:]?/g)) {
    const start = match.index + match[0].length
    const isBefore = ({ end }: PlacedFigure) => end <= match.index + 1 && depthAt(text, end, match.index) >= 0
    const total = figures.findLast((figure) => isBefore(figure) && !isChange(text, figure))
    if (total === undefined || !isRightBefore(text, total, match.index)) continue
    const end = endOfList(text, match.index, start)
    if (end === text.length && !isWhole) continue
    const inList = figures.filter((figure) => figure.from >= start && figure.end <= end)
    const parts = inList.filter((figure) => figure.unit === total.unit && depthAt(text, start, figure.from) === 0)
    const list = text.slice(start, end)
    if (parts.length < 2 || inList.some(({ below, above }) => below !== 0 || above !== 0)) continue
    if (total.below !== 0 || total.above !== 0 || /其中/.test(list)) continue
    claims.push({ total, parts, isOpen: OPEN.test(list) })
  }
  return claims
}

/** Words after which a list is not the whole. */
const OPEN = /等|主要|包括|含|另|以及其他|分别为?占|重点/

/** Between a total and its parts stands no more than what was counted. */
const isRightBefore = (text: string, { end }: PlacedFigure, at: number): boolean => {
  const between = text.slice(end, at).replace(CHANGE_BETWEEN, '')
  return between.length <= LONGEST_NOUN && !/[,;]/.test(between)
}
const LONGEST_NOUN = 16

/** `，比上年增加 12 件`: by how much a figure differs from another time is none that a list divides. */
const CHANGE = /(?:增加|增长|减少|下降|上升|回落|提高|降低|多|少)了?[^,;]{0,4}$/
const CHANGE_BETWEEN = /[,;(][^,;()]{0,16}(?:增加|增长|减少|下降|上升|回落|提高|降低|多|少)[^,;()]{0,16}\)?/g

const isChange = (text: string, { from }: PlacedFigure): boolean =>
  CHANGE.test(text.slice(Math.max(0, from - 12), from))

/** A list in brackets ends with them, another one with its sentence. */
function endOfList(text: string, at: number, start: number): number {
  const isInBrackets = text.slice(Math.max(0, at - 1), start).includes('(')
  if (!isInBrackets) return text.length
  let depth = 1
  for (let end = start; end < text.length; end++) {
    if (text[end] === '(') depth++
    if (text[end] === ')' && --depth === 0) return end
  }
  return text.length
}

/** How many more brackets are open at a place than at another one before it: what stands within is divided further. */
function depthAt(text: string, start: number, at: number): number {
  let depth = 0
  for (let index = start; index < at; index++) {
    if (text[index] === '(') depth++
    if (text[index] === ')') depth--
  }
  return depth
}
