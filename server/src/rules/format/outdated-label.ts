import { tableOf } from '../../formats/catalogue.ts'
import type { Format } from '../../formats/schema.ts'
import type { Report, Table, WrittenLabel } from '../../report/report.ts'
import type { Finding, Rule } from '../rule.ts'
import { rewordings } from '../table/rewordings.ts'
import { outdatedTables } from './outdated.ts'

/** A label or a head is worded as a former edition worded it, in a table that otherwise follows the edition in force. */
export const outdatedLabel: Rule = {
  id: 'format/outdated-label',
  severity: 'warning',
  *check(report): Iterable<Finding> {
    const { format } = report.facts
    if (format === null) return
    const whole = new Set(outdatedTables(report).flatMap(({ table, whole }) => (whole ? [table.id] : [])))
    for (const table of report.tables) {
      if (whole.has(table.id) || tableOf(format, table.id) !== table.format) continue
      for (const group of groupsOf(table, format)) yield findingFor(report, format, group)
    }
  },
}

/** Copies of one label; or heads beside one another that the edition in force does not have. */
type Group = readonly [WrittenLabel, ...WrittenLabel[]]

function groupsOf(table: Table, format: Format): Group[] {
  const groups = new Map<string, Group>()
  let stretch = 0
  for (const label of table.labels) {
    if (label.standing !== 'former' || isOfFormerRow(table, format, label)) {
      stretch++
      continue
    }
    const name = label.official ?? `${stretch}`
    groups.set(name, [...(groups.get(name) ?? []), label] as unknown as Group)
  }
  return [...groups.values()]
}

/** Where a row is the former one, or stands below heads of the former edition, that is said of the row or the heads. */
function isOfFormerRow({ rows }: Table, format: Format, { kind, id, official }: WrittenLabel): boolean {
  if (kind !== 'row') return kind !== 'column'
  const edition = rows.find((row) => row.id === id)?.edition
  return official === undefined || (edition !== undefined && edition !== null && edition.id !== format.id)
}

function findingFor(report: Report, format: Format, group: Group): Finding {
  const [first, ...others] = group
  const { official, edition } = first
  const args = {
    found: official === undefined ? group.map(({ words }) => `“${words}”`).join('、') : first.words,
    official: official ?? '',
    edition,
    year: report.facts.year ?? '',
    notice: format.notice.number,
  }
  return {
    rule: 'format/outdated-label',
    span: first.span,
    wording: { key: official === undefined ? 'format/outdated-label.dropped' : 'format/outdated-label', args },
    related: others.map(({ span, words }) => ({ span, wording: { key: 'related/row', args: { row: words } } })),
    fixes: official === undefined ? [] : rewordings(report, group, true),
    deprecated: true,
  }
}
