import { format2019 } from './2019.ts'
import { format2021 } from './2021.ts'
import { formatSchema } from './references.ts'
import type { Format, TableFormat } from './schema.ts'

/** Formats that texts are read against: editions, of one kind of report or of several. */
export interface Catalogue {
  readonly formats: readonly Format[]
}

/** The editions of one kind of report, oldest first; of two that begin together, the later addition is last. */
export interface Kind extends Catalogue {
  readonly id: string
}

export const CATALOGUE: Catalogue = {
  formats: [format2019, format2021].map((source) => formatSchema.parse(source)),
}

const kinds = new WeakMap<Catalogue, readonly Kind[]>()

/** The kinds of report in a catalogue, in its order. */
export function kindsOf(catalogue: Catalogue): readonly Kind[] {
  const known = kinds.get(catalogue)
  if (known !== undefined) return known
  const made = [...new Set(catalogue.formats.map(({ kind }) => kind))].map((id): Kind => {
    const formats = catalogue.formats.filter(({ kind }) => kind === id)
    return { id, formats: formats.sort((a, b) => a.years.from - b.years.from) }
  })
  kinds.set(catalogue, made)
  return made
}

/** The edition of a kind that a report year calls for; null before the first one and without a year. */
export function formatFor(kind: Catalogue, year: number | undefined): Format | null {
  if (year === undefined) return null
  return kind.formats.findLast(({ years }) => years.from <= year && year <= (years.to ?? year)) ?? null
}

/** The newest edition of a kind: what to go by where nothing says which. */
export const newest = (kind: Catalogue): Format => kind.formats.at(-1) as Format

const besides = new WeakMap<Catalogue, Map<Format, Catalogue>>()

/**
 * The editions that a report of this one may be mixed from, each once: an edition may be there in several versions, as
 * provinces change it, of which only that of the report counts.
 */
export function editionsBeside(kind: Catalogue, format: Format): Catalogue {
  const originals = new Map(kind.formats.toReversed().map((version) => [version.id, version]))
  if (originals.size === kind.formats.length) return kind
  const known = besides.get(kind) ?? new Map<Format, Catalogue>()
  besides.set(kind, known)
  const versions = originals.set(format.id, format)
  const made = known.get(format) ?? { formats: kind.formats.filter((one) => versions.get(one.id) === one) }
  known.set(format, made)
  return made
}

export const tableOf = (format: Format, id: string): TableFormat | undefined =>
  format.tables.find((table) => table.id === id)
