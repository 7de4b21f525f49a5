import type { YearIdentity } from '../../formats/schema.ts'
import type { Cell, Report, Table } from '../../report/report.ts'
import { wordsOf } from '../../report/words.ts'
import { type Amount, subtract, sum } from '../../text/amount.ts'
import { namesOf } from '../arithmetic/findings.ts'
import type { Past } from '../beside.ts'
import type { Related } from '../rule.ts'

/** A figure that takes part in an equation between two years. */
export interface Term {
  readonly table: Table
  /** `row/column`. */
  readonly key: string
  readonly cell: Cell
  readonly value: Amount
}

/** An identity between two years for one row or column, with the figures put in: all of them are known. */
export interface YearEquation {
  readonly identity: YearIdentity
  readonly table: Table
  /** The row (or column) that it runs along. */
  readonly along: string
  readonly left: readonly Term[]
  readonly last: readonly Term[]
  readonly right: readonly Term[]
  /** Of `left`: where a failure is shown. */
  readonly holder: Term
  /** What `holder` ought to be, by the others. */
  readonly expected: Amount
}

/** What of the two reports is known for certain and can be held against each other. */
export function yearEquations(report: Report, past: Past): YearEquation[] {
  const identities = report.facts.format?.history.identities ?? []
  return identities.flatMap((identity) => {
    const table = report.tables.find(({ id }) => id === identity.table)
    const before = past.report.tables.find(({ id }) => id === identity.table)
    if (table === undefined || before === undefined) return []
    const all = identity.each === 'row' ? table.rows.map(({ id }) => id) : columnsOf(table, identity.holder)
    return all.flatMap((along) => equationAlong(identity, along, table, before) ?? [])
  })
}

const columnsOf = ({ rows }: Table, row: string): readonly string[] =>
  rows.find(({ id }) => id === row)?.columns.map(({ id }) => id) ?? []

function equationAlong(identity: YearIdentity, along: string, table: Table, before: Table): YearEquation | undefined {
  const side = (of: Table, ids: readonly string[]) => termsOf(of, identity.each, along, ids)
  const left = side(table, identity.left)
  const last = side(before, identity.last)
  const right = side(table, identity.right)
  if (left === undefined || last === undefined || right === undefined) return undefined
  const key = identity.each === 'row' ? `${along}/${identity.holder}` : `${identity.holder}/${along}`
  const holder = left.find((term) => term.key === key)
  if (holder === undefined) return undefined
  const others = left.filter((term) => term !== holder)
  const expected = subtract(sum([...last, ...right].map(figureOf)), sum(others.map(figureOf)))
  return { identity, table, along, left, last, right, holder, expected }
}

/** The figures of a side; undefined where one of them is not there or not known. */
function termsOf(
  table: Table,
  each: YearIdentity['each'],
  along: string,
  ids: readonly string[],
): readonly Term[] | undefined {
  const terms: Term[] = []
  for (const id of ids) {
    const keys =
      each === 'row'
        ? [`${along}/${id}`]
        : table.rows.filter((row) => row.id === id || row.id.startsWith(`${id}.`)).map((row) => `${row.id}/${along}`)
    if (keys.length === 0) return undefined
    for (const key of keys) {
      const cell = table.cells.get(key)
      if (cell === undefined || cell.value === null) return undefined
      terms.push({ table, key, cell, value: cell.value })
    }
  }
  return terms
}

const figureOf = ({ value }: Term): Amount => value

/** The cells of last year, which are in the other text, and those of this year but for one. */
export const relatedTerms = ({ left, last, right, holder }: YearEquation, past: Past): Related[] => [
  ...last.map((term): Related => ({ ...relatedTo(term, past), in: past })),
  ...[...left, ...right].filter((term) => term !== holder).map((term) => relatedTo(term)),
]

/** With its year where it is last year's. */
export function relatedTo({ table, key, cell }: Omit<Term, 'value'>, past?: Past): Related {
  const args = { ...namesOf(table, key), value: wordsOf(cell) }
  return past === undefined
    ? { span: cell.span, wording: { key: 'related/cell', args } }
    : { span: cell.span, wording: { key: 'related/last-year', args: { ...args, year: yearOf(past) } } }
}

export const yearOf = ({ report }: Past): number => report.facts.year ?? 0
