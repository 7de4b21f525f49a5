import type { Report } from '../report/report.ts'

/** Whose report it is and for which year, as far as that is needed to find those of other years. Plain data. */
export interface Identity {
  readonly kind: string
  readonly year: number
  readonly organ?: string
}

/** Undefined for what is no report, or does not tell its year. */
export function identityOf({ isReport, editions, facts }: Report): Identity | undefined {
  const kind = editions.formats[0]?.kind
  if (!isReport || facts.year === undefined || kind === undefined) return undefined
  const organ = facts.organ?.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '')
  return { kind, year: facts.year, ...(organ && { organ }) }
}

export const isSameIdentity = (a: Identity | undefined, b: Identity | undefined): boolean =>
  a?.kind === b?.kind && a?.year === b?.year && a?.organ === b?.organ

/**
 * Reports by organ and year, to find the one of the year before. Where a text does not name its organ, a path tells the
 * same: `公安局/2023.txt` follows `公安局/2022.txt`. Where more than one could be meant, none is.
 */
export class Years {
  readonly #identities = new Map<string, Identity>()
  readonly #byOrgan = new Map<string, Set<string>>()
  readonly #byPath = new Map<string, Set<string>>()

  /** @param name a path or URI, which no other report has */
  set(name: string, identity: Identity | undefined): void {
    this.delete(name)
    if (identity === undefined) return
    this.#identities.set(name, identity)
    for (const [index, key] of this.#placesOf(name, identity)) {
      const names = index.get(key)
      if (names === undefined) index.set(key, new Set([name]))
      else names.add(name)
    }
  }

  delete(name: string): void {
    const identity = this.#identities.get(name)
    if (identity === undefined) return
    this.#identities.delete(name)
    for (const [index, key] of this.#placesOf(name, identity)) {
      const names = index.get(key)
      names?.delete(name)
      if (names?.size === 0) index.delete(key)
    }
  }

  get names(): Iterable<string> {
    return this.#identities.keys()
  }

  identity(name: string): Identity | undefined {
    return this.#identities.get(name)
  }

  /** The report of the same organ for the year before; undefined where there is none, or it is not certain which it is. */
  lastYearOf(name: string, identity: Identity): string | undefined {
    const before = { ...identity, year: identity.year - 1 }
    const path = pathKey(name, identity, before.year)
    const onPath = path === undefined ? [] : [...(this.#byPath.get(path) ?? [])]
    const key = organKey(before)
    const organs = key === undefined ? [] : [...(this.#byOrgan.get(key) ?? [])]
    if (organs.length > 0) {
      // Towns of one name: those of one place have paths that differ in nothing but the year.
      const [only, ...more] = organs.filter((one) => onPath.includes(one))
      if (only !== undefined && more.length === 0) return only
      return organs.length === 1 && this.#isAlone(name, identity) ? organs[0] : undefined
    }
    const [only, ...more] = onPath.filter((one) => agrees(this.#identities.get(one)?.organ, identity.organ))
    return more.length === 0 ? only : undefined
  }

  /** No other report names the same organ and year. */
  #isAlone(name: string, identity: Identity): boolean {
    const key = organKey(identity)
    const names = key === undefined ? undefined : this.#byOrgan.get(key)
    return [...(names ?? [])].every((one) => one === name)
  }

  *#placesOf(name: string, identity: Identity): Iterable<readonly [Map<string, Set<string>>, string]> {
    const organ = organKey(identity)
    if (organ !== undefined) yield [this.#byOrgan, organ]
    const path = pathKey(name, identity, identity.year)
    if (path !== undefined) yield [this.#byPath, path]
  }
}

/** Whether they may be one organ, for all that is known. */
const agrees = (a: string | undefined, b: string | undefined): boolean => a === undefined || b === undefined || a === b

const organKey = ({ kind, organ, year }: Identity): string | undefined =>
  organ === undefined ? undefined : `${kind}\n${organ}\n${year}`

/** A path with its report's year taken out, with the year that is looked for; undefined where the path does not name it. */
function pathKey(name: string, { kind, year }: Identity, wanted: number): string | undefined {
  const without = name.replaceAll(String(year), '\n')
  return without === name ? undefined : `${kind}\n${wanted}\n${without}`
}
