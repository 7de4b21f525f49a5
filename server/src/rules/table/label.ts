import type { TableFormat } from '../../formats/schema.ts'
import type { Report, Table, WrittenLabel } from '../../report/report.ts'
import { fold } from '../../text/fold.ts'
import { sliceOf } from '../../text/span.ts'
import { unitInNote } from '../cell/units.ts'
import type { Finding, Rule } from '../rule.ts'
import { rewordings } from './rewordings.ts'

/** A label or a head is nearly the official one, but not quite: a letter is wrong, missing or too many. */
export const label: Rule = {
  id: 'table/label',
  severity: 'warning',
  *check(report): Iterable<Finding> {
    for (const table of report.tables) {
      const misspelt = table.labels.filter(({ standing }) => standing === 'misspelt')
      for (const name of new Set(misspelt.map(({ official }) => official))) {
        const same = misspelt.filter(({ official }) => official === name)
        yield* findingFor(report, table, same)
      }
      for (const written of table.labels) yield* unitFinding(report, table, written)
    }
  },
}

/** Converters repeat a merged label in each of its rows: that is one finding. */
function* findingFor(report: Report, table: Table, same: readonly WrittenLabel[]): Iterable<Finding> {
  const [first, ...others] = same
  if (first?.official === undefined) return
  yield {
    rule: 'table/label',
    span: first.span,
    wording: { key: 'table/label', args: { found: first.words, official: first.official } },
    related: others.map(({ span, words }) => ({ span, wording: { key: 'related/row', args: { row: words } } })),
    fixes: rewordings(report, same, keepsUnit(table, first)),
  }
}

/** A head with another unit than the form's: the figures below may be in either, so nothing is changed. */
function* unitFinding(report: Report, { format }: Table, written: WrittenLabel): Iterable<Finding> {
  if (written.standing !== 'official' || written.kind !== 'column') return
  const unit = unitInNote(report, written)
  if (unit === undefined || unitsOf(format, written.id).every((official) => official === unit)) return
  const found = sliceOf(report.text, written.cell).replace(/\s+/g, '')
  yield {
    rule: 'table/label',
    span: written.cell,
    wording: { key: 'table/label.unit', args: { found, official: written.official ?? '' } },
    related: [],
    fixes: [],
  }
}

/** Whether a head says its unit as it should: figures below another unit would not stay what they are. */
function keepsUnit({ format }: Table, { kind, id, words }: WrittenLabel): boolean {
  return kind !== 'column' || unitsOf(format, id).every((unit) => fold(words).includes(fold(unit)))
}

/** The units that the form prints in the heads of a column. */
const unitsOf = ({ blocks }: TableFormat, id: string): string[] =>
  blocks.flatMap(({ columns }) => columns.flatMap((column) => (column.id === id ? (column.unit ?? []) : [])))
