import type { ColumnFormat } from '../../formats/schema.ts'
import { plainText } from '../../report/plain.ts'
import { type Cell, type Row, type Table, UNSEPARATED } from '../../report/report.ts'
import { isPartOfLabel } from '../../report/vocabulary.ts'
import { wordsOf } from '../../report/words.ts'
import { type Amount, compare, isCount, negate } from '../../text/amount.ts'
import { fold } from '../../text/fold.ts'
import { namesOf } from '../arithmetic/findings.ts'
import type { Finding, Rule } from '../rule.ts'

/** What counts things is a whole number from zero; only amounts have decimals, and only changes a minus. */
export const notACount: Rule = {
  id: 'cell/not-a-count',
  severity: 'error',
  *check(report): Iterable<Finding> {
    for (const table of report.tables) {
      if (table.layout === 'glued') continue
      for (const row of table.rows) yield* findingsIn(table, row)
    }
  },
}

type Flaw = 'decimal' | 'negative' | 'unreadable'

function* findingsIn(table: Table, row: Row): Iterable<Finding> {
  for (const [index, cell] of row.cells.entries()) {
    const column = row.columns[index]
    const flaw = column && flawOf(table, cell, column.kind)
    if (flaw === undefined) continue
    const key = `${row.id}/${cell.column}`
    yield {
      rule: 'cell/not-a-count',
      span: cell.span,
      wording: { key: `cell/not-a-count.${flaw}`, args: { ...namesOf(table, key), found: wordsOf(cell) } },
      address: `${table.id}/${key}`,
      related: [],
      fixes: [],
    }
  }
}

function flawOf(table: Table, { state, value, raw }: Cell, kind: ColumnFormat['kind']): Flaw | undefined {
  if (state === 'unreadable') return isSureCell(table, raw) ? 'unreadable' : undefined
  if (value === null) return undefined
  if (kind !== 'change' && compare(value, 0) < 0) return 'negative'
  return kind !== 'amount' && !isWhole(value) ? 'decimal' : undefined
}

const isWhole = (value: Amount): boolean => isCount(value) || isCount(negate(value))

/** Where cells are not set apart, or within broken markup, or where a label goes on, what was read is no figure's cell. */
function isSureCell(table: Table, raw: string): boolean {
  const plain = plainText(raw)
  return !UNSEPARATED.has(table.layout) && !/[<>\n\r]/.test(plain) && !isPartOfLabel(table.format, fold(plain))
}
