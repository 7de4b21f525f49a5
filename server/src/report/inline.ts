import { WORD_JOINER } from '../text/fold.ts'

/** Tags within a line, which word processors put between the digits of one figure. */

export const INLINE = ['a', 'b', 'big', 'em', 'font', 'i', 'nobr', 'small', 'span', 'strong', 'u', 'wbr'] as const

const NAMES: ReadonlySet<string> = new Set(INLINE)

/** Whether a tag leaves the letters before and behind it one word; those of Word's own, such as `o:p` and `st1:…`, do too. */
export const isInline = (name: string): boolean => NAMES.has(name) || name.includes(':')

/** What an attribute of an inline tag says where its letters are hidden, moved, deleted or a mark of a note. */
export const setsApart = (value: string): boolean =>
  /position|display|float|visibility|vertical-align|line-through|mso-hide|ftn|footnote|endnote|_edn/i.test(value)

const JOINERS = /\u2060+/g

export const joinersAs = (text: string, other: string): string => text.replace(JOINERS, other)

/** The joiners that stand between the digits of a figure stay; all others become blanks. Linear. */
export const joinedFigures = (text: string): string =>
  text.replace(JOINERS, (gap: string, at: number) =>
    isInFigure(text, at, at + gap.length) ? gap : ' '.repeat(gap.length),
  )

/** Between two digits, or a digit and a separator that has another digit on its other side. */
function isInFigure(text: string, start: number, end: number): boolean {
  const left = text[start - 1]
  const right = text[end]
  if (isDigit(left)) return isDigit(right) || (isSeparator(right) && isDigit(next(text, end, 1)))
  return isSeparator(left) && isDigit(right) && isDigit(next(text, start - 1, -1))
}

/** The next letter on one side of an offset. */
function next(text: string, from: number, step: 1 | -1): string | undefined {
  let at = from + step
  while (text[at] === WORD_JOINER) at += step
  return text[at]
}

const isDigit = (letter = ''): boolean => /^[\d０-９]$/.test(letter)
const isSeparator = (letter = ''): boolean => /^[.,，．]$/.test(letter)
