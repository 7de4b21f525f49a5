import { displayWidth } from '../text/display-width.ts'

/**
 * How much room text takes: in characters that are wide, as Chinese ones are, and in those that are not. Only the font says
 * how much wider they are, and it is rarely twice: what has as many of both is as wide in every font.
 */
export interface Size {
  readonly wide: number
  readonly narrow: number
}

/**
 * Before a tab text is brought to one column less than a multiple of this: the tab then takes just one column more in every
 * editor whose tab stops divide it (2, 4, 8), and nobody has to know which. An editor counts two columns for a wide character.
 */
const GRID = 8
const WIDE_BLANK = '\u3000'
const NARROW_BLANK = '\u00a0'

export const NOTHING: Size = { wide: 0, narrow: 0 }
export const TAB: Size = { wide: 0, narrow: 1 }
/** What an editor leaves before a hint. */
export const GAP: Size = { wide: 0, narrow: 1 }

export function sizeOf(text: string): Size {
  const letters = [...text].length
  const wide = Math.max(0, displayWidth(text) - letters)
  return { wide, narrow: Math.max(0, letters - wide) }
}

/** In columns. */
export const widthOf = ({ wide, narrow }: Size): number => 2 * wide + narrow

export const plus = (a: Size, b: Size): Size => ({ wide: a.wide + b.wide, narrow: a.narrow + b.narrow })

export const minus = (a: Size, b: Size): Size => ({ wide: a.wide - b.wide, narrow: a.narrow - b.narrow })

/** The least that has room for each of the sizes and brings a tab behind it to where it takes one column. */
export function onGrid(sizes: readonly Size[]): Size {
  const wide = sizes.reduce((most, size) => Math.max(most, size.wide), 0)
  const narrow = sizes.reduce((most, size) => Math.max(most, size.narrow), 0)
  const lacking = GRID - 1 - ((2 * wide + narrow) % GRID)
  return { wide, narrow: narrow + lacking }
}

export const blanks = ({ wide, narrow }: Size): string => WIDE_BLANK.repeat(wide) + NARROW_BLANK.repeat(narrow)
