import { type Format, formatShape, type Identity, type TableFormat, type YearIdentity } from './schema.ts'

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
  yield* faultsInHistory(format)
}

/** Last year's ids may be those of another edition, and are not looked for. */
function* faultsInHistory({ history, tables }: Format): Iterable<ReferenceFault> {
  for (const [index, id] of history.steady.entries()) {
    if (!tables.some((table) => table.id === id)) {
      yield { path: ['history', 'steady', index], key: 'pack/table', args: { id } }
    }
  }
  for (const [index, identity] of history.identities.entries()) {
    const path = ['history', 'identities', index]
    const table = tables.find(({ id }) => id === identity.table)
    if (table === undefined) yield { path: [...path, 'table'], key: 'pack/table', args: { id: identity.table } }
    else yield* faultsInSides(path, identity, table)
    if (!identity.left.includes(identity.holder)) {
      yield { path: [...path, 'holder'], key: 'pack/holder', args: { id: identity.holder } }
    }
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
  identity: Identity,
  table: TableFormat,
): Iterable<ReferenceFault> {
  const { rule, each, left, right, holder } = identity
  if (rule !== 'balance' && rule !== `${each}-total`)
    yield { path: [...path, 'each'], key: 'pack/each', args: { rule } }
  yield* faultsInSides(path, identity, table)
  const isHolder = [...left, ...right].includes(holder) && idsAlong(identity, table).includes(holder)
  if (!isHolder) yield { path: [...path, 'holder'], key: 'pack/holder', args: { id: holder } }
}

type Sides = Pick<Identity | YearIdentity, 'each' | 'left' | 'right'>

function* faultsInSides(path: ReferenceFault['path'], sides: Sides, table: TableFormat): Iterable<ReferenceFault> {
  const { each, left, right } = sides
  const there = idsAlong(sides, table)
  const isThere = (id: string) => there.some((one) => one === id || (each === 'column' && one.startsWith(`${id}.`)))
  const key = each === 'row' ? 'pack/column' : 'pack/row'
  for (const [side, ids] of Object.entries({ left, right })) {
    for (const [index, id] of ids.entries()) if (!isThere(id)) yield { path: [...path, side, index], key, args: { id } }
  }
}

/** What a sum may name: the columns of the block that has them all, or the rows. */
function idsAlong({ each, left, right }: Sides, { blocks }: TableFormat): readonly string[] {
  if (each === 'column') return blocks.flatMap((block) => block.rows.map(({ id }) => id))
  const columns = blocks.map((block) => block.columns.map(({ id }) => id))
  return columns.find((ids) => [...left, ...right].every((id) => ids.includes(id))) ?? columns.flat()
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
