import { joinersAs } from './inline.ts'
import { plainText } from './plain.ts'
import type { Cell } from './report.ts'

/** Pieces of a text that may have markup in them, such as a figure that tags split: `2</span><span>5`. */

/** What is to be read in a piece, on one line. */
export const wordsIn = (piece: string): string => onOneLine(joinersAs(plainText(piece), ''))

/** What is to be read in a cell, without its unit. Where no figure was read, none is made of the digits between tags. */
export const wordsOf = ({ raw, state }: Pick<Cell, 'raw' | 'state'>): string =>
  state === 'number' ? wordsIn(raw) : onOneLine(joinersAs(plainText(raw), ' '))

const onOneLine = (words: string): string => words.replace(/\s+/g, ' ').trim()

/** Words in place of those of a piece. Its tags come to stand behind them, so that each still has the one that closes it. */
export const inPlaceOf = (piece: string, words: string): string =>
  piece.includes('<') ? words + partsOf(piece).markup : words

/** The letters of a piece that belong to its words, and all others: its markup. */
export function partsOf(piece: string): { readonly letters: string; readonly markup: string } {
  const plain = plainText(piece)
  let letters = ''
  let markup = ''
  // A blank within a tag is one in the plain text as well.
  let isInTag = false
  for (let at = 0; at < piece.length; at++) {
    const letter = piece[at] as string
    if (plain[at] === letter && !(isInTag && letter === ' ')) {
      letters += letter
      continue
    }
    markup += letter
    if (letter === '<' || letter === '>') isInTag = letter === '<'
  }
  return { letters, markup }
}
