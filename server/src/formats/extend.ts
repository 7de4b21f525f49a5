import type { JsonPath } from '../text/json.ts'
import type { Extension, Format } from './schema.ts'

type Things = Readonly<Record<string, unknown>>

/**
 * An edition with what an extension says otherwise: things with ids are changed one by one, and new ones come last; the
 * sums of a table stand for those that it had; everything else is replaced. What comes out is not checked.
 */
export function extended(base: Format, { extends: _, identities, ...own }: Extension): Things {
  const sums = identities && [
    ...base.identities.filter(({ table }) => !identities.some((identity) => identity.table === table)),
    ...identities,
  ]
  return merged(base, { ...own, ...(sums && { identities: sums }) })
}

function merged(base: Things, own: Things): Things {
  const changed = Object.entries(own).map(([key, value]) => {
    const before = base[key]
    return [key, isList(before) && isList(value) ? mergedLists(before, value) : value]
  })
  return { ...base, ...Object.fromEntries(changed) }
}

function mergedLists(before: readonly Thing[], own: readonly Thing[]): readonly Thing[] {
  const kept = before.map((thing) => {
    const change = own.find(({ id }) => id === thing.id)
    return change === undefined ? thing : (merged(thing, change) as Thing)
  })
  return [...kept, ...own.filter(({ id }) => !before.some((thing) => thing.id === id))]
}

interface Thing extends Things {
  readonly id: string
}

const isList = (value: unknown): value is readonly Thing[] => Array.isArray(value) && value.every(isThing)
const isThing = (value: unknown): value is Thing => isObject(value) && typeof value.id === 'string'
const isObject = (value: unknown): value is Things => typeof value === 'object' && value !== null

/** The path in an extension of what stands at a path in the edition that it makes; as far as it goes, if it is not there. */
export function pathInExtension(extension: unknown, edition: unknown, path: JsonPath): JsonPath {
  const found: (string | number)[] = []
  let own = extension
  let whole = edition
  for (const key of path) {
    if (!isObject(own) || !isObject(whole)) break
    const next = whole[key]
    const place = Array.isArray(own) ? placeOf(own, next) : key
    if (place === undefined || own[place] === undefined) break
    found.push(place)
    own = own[place]
    whole = next
  }
  return found
}

function placeOf(list: readonly unknown[], item: unknown): number | undefined {
  const index = list.findIndex((one) => one === item || (isThing(one) && isThing(item) && one.id === item.id))
  return index < 0 ? undefined : index
}
