import type { BlockFormat, TableFormat } from '../../formats/schema.ts'
import type { Grid } from './layout.ts'

/** An empty official table as rows of cells, with the merged cells of the printed form. */
export function formGrid(table: TableFormat): Grid {
  return table.shape === 'across' ? acrossGrid(table) : table.blocks.flatMap((block) => downGrid(table, block))
}

type Row = (string | null)[]

function downGrid(table: TableFormat, block: BlockFormat): Row[] {
  const { heading, stub = '', columns, rows } = block
  const width = Math.max(...table.blocks.map((other) => other.columns.length))
  const depth = Math.max(...rows.map((row) => row.in.length)) + 1
  const heads = headRows(columns.map(({ under, label }) => [...under, label]))
  const grid: Row[] = []
  if (heading !== undefined) grid.push([heading, ...nulls(depth - 1 + width)])
  heads.forEach((head, index) => {
    grid.push([index === 0 ? stub : null, ...nulls(depth - 1), ...head, ...nulls(width - columns.length)])
  })
  let open: readonly string[] = []
  for (const row of rows) {
    const labels = row.in.map((group, level) =>
      open[level] === group ? null : (table.groups.find(({ id }) => id === group)?.label ?? null),
    )
    grid.push([
      ...labels,
      row.label,
      ...nulls(depth - labels.length - 1),
      ...columns.map(() => ''),
      ...nulls(width - columns.length),
    ])
    open = row.in
  }
  return grid
}

function acrossGrid(table: TableFormat): Row[] {
  const paths = table.blocks.flatMap(({ rows, columns }) =>
    rows.flatMap((row) => {
      const groups = row.in.map((group) => table.groups.find(({ id }) => id === group)?.label ?? group)
      return columns.map(({ label }) => [...groups, row.label, label])
    }),
  )
  return [...headRows(paths), paths.map(() => '')]
}

/** Rows of heads over columns: a head is written once over the columns that share it, and as low as it reaches. */
function headRows(paths: readonly (readonly string[])[]): Row[] {
  const depth = Math.max(...paths.map((path) => path.length))
  return Array.from({ length: depth }, (_, level) =>
    paths.map((path, column) => {
      // The last head of a short path spans the rows down to the figures.
      const label = path[level]
      const before = paths[column - 1]
      const merged = level < path.length - 1 && before !== undefined && samePath(path, before, level)
      return label === undefined || merged ? null : label
    }),
  )
}

const samePath = (a: readonly string[], b: readonly string[], level: number): boolean =>
  a.slice(0, level + 1).join('/') === b.slice(0, level + 1).join('/')

const nulls = (count: number): null[] => Array.from({ length: Math.max(0, count) }, () => null)
