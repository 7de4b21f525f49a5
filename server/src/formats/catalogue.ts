import { format2019 } from './2019.ts'
import { format2021 } from './2021.ts'
import { type Format, formatSchema, type TableFormat } from './schema.ts'

/** The editions of one kind of report, oldest first. */
export interface Catalogue {
  readonly formats: readonly Format[]
}

export const CATALOGUE: Catalogue = {
  formats: [format2019, format2021].map((source) => formatSchema.parse(source)),
}

/** The edition that a report year calls for; null before the first one and without a year. */
export function formatFor(catalogue: Catalogue, year: number | undefined): Format | null {
  if (year === undefined) return null
  return catalogue.formats.find(({ years }) => years.from <= year && year <= (years.to ?? year)) ?? null
}

/** The newest edition: what to go by where nothing says which. */
export const newest = (catalogue: Catalogue): Format => catalogue.formats.at(-1) as Format

export const tableOf = (format: Format, id: string): TableFormat | undefined =>
  format.tables.find((table) => table.id === id)
