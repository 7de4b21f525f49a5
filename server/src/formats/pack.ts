import * as z from 'zod'
import { type JsonPath, type JsonProblem, type JsonText, readJson } from '../text/json.ts'
import { problemAt, problemsOf } from '../text/json-issues.ts'
import { CATALOGUE, type Catalogue, formatFor, kindsOf } from './catalogue.ts'
import { extended, pathInExtension } from './extend.ts'
import { formatSchema } from './references.ts'
import { type Extension, extensionShape, type Format } from './schema.ts'

/** What a `*.report-format.json` file brings. */
export interface FormatPack {
  /** The formats that nothing is wrong with, in the order of the file. */
  readonly formats: readonly Format[]
  readonly problems: readonly JsonProblem[]
}

const root = z.strictObject({ $schema: z.string().optional(), formats: z.array(z.unknown()).min(1) })

/**
 * Reads a file of formats. Those that extend an edition find it in `catalogue` or further up in the file. Never throws,
 * whatever the text.
 */
export function parseFormatPack(text: string, catalogue: Catalogue = CATALOGUE): FormatPack {
  const json = readJson(text)
  if (json.problems.length > 0) return { formats: [], problems: json.problems }
  const file = root.safeParse(json.value)
  const entries = file.data?.formats ?? []
  const formats: Format[] = []
  const problems = problemsOf(json, file.error?.issues ?? [])
  for (const [index, entry] of entries.entries()) {
    const read = readEntry(json, ['formats', index], entry, withPacks(catalogue, [{ formats }]))
    if ('kind' in read) formats.push(read)
    else problems.push(...read)
  }
  return { formats, problems: problems.sort((a, b) => a.span.start - b.span.start) }
}

/** A catalogue with the formats of packs besides its own. Of two for the same years, the one that comes later counts. */
export function withPacks(catalogue: Catalogue, packs: readonly Pick<FormatPack, 'formats'>[]): Catalogue {
  const added = packs.flatMap(({ formats }) => formats)
  return added.length === 0 ? catalogue : { formats: [...catalogue.formats, ...added] }
}

function readEntry(json: JsonText, at: JsonPath, entry: unknown, catalogue: Catalogue): Format | JsonProblem[] {
  if (!isExtension(entry)) {
    const read = formatSchema.safeParse(entry)
    return read.data ?? problemsOf(json, read.error?.issues ?? [], at)
  }
  const issues = extensionShape.safeParse(entry).error?.issues
  if (issues !== undefined) return problemsOf(json, issues, at)
  const base = baseOf(entry, catalogue)
  if (base === undefined) return [unknownEdition(json, [...at, 'extends'], entry, catalogue)]
  const edition = extended(base, entry)
  const read = formatSchema.safeParse(edition)
  const own = (path: JsonPath) => pathInExtension(entry, edition, path)
  return read.data ?? problemsOf(json, read.error?.issues ?? [], at, own)
}

const isExtension = (entry: unknown): entry is Extension =>
  typeof entry === 'object' && entry !== null && 'extends' in entry

/** The edition that an extension changes, as it is in the first year of the extension. */
function baseOf({ kind, extends: id, years }: Extension, catalogue: Catalogue): Format | undefined {
  const versions = catalogue.formats.filter((format) => format.kind === kind && format.id === id)
  const [first] = versions
  if (first === undefined) return undefined
  const [only] = kindsOf({ formats: versions })
  return (only && formatFor(only, years?.from ?? first.years.from)) ?? first
}

function unknownEdition(
  json: JsonText,
  path: JsonPath,
  { kind, extends: id }: Extension,
  { formats }: Catalogue,
): JsonProblem {
  const known = [...new Set(formats.map((format) => `${format.kind} ${format.id}`))].join('、')
  return problemAt(json, path, { key: 'pack/edition', args: { edition: `${kind} ${id}`, known } })
}
