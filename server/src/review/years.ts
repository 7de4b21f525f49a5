import { CATALOGUE, type Catalogue } from '../formats/catalogue.ts'
import { recognise } from '../report/kind.ts'
import { plainText } from '../report/plain.ts'
import { readReport } from '../report/read.ts'
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
  return isReport && kind !== undefined ? identity(kind, facts.year, facts.organ) : undefined
}

/** The same of a text, most of which need not be read for it: mostly its title says it all. */
export function identify(text: string, catalogue: Catalogue = CATALOGUE): Identity | undefined {
  const recognised = recognise(text, plainText(text), catalogue)
  if (recognised === undefined) return undefined
  const { kind, titles } = recognised
  const year = titles.find((title) => title.year !== undefined)?.year
  const organ = titles.find((title) => title.organ !== undefined)?.organ
  if (year === undefined || organ === undefined) return identityOf(readReport(text, catalogue))
  return identity(kind.id, year, organ)
}

function identity(kind: string, year: number | undefined, written: string | undefined): Identity | undefined {
  const organ = written?.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '')
  return year === undefined ? undefined : { kind, year, ...(organ && { organ }) }
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
    const namesakes = this.#namesakes(before)
    if (namesakes !== undefined) {
      // Towns of one name: those of one place have paths that differ in nothing but the year.
      const [only, ...more] = onPath.filter((one) => namesakes.has(one))
      if (only !== undefined && more.length === 0) return only
      const [first] = namesakes
      return namesakes.size === 1 && this.#isAlone(name, identity) ? first : undefined
    }
    const [only, ...more] = onPath.filter((one) => agrees(this.#identities.get(one)?.organ, identity.organ))
    return more.length === 0 ? only : undefined
  }

  /** No other report names the same organ and year. */
  #isAlone(name: string, identity: Identity): boolean {
    const names = this.#namesakes(identity)
    return names === undefined || (names.size === 1 && names.has(name))
  }

  /** Those that name the same organ and year. */
  #namesakes(identity: Identity): ReadonlySet<string> | undefined {
    const key = organKey(identity)
    return key === undefined ? undefined : this.#byOrgan.get(key)
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
