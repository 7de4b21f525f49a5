import * as z from 'zod'
import { type Language, say } from '../review/messages/index.ts'
import type { Review } from '../review/review.ts'
import { fingerprints } from './fingerprints.ts'
import type { Host } from './host.ts'
import { reasonOf } from './inputs.ts'

/** Findings that are known and not to be reported again: per path, how often each fingerprint is there. */
export type Baseline = ReadonlyMap<string, ReadonlyMap<string, number>>

const FILE = z.strictObject({
  version: z.literal(1),
  files: z.record(z.string(), z.record(z.string(), z.int().positive())),
})

/** An empty one where no path is given. Undefined, and said why, when it cannot be read or is none. */
export async function readBaseline(
  host: Host,
  path: string | undefined,
  language: Language,
): Promise<Baseline | undefined> {
  if (path === undefined) return new Map()
  try {
    const { files } = FILE.parse(JSON.parse(new TextDecoder().decode(await host.readFile(path))))
    return new Map(Object.entries(files).map(([file, counts]) => [file, new Map(Object.entries(counts))]))
  } catch (error) {
    const reason = error instanceof z.ZodError || error instanceof SyntaxError ? undefined : reasonOf(error)
    if (reason === undefined) host.error(say(language, 'cli/no-baseline', { path }))
    else host.error(say(language, 'cli/unreadable', { path, reason }))
    return undefined
  }
}

/** The findings of the files, by path; files without any are left out. Paths and fingerprints are sorted. */
export function writeBaseline(found: ReadonlyMap<string, readonly string[]>): string {
  const files = [...found]
    .filter(([, keys]) => keys.length > 0)
    .sort(byName)
    .map(([path, keys]) => [path, Object.fromEntries([...tally(keys)].sort(byName))] as const)
  return `${JSON.stringify({ version: 1, files: Object.fromEntries(files) }, null, 2)}\n`
}

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
  a < b ? -1 : a > b ? 1 : 0

/** A review without what is in the baseline of its file, and how many entries of that were not found any more. */
export function without(review: Review, known: ReadonlyMap<string, number> = new Map()) {
  const left = new Map(known)
  const keys = fingerprints(review)
  const findings = review.findings.filter((_, index) => {
    const key = keys[index] as string
    const count = left.get(key) ?? 0
    if (count > 0) left.set(key, count - 1)
    return count === 0
  })
  const suppressed = review.suppressed + review.findings.length - findings.length
  const gone = [...left.values()].reduce((sum, count) => sum + count, 0)
  return { review: { ...review, findings, suppressed }, gone }
}

function tally(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}
