import type { Cell, Row, Table } from '../../report/report.ts'
import type { digitsOf } from '../../text/amount.ts'
import type { CellChange } from '../arithmetic/causes.ts'
import { determinedBlanks, fillsFor } from '../arithmetic/fill.ts'
import { changesText, namesOf, writeFigures } from '../arithmetic/findings.ts'
import type { Finding, Fix, Rule, Severity } from '../rule.ts'

/** Nothing stands where a number belongs. Blanks of one kind are one finding: nobody reads forty. */
export const blank: Rule = {
  id: 'cell/blank',
  severity: 'warning',
  *check(report): Iterable<Finding> {
    for (const table of report.tables) yield* findingsIn(table)
  },
}

/** Cells that are blank together. */
interface Group {
  readonly kind: 'table' | 'zeros' | 'rows' | 'column' | 'cells'
  readonly cells: readonly Cell[]
}

/** So many rows show a habit, not a slip: to leave zeros out, or not to fill in a column. */
const HABIT = 3

function* findingsIn(table: Table): Iterable<Finding> {
  const blanks = [...table.cells.values()].filter(({ state }) => state === 'blank')
  if (blanks.length === 0) return
  if (blanks.length === table.cells.size) {
    yield findingFor(table, { kind: 'table', cells: blanks }, new Map(), 'info')
    return
  }
  const determined = determinedBlanks(table)
  const zeros = blanks.filter(({ row, column }) => determined.get(`${row}/${column}`) === 0)
  const isHabit = new Set(zeros.map(({ row }) => row)).size >= HABIT
  if (isHabit) yield findingFor(table, { kind: 'zeros', cells: zeros }, determined)
  const others = isHabit ? blanks.filter((cell) => !zeros.includes(cell)) : blanks
  for (const group of groupsOf(table, others)) yield findingFor(table, group, determined)
}

function groupsOf({ rows }: Table, blanks: readonly Cell[]): Group[] {
  const isBlankRow = new Set(
    rows.filter(({ cells }) => cells.length > 1 && cells.every((cell) => blanks.includes(cell))).map(({ id }) => id),
  )
  const groups: Group[] = []
  let stretch: Cell[] = []
  for (const row of rows) {
    if (isBlankRow.has(row.id)) stretch.push(...row.cells)
    else stretch = closed(groups, stretch)
  }
  closed(groups, stretch)
  const single = blanks.filter(({ row }) => !isBlankRow.has(row))
  const columns = [...new Set(single.map(({ column }) => column))].filter(
    (column) => single.filter((cell) => cell.column === column).length >= HABIT,
  )
  for (const column of columns) groups.push({ kind: 'column', cells: single.filter((cell) => cell.column === column) })
  for (const { id } of rows) {
    const cells = single.filter(({ row, column }) => row === id && !columns.includes(column))
    if (cells.length > 0) groups.push({ kind: 'cells', cells })
  }
  return groups
}

function closed(groups: Group[], stretch: readonly Cell[]): Cell[] {
  if (stretch.length > 0) groups.push({ kind: 'rows', cells: stretch })
  return []
}

function findingFor(
  table: Table,
  { kind, cells }: Group,
  determined: ReadonlyMap<string, Parameters<typeof digitsOf>[0]>,
  severity?: Severity,
): Finding {
  const [first] = cells
  const rows = [...new Set(cells.map(({ row }) => row))].flatMap((id) => table.rows.find((row) => row.id === id) ?? [])
  const fills = fillsFor(determined, cells).filter((change) => hasPlace(table, change))
  return {
    rule: 'cell/blank',
    ...(severity !== undefined && { severity }),
    span: spanOf(table, rows[0], first),
    wording: {
      key: `cell/blank.${kind}`,
      args: {
        table: table.format.title,
        rows: rows.map(({ format }) => `“${format.label}”`).join('、'),
        columns: [...new Set(cells.map((cell) => namesOf(table, `${cell.row}/${cell.column}`).column))]
          .map((column) => `“${column}”`)
          .join('、'),
        count: cells.length,
      },
    },
    ...(cells.length === 1 && first !== undefined && { address: `${table.id}/${first.row}/${first.column}` }),
    related: rows
      .slice(1)
      .map(({ label, format }) => ({ span: label, wording: { key: 'related/row', args: { row: format.label } } })),
    fixes: fills.length === 0 ? [] : [fill(table, fills)],
  }
}

/** The label of the row: a blank has nothing to underline. A row without a label of its own is shown by its first cell. */
function spanOf(table: Table, row: Row | undefined, cell: Cell | undefined): Finding['span'] {
  if (row !== undefined && row.label.start < row.label.end) return row.label
  return cell?.span ?? table.span
}

/** Whether the text keeps a place for the cell: blanks that share one left no trace of their own. */
const hasPlace = ({ cells }: Table, { cell }: CellChange): boolean =>
  ![...cells.values()].some((other) => other !== cell && other.span.start === cell.span.start)

/** So many figures are named in a title. */
const MOST_NAMED = 3

function fill(table: Table, fills: readonly CellChange[]): Fix {
  const areZero = fills.every(({ expected }) => expected === 0)
  const key = areZero ? 'fix/fill.zeros' : fills.length > MOST_NAMED ? 'fix/fill.several' : 'fix/fill'
  return writeFigures({ key, args: { count: fills.length, changes: changesText(table, fills) } }, fills, true)
}
