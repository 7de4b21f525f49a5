import stringWidth from 'string-width'

/**
 * How many columns a text takes up where every character is as wide as one or two Latin letters: East Asian characters are
 * two, what is only sometimes wide is one, what joins the character before it is none.
 */
export function displayWidth(text: string): number {
  if (PLAIN.test(text)) return text.length + text.replace(NARROW, '').length
  let width = 0
  for (let start = 0; start < text.length; start += PIECE) {
    width += stringWidth(text.slice(start, start + PIECE), { countAnsiEscapeCodes: true })
  }
  return width
}

/** What nearly all cells are made of: no character of it joins another one, so that nobody has to look for such. */
const PLAIN = /^[ -~“”\u3000-\u303e\u4e00-\u9fff\uff01-\uff60]*$/
const NARROW = /[ -~“”]+/g

/**
 * So many UTF-16 units are measured at once: what joins characters grows with the square of the text. Where a longer text
 * is cut, one character may be counted amiss.
 */
const PIECE = 1000

/** Of what is set below one another, in columns of characters: a cell that is wider is no figure or label. */
export const WIDEST_CELL = 100
