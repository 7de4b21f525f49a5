/** The page and the type of official documents (GB/T 9704), and the form's tables in a smaller one. Lengths in twips. */

/** A4, in portrait. */
export const PAGE = { width: 11_906, height: 16_838, top: 2_098, bottom: 1_984, left: 1_588, right: 1_474 } as const
export const TEXT_WIDTH = PAGE.width - PAGE.left - PAGE.right

/** Sizes in half points: 二号, 三号, 五号. */
export const SIZES = { title: 44, text: 32, table: 21 } as const

export const FONTS = {
  title: '方正小标宋简体',
  heading: '黑体',
  subheading: '楷体',
  text: '仿宋',
  latin: 'Times New Roman',
} as const

/** Lines of the text are 28 points apart. */
export const LINE = 560
/** Two letters of the text. */
export const INDENT = 640
/** Rows of a table are at least so high. */
export const ROW = 360
/** Between the words of a cell and its border, to the left and to the right. */
export const MARGIN = 40

/** The size, in half points, at which a figure fits the width of its column: a digit is half as wide as it is high, at most. */
export function figureSize(text: string, width: number): number {
  const room = (width - 2 * MARGIN) / 20
  return Math.max(10, Math.min(SIZES.table, Math.floor((2 * room) / (0.6 * Math.max(1, text.length)))))
}
