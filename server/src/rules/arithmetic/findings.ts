import { rowOf } from '../../formats/schema.ts'
import { figureLike } from '../../report/dialect.ts'
import type { Equation } from '../../report/equations.ts'
import { shortName } from '../../report/labels.ts'
import type { Report, Table } from '../../report/report.ts'
import { wordsOf } from '../../report/words.ts'
import { digitsOf } from '../../text/amount.ts'
import type { Finding, Fix, Related, Wording } from '../rule.ts'
import { type CellChange, causesOf, type SumCause } from './causes.ts'
import { type Checked, cellsOf } from './check.ts'

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

/** The two sides of a sum in words, each part by its number where the form gives it one: `一 + 二`, `（七） + 四`. */
function sidesOf({ format }: Table, { identity, holder }: Equation): { parts: string; totals: string } {
  const columns = rowOf(format, holder.split('/')[0] ?? '')?.block.columns ?? []
  const labelOf = (id: string) =>
    identity.each === 'row'
      ? columns.find((column) => column.id === id)?.label
      : (rowOf(format, id)?.row.label ?? format.groups.find((group) => group.id === id)?.label)
  const side = (ids: readonly string[]) => ids.map((id) => shortName(labelOf(id) ?? id)).join(' + ')
  return { parts: side(identity.left), totals: side(identity.right) }
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

export const equationTexts = (table: Table, failing: readonly Checked[]): string =>
  failing.map((checked) => equationText(table, checked)).join('；')

/** For each cell of the failing equations that adds something, or that nothing is known of: what it says. */
export function relatedCells(table: Table, failing: readonly Checked[], except: string): Related[] {
  const keys = new Set(failing.flatMap(({ equation }) => cellsOf(equation)))
  const related: Related[] = []
  for (const [key, cell] of table.cells) {
    if (!keys.has(key) || key === except || cell.value === 0) continue
    const value = cell.value === null ? wordsOf(cell) : digitsOf(cell.value)
    related.push({ span: cell.span, wording: { key: 'related/cell', args: { ...namesOf(table, key), value } } })
  }
  return related
}

export const keyOf = ({ cell }: CellChange): string => `${cell.row}/${cell.column}`

/** So many fixes are a choice; more are a list to get lost in. */
export const MOST_FIXES = 10

/** A fix that writes figures in cells, as the figures there are written. */
export function writeFigures(title: Wording, changes: readonly CellChange[], preferred: boolean): Fix {
  const edits = changes.map(({ cell, expected }) => ({ span: cell.span, newText: figureLike(cell.raw, expected) }))
  return { title, edits: edits.sort((a, b) => a.span.start - b.span.start), preferred, safe: false }
}

/** Puts one figure in a cell. */
export function writeFigure(table: Table, change: CellChange, preferred: boolean, key = 'fix/figure'): Fix {
  return writeFigures({ key, args: changeArgs(table, change) }, [change], preferred)
}

export function changeArgs(table: Table, change: CellChange): Record<'row' | 'column' | 'found' | 'expected', string> {
  return { ...namesOf(table, keyOf(change)), found: wordsOf(change.cell), expected: digitsOf(change.expected) }
}

/** Several changes as they are listed in a title: `“总计·自然人”3→4、…`. */
export const changesText = (table: Table, changes: readonly CellChange[]): string =>
  changes
    .map((change) => changeArgs(table, change))
    .map(({ row, column, found, expected }) => `“${row}·${column}”${found}→${expected}`)
    .join('、')

/** The findings of a rule that reports failing sums of its kind, for which no cause can be named. */
export function* sumFindings(report: Report, rule: string): Iterable<Finding> {
  for (const cause of causesOf(report)) {
    const [first] = cause.failing
    if (cause.kind !== 'sum' || first === undefined) continue
    if (`arithmetic/${first.equation.identity.rule}` === rule) yield sumFinding(rule, cause, first)
  }
}

function sumFinding(rule: string, { table, failing, readings }: SumCause, checked: Checked): Finding {
  const { equation, left, right } = checked
  const key = equation.holder
  const holder = table.cells.get(key)
  const first = cellsOf(equation).flatMap((other) => table.cells.get(other) ?? [])[0]
  return {
    rule,
    span: holder?.span ?? first?.span ?? table.span,
    wording: {
      key: rule === 'arithmetic/balance' && equation.identity.each === 'row' ? 'arithmetic/balance.row' : rule,
      args: {
        ...namesOf(table, key),
        ...sidesOf(table, equation),
        left: digitsOf(left),
        right: digitsOf(right),
        sum: equationText(table, checked),
        sentence: equation.identity.sentence ?? '',
      },
    },
    address: `${table.id}/${key}`,
    related: relatedCells(table, failing, key),
    fixes: readings.slice(0, MOST_FIXES).flatMap(([change]) => (change === undefined ? [] : [oneOf(table, change)])),
  }
}

/** One of several ways to make a sum hold: the total is to be changed, or one of its parts. */
function oneOf(table: Table, change: CellChange): Fix {
  const { row: id, column } = change.cell
  const row = table.rows.find((other) => other.id === id)
  const isTotal = row?.format.total === true || row?.columns.find((other) => other.id === column)?.total === true
  return writeFigure(table, change, false, isTotal ? 'fix/figure.total' : 'fix/figure.part')
}
