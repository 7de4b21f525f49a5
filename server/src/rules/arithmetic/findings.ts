import { rowOf } from '../../formats/schema.ts'
import type { Cell, Report, Table } from '../../report/report.ts'
import { add, digitsOf, isCount } from '../../text/amount.ts'
import type { Finding, Fix, Related } from '../rule.ts'
import { type Cause, type Checked, causesOf, cellsOf, changeOf, check } from './check.ts'

/** The official labels of a cell's row and column, as they are quoted in messages. */
export function namesOf(table: Table, key: string): { row: string; column: string } {
  const [rowId = '', columnId = ''] = key.split('/')
  const row = table.rows.find(({ id }) => id === rowId)
  const columns = row?.columns ?? rowOf(table.format, rowId)?.block.columns ?? []
  return {
    row: row?.format.label ?? rowOf(table.format, rowId)?.row.label ?? rowId,
    column: columns.find(({ id }) => id === columnId)?.label ?? columnId,
  }
}

/** An equation with the numbers put in, zeros left out: `11 + 1 + 2 = 14`, `14 ≠ 13`. */
export function equationText(table: Table, { equation, outcome }: Checked): string {
  const side = (keys: readonly string[]) => {
    const values = keys.map((key) => table.cells.get(key)?.value ?? null)
    const shown = values
      .filter((value) => value === null || value !== 0)
      .map((value) => (value === null ? '?' : digitsOf(value)))
    return shown.length === 0 ? '0' : shown.join(' + ')
  }
  return `${side(equation.left)} ${outcome === 'fails' ? '≠' : '='} ${side(equation.right)}`
}

/** For each cell of the failing equations that adds something, or that nothing is known of: what it says. */
export function relatedCells(table: Table, failing: readonly Checked[], except: string): Related[] {
  const keys = new Set(failing.flatMap(({ equation }) => cellsOf(equation)))
  const related: Related[] = []
  for (const [key, cell] of table.cells) {
    if (!keys.has(key) || key === except || cell.value === 0) continue
    const value = cell.value === null ? cell.raw : digitsOf(cell.value)
    related.push({ span: cell.span, wording: { key: 'related/cell', args: { ...namesOf(table, key), value } } })
  }
  return related
}

/** Puts a figure in a cell. */
export function writeFigure(table: Table, key: string, cell: Cell, newText: string, preferred: boolean): Fix {
  const args = { ...namesOf(table, key), found: cell.raw, expected: newText }
  return { title: { key: 'fix/figure', args }, edits: [{ span: cell.span, newText }], preferred, safe: false }
}

/** The findings of a rule that reports failing sums one by one, where no single cell explains them. */
export function* sumFindings(report: Report, rule: string): Iterable<Finding> {
  for (const cause of causesOf(report)) {
    if (cause.cell !== undefined) continue
    for (const checked of cause.failing) {
      if (`arithmetic/${checked.equation.identity.rule}` === rule) yield sumFinding(rule, cause, checked)
    }
  }
}

function sumFinding(rule: string, { table }: Cause, checked: Checked): Finding {
  const { equation, left, right } = checked
  const key = equation.holder
  const holder = table.cells.get(key)
  const first = cellsOf(equation).flatMap((other) => table.cells.get(other) ?? [])[0]
  const span = holder?.span ?? first?.span ?? table.span
  return {
    rule,
    span,
    wording: {
      key: rule,
      args: {
        ...namesOf(table, key),
        left: digitsOf(left),
        right: digitsOf(right),
        sum: equationText(table, checked),
        sentence: equation.identity.sentence ?? '',
      },
    },
    address: `${table.id}/${key}`,
    related: relatedCells(table, [checked], key),
    fixes: totalFix(table, checked),
  }
}

/** The total that the parts make, where no other sum would break by it. A balance has no total of its own. */
function totalFix(table: Table, checked: Checked): Fix[] {
  const { equation } = checked
  const key = equation.holder
  const cell = table.cells.get(key)
  const change = changeOf(checked, key)
  const known = cellsOf(equation).every((other) => table.cells.get(other)?.value != null)
  if (equation.right.length !== 1 || !known || cell?.value == null || change === undefined) return []
  const expected = add(cell.value, change)
  if (!isCount(expected)) return []
  const cells = new Map(table.cells).set(key, { ...cell, value: expected })
  const repaired = { ...table, cells }
  const breaks = table.equations.some(
    (other) => cellsOf(other).includes(key) && check(repaired, other).outcome === 'fails',
  )
  return breaks ? [] : [writeFigure(table, key, cell, digitsOf(expected), false)]
}
