/** Where Markdown would read a sign as its own: at the beginning of a line. */
const AT_START = /^(?:#{1,6}(?=\s|$)|[-+*>](?=\s|$)|(?:-{3,}|_{3,}|\*{3,}|={3,}|~{3,})|\d+[.)](?=\s)|\|)/
/** In the middle: what would vanish or change the words around it. A lone `_` or `*` is read as it is. */
const INSIDE = /\\(?=[!-/:-@[-`{-~])|[`<]|\*(?=\S)|(?<![\p{L}\p{N}])_(?=[\p{L}\p{N}])|&(?=#?\w+;)|\[(?=[^\]\n]*\]\()/gu

/** Words within a line or a cell in Markdown: it shows the same, with as few marks as that takes. */
export const inlineMarkdown = (text: string): string =>
  text.replace(INSIDE, (sign) => (sign === '<' ? '&lt;' : `\\${sign}`))

/** A line of text in Markdown. */
export function lineMarkdown(text: string): string {
  const escaped = inlineMarkdown(text)
  const start = AT_START.exec(escaped)?.[0]
  // A numbered line stays one: 1. reads as the number that it is.
  return start === undefined || /^\d/.test(start) ? escaped : `\\${escaped}`
}
