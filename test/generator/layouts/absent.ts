import type { Style } from './style.ts'

/** The tables are pictures: nothing of them is in the text. */
export const absent: Style = {
  layouts: [],
  frame: 'plain',
  keepsBlanks: false,
  tellsRows: true,
  separates: true,
  write() {},
}
