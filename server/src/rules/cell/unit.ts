import type { Cell, Report, Table } from '../../report/report.ts'
import { wordsIn } from '../../report/words.ts'
import { sliceOf } from '../../text/span.ts'
import { namesOf } from '../arithmetic/findings.ts'
import type { Finding, Rule } from '../rule.ts'
import { unitFixes } from './unit-fixes.ts'
import { type Beside, besideFigure, powerBetween, withUnit } from './units.ts'

/** A unit, or a plus, stands beside a figure where the form asks for the figure alone. */
export const unit: Rule = {
  id: 'cell/unit',
  severity: 'warning',
  *check(report): Iterable<Finding> {
    for (const table of report.tables) {
      for (const group of groupsOf(report, table)) yield findingFor(report, table, group)
    }
  },
}

/** What is superfluous in the same way in several cells is one finding: nobody reads one for each. */
interface Group {
  readonly beside: Beside
  readonly cells: readonly Cell[]
}

function groupsOf(report: Report, table: Table): Iterable<Group> {
  const groups = new Map<string, Group>()
  for (const { cells, columns } of table.rows) {
    for (const [index, cell] of cells.entries()) {
      const column = columns[index]
      const beside = column && besideFigure(report, table, cell, column)
      if (beside === undefined) continue
      const name = beside.kind === 'said' ? beside.unit : keyOf(cell)
      groups.set(name, { beside, cells: [...(groups.get(name)?.cells ?? []), cell] })
    }
  }
  return groups.values()
}

const keyOf = ({ row, column }: Cell): string => `${row}/${column}`

function findingFor(report: Report, table: Table, { beside, cells }: Group): Finding {
  const [first, ...others] = cells as readonly [Cell, ...Cell[]]
  const { kind, unit, expected } = beside
  const isOne = others.length === 0
  const written = (cell: Cell) => wordsIn(sliceOf(report.text, withUnit(cell)))
  return {
    rule: 'cell/unit',
    // Where the form names no unit, it is only good to know which one is meant.
    ...(kind === 'unsaid' && { severity: 'info' as const }),
    span: withUnit(first),
    wording: {
      key: isOne ? `cell/unit.${kind}` : `cell/unit.${kind}.several`,
      args: {
        ...namesOf(table, keyOf(first)),
        table: table.format.title,
        found: written(first),
        unit,
        expected,
        factor: 10 ** Math.abs(powerBetween(unit, expected)),
        count: cells.length,
      },
    },
    ...(isOne && { address: `${table.id}/${keyOf(first)}` }),
    related: others.map((cell) => ({
      span: withUnit(cell),
      wording: { key: 'related/cell', args: { ...namesOf(table, keyOf(cell)), value: written(cell) } },
    })),
    fixes: unitFixes(report, table, beside, cells),
  }
}
