import { type Catalogue, type Kind, kindsOf } from '../formats/catalogue.ts'
import { countUpTo } from '../text/order.ts'
import type { Span } from '../text/span.ts'
import { codeBlocks } from './code-blocks.ts'
import { labelTable } from './labels.ts'
import { type Match, type Scan, scan } from './scan.ts'
import { readTitles, type Title } from './title.ts'

/** A text as one of a kind, with what was found of that kind in it. */
export interface Recognised {
  readonly kind: Kind
  readonly found: Scan
  readonly titles: readonly Title[]
}

/** So many labels of rows make a report of a text without a title. */
const ENOUGH_ROWS = 2

/**
 * The kind of report that a text is: the one whose title it has or, without any, whose rows; of several, the one of which
 * it has the most. Undefined where it is none. `plain` is the text without its HTML. One scan for each kind.
 */
export function recognise(text: string, plain: string, catalogue: Catalogue): Recognised | undefined {
  const blocks = codeBlocks(plain)
  const candidates = kindsOf(catalogue).flatMap((kind) => {
    const found = withEntities(text, plain, outside(blocks, scan(plain, labelTable(kind))))
    const titles = readTitles(plain, found.titles)
    const rows = found.cells.filter(({ label }) => label.kind === 'row')
    const places = new Set(rows.filter(({ alone }) => alone).map(({ start }) => start))
    return titles.length > 0 || places.size >= ENOUGH_ROWS ? [{ kind, found, titles, rows }] : []
  })
  const [first] = candidates
  if (candidates.length <= 1) return first
  const titled = candidates.filter(({ titles }) => titles.length > 0)
  const weighed = (titled.length > 0 ? titled : candidates).map((candidate) => ({
    candidate,
    weight: weigh(candidate),
  }))
  return weighed.sort((a, b) => b.weight - a.weight)[0]?.candidate
}

/** How many different rows, sections and titles of its kind a text has. */
function weigh({ found, rows }: { readonly found: Scan; readonly rows: readonly Match[] }): number {
  return new Set([...rows, ...found.sections, ...found.titles].map(({ label }) => label)).size
}

function outside(blocks: readonly Span[], found: Scan): Scan {
  if (blocks.length === 0) return found
  const starts = blocks.map(({ start }) => start)
  const isOutside = ({ start }: Match) => start >= (blocks[countUpTo(starts, start) - 1]?.end ?? 0)
  return {
    cells: found.cells.filter(isOutside),
    titles: found.titles.filter(isOutside),
    sections: found.sections.filter(isOutside),
  }
}

/** Labels that end with an entity, such as `&rdquo;`, end where the entity does. */
function withEntities(text: string, plain: string, found: Scan): Scan {
  if (plain === text) return found
  const closed = (match: Match): Match => {
    const last = match.end - 1
    if (text[last] !== '&' || plain[last] === '&') return match
    const end = text.indexOf(';', last) + 1
    return end > 0 ? { ...match, end } : match
  }
  return { cells: found.cells.map(closed), titles: found.titles.map(closed), sections: found.sections.map(closed) }
}
