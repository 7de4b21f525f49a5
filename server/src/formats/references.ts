import { type Format, formatShape, type Identity, type TableFormat } from './schema.ts'

/** Something that a format says and that its other parts do not bear out. */
interface ReferenceFault {
  readonly path: readonly (string | number)[]
  /** Of the message table. */
  readonly key: string
  readonly args: Readonly<Record<string, string | number>>
}

/** All labels of a format become one table to search with: more than these are no form that a person fills in. */
const MOST_LABELS = 1000

/** A format whose parts bear one another out. */
export const formatSchema = formatShape.superRefine((format, { addIssue }) => {
  for (const { path, key, args } of referenceFaults(format)) {
    addIssue({ code: 'custom', path: [...path], params: { key, args } })
  }
})

/** What of a format names sections, groups, rows or columns that it does not have, or names its own twice. */
function* referenceFaults(format: Format): Iterable<ReferenceFault> {
  const { years, sections, tables, identities } = format
  if (years.to !== undefined && years.to < years.from) yield { path: ['years', 'to'], key: 'pack/years', args: {} }
  if (labelCount(format) > MOST_LABELS) yield { path: ['tables'], key: 'pack/labels', args: { most: MOST_LABELS } }
  yield* doubles(['sections'], sections)
  yield* doubles(['tables'], tables)
  for (const [index, table] of tables.entries()) {
    if (!sections.some(({ id }) => id === table.section)) {
      yield { path: ['tables', index, 'section'], key: 'pack/section', args: { id: table.section } }
    }
    yield* faultsInTable(['tables', index], table)
  }
  for (const [index, identity] of identities.entries()) {
    const table = tables.find(({ id }) => id === identity.table)
    if (table === undefined) {
      yield { path: ['identities', index, 'table'], key: 'pack/table', args: { id: identity.table } }
    } else yield* faultsInIdentity(['identities', index], identity, table)
  }
}

function* faultsInTable(path: ReferenceFault['path'], { groups, blocks }: TableFormat): Iterable<ReferenceFault> {
  yield* doubles([...path, 'groups'], groups)
  const rows = new Set<string>()
  for (const [index, block] of blocks.entries()) {
    const place = [...path, 'blocks', index]
    yield* doubles([...place, 'columns'], block.columns)
    yield* doubles([...place, 'rows'], block.rows, rows)
    for (const [at, row] of block.rows.entries()) {
      for (const [level, id] of row.in.entries()) {
        if (!groups.some((group) => group.id === id)) {
          yield { path: [...place, 'rows', at, 'in', level], key: 'pack/group', args: { id } }
        }
      }
    }
  }
}

/** A sum along rows names columns of one block, a sum down columns names rows, or the beginnings of their ids. */
function* faultsInIdentity(
  path: ReferenceFault['path'],
  { rule, each, left, right, holder }: Identity,
  { blocks }: TableFormat,
): Iterable<ReferenceFault> {
  if (rule !== 'balance' && rule !== `${each}-total`)
    yield { path: [...path, 'each'], key: 'pack/each', args: { rule } }
  const rows = blocks.flatMap((block) => block.rows.map(({ id }) => id))
  const named = [...left, ...right]
  const columns = blocks.map((block) => block.columns.map(({ id }) => id))
  const own = columns.find((ids) => named.every((id) => ids.includes(id))) ?? columns.flat()
  const isThere = (id: string) =>
    each === 'row' ? own.includes(id) : rows.some((row) => row === id || row.startsWith(`${id}.`))
  const key = each === 'row' ? 'pack/column' : 'pack/row'
  for (const [side, ids] of Object.entries({ left, right })) {
    for (const [index, id] of ids.entries()) if (!isThere(id)) yield { path: [...path, side, index], key, args: { id } }
  }
  const isHolder = named.includes(holder) && (each === 'row' ? own : rows).includes(holder)
  if (!isHolder) yield { path: [...path, 'holder'], key: 'pack/holder', args: { id: holder } }
}

/** Ids that come again in a list, or in lists that share `seen`. */
function* doubles(
  path: ReferenceFault['path'],
  things: readonly { readonly id: string }[],
  seen: Set<string> = new Set(),
): Iterable<ReferenceFault> {
  for (const [index, { id }] of things.entries()) {
    if (seen.has(id)) yield { path: [...path, index, 'id'], key: 'pack/double', args: { id } }
    seen.add(id)
  }
}

const labelCount = ({ titles, sections, tables }: Format): number =>
  titles.length +
  count(sections) +
  tables.reduce(
    (sum, { groups, blocks }) =>
      sum + count(groups) + blocks.reduce((inner, { rows, columns }) => inner + count(rows) + count(columns), 0),
    0,
  )

const count = (things: readonly { readonly accepted?: readonly string[] | undefined }[]): number =>
  things.reduce((sum, { accepted = [] }) => sum + 1 + accepted.length, 0)
