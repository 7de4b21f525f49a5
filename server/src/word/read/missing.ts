import { isCell } from '../../report/layouts/layout.ts'
import type { Block } from '../blocks.ts'

/** So many are looked for everywhere; more of them mean another order, and cost too much to be sure of. */
const MOST = 500

/** The words of a file that are in none of its blocks, each run of words once. Mostly they come in the same order. */
export function missingWords(words: readonly string[], blocks: readonly Block[]): string[] {
  const all = blocks
    .map((block) =>
      block.kind === 'table'
        ? block.grid
            .flat()
            .map((place) => (isCell(place) ? place.text : ''))
            .join('')
        : block.text,
    )
    .join('')
    .replace(/\s+/g, '')
  const missing = new Set<string>()
  let at = 0
  for (const wanted of words) {
    let found = all.indexOf(wanted, at)
    if (found === -1) found = missing.size < MOST ? all.indexOf(wanted) : -1
    if (found === -1) missing.add(wanted)
    else at = found + wanted.length
  }
  return [...missing]
}
