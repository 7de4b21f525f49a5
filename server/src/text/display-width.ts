import stringWidth from 'string-width'

/**
 * How many columns a text takes up where every character is as wide as one or two Latin letters: East Asian characters are
 * two, what is only sometimes wide is one, what joins the character before it is none.
 */
export const displayWidth = (text: string): number =>
  LATIN.test(text) ? text.length : stringWidth(text, { countAnsiEscapeCodes: true })

const LATIN = /^[ -~]*$/
