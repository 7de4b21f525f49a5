import type { TableFormat } from '../../formats/schema.ts'
import { bracketsLike, newlineOf } from '../dialect.ts'
import type { LayoutName, Report } from '../report.ts'
import { formGrid } from './form.ts'
import { layoutNamed } from './index.ts'

/** An empty official table as the other tables of a report are written; tabs in plain text where there is none. */
export function writeEmptyTable({ text, tables }: Report, table: TableFormat): string {
  const layout = layoutNamed(mostUsed(tables.map(({ layout }) => layout)) ?? 'tabs')
  const labels = tables.flatMap(({ rows }) => rows.map(({ label }) => text.slice(label.start, label.end))).join('')
  const grid = formGrid(table).map((row) => row.map((cell) => (cell === null ? null : bracketsLike(labels, cell))))
  return layout.write(grid, newlineOf(text))
}

function mostUsed(names: readonly LayoutName[]): LayoutName | undefined {
  const counts = names.map((name) => ({ name, count: names.filter((other) => other === name).length }))
  return counts.sort((a, b) => b.count - a.count)[0]?.name
}
