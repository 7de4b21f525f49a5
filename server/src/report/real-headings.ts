import type { Span } from '../text/span.ts'

/** A line that heads a section, as it seems. */
export interface FoundHeading {
  readonly id: string
  readonly title: Span
  readonly ordinal: number | undefined
  readonly lineStart: number
}

/** Between two lines of a table of contents stands no more than another such line. */
const LONGEST_BETWEEN = 60
/** So many make a table of contents. */
const FEWEST = 3

/**
 * Those headings that head a section. The lines of a table of contents come again below it; a table's caption has the
 * words of the numbered heading above it, without the numeral.
 */
export function realHeadings<T extends FoundHeading>(text: string, found: readonly T[]): T[] {
  const numbered = new Set(found.filter(({ ordinal }) => ordinal !== undefined).map(({ id }) => id))
  const inOrder = found
    .filter(({ id, ordinal }) => ordinal !== undefined || !numbered.has(id))
    .sort((a, b) => a.lineStart - b.lineStart)
  return inOrder.slice(contentsLength(text, inOrder))
}

/** How many of the headings are lines of a table of contents. */
function contentsLength(text: string, headings: readonly FoundHeading[]): number {
  const seen = new Set<string>()
  let length = 0
  for (const { id, lineStart } of headings) {
    const before = headings[length - 1]
    const between = before === undefined ? '' : text.slice(before.title.end, lineStart).trim()
    if (seen.has(id) || between.length > LONGEST_BETWEEN || /[。；\t|]/.test(between)) break
    seen.add(id)
    length++
  }
  const rest = new Set(headings.slice(length).map(({ id }) => id))
  return length >= FEWEST && [...seen].every((id) => rest.has(id)) ? length : 0
}
