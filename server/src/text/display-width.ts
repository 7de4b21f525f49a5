import { eastAsianWidth } from 'get-east-asian-width'

/** How many columns a text takes in a font whose Chinese characters are twice as wide as its Latin ones. */
export function displayWidth(text: string): number {
  let width = 0
  for (const character of text) width += eastAsianWidth(character.codePointAt(0) as number)
  return width
}
