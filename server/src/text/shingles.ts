/** So many letters in a row are hardly the same by chance. */
const LENGTH = 10

/** The stretches of `LENGTH` letters of a text, by their hashes. */
export type Shingles = ReadonlySet<number>

/** One pass: each hash is made from the one before it. */
export function shinglesOf(text: string): Shingles {
  const shingles = new Set<number>()
  for (const [, hash] of hashes(text)) shingles.add(hash)
  return shingles
}

/** How much of a text, from 0 to 1, stands in stretches of `LENGTH` letters that another one has as well. */
export function shareIn(text: string, others: Shingles): number {
  let covered = 0
  let until = 0
  for (const [start, hash] of hashes(text)) {
    if (!others.has(hash)) continue
    covered += start + LENGTH - Math.max(start, until)
    until = start + LENGTH
  }
  return text.length === 0 ? 0 : covered / text.length
}

const BASE = 0x01000193
/** The weight of the letter that leaves a stretch. */
const OUT = Array.from({ length: LENGTH - 1 }).reduce<number>((weight) => Math.imul(weight, BASE), 1)

function* hashes(text: string): Iterable<readonly [start: number, hash: number]> {
  let hash = 0
  for (let at = 0; at < text.length; at++) {
    if (at >= LENGTH) hash -= Math.imul(text.charCodeAt(at - LENGTH), OUT)
    hash = (Math.imul(hash, BASE) + text.charCodeAt(at)) | 0
    if (at >= LENGTH - 1) yield [at - LENGTH + 1, hash]
  }
}
