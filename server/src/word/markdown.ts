/** Where Markdown would read a sign as its own: at the beginning of a line. */
const AT_START = /^(?:#{1,6}(?=\s|$)|[-+>](?=\s|$)|>|(?:-{3,}|={1,}|~{3,})|(?:[-_] ?){3,}$|\||\[(?!\^)(?=[^\]]*\]:))/
/** In the middle: what would vanish or change the words around it. A `_` between letters is read as it is. */
const INSIDE =
  /\\(?=[!-/:-@[-`{-~])|[`<*]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|~(?=~)|&(?=#?\w+;)|\[(?=[^[\]\n]*\]\()|!(?=\[)/gu
/** A number with its mark, and what Markdown reads behind it. */
const NUMBER = /^(\d{1,9})([.)])(\s+|$)(.*)$/

/** Words within a line or a cell in Markdown: it shows the same, with as few marks as that takes. */
export const inlineMarkdown = (text: string): string =>
  text.replace(INSIDE, (sign) => (sign === '<' ? '&lt;' : `\\${sign}`))

/** A line of text in Markdown. */
export function lineMarkdown(text: string): string {
  const escaped = inlineMarkdown(text)
  const [, digits, mark, blank = '', rest = ''] = NUMBER.exec(escaped) ?? []
  // A numbered line stays one, unless there is nothing behind its number, or another mark.
  if (digits !== undefined)
    return rest === '' || AT_START.test(rest) || NUMBER.test(rest) ? `${digits}\\${mark}${blank}${rest}` : escaped
  return AT_START.test(escaped) ? `\\${escaped}` : escaped
}
