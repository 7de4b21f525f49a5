import { rowIds, rowOf } from '../../formats/schema.ts'
import { type Report, type Row, type Table, UNSEPARATED } from '../../report/report.ts'
import { standsFor } from '../../report/table-forms.ts'
import { insertRows } from '../../report/writing/insert-rows.ts'
import { fold } from '../../text/fold.ts'
import { shareOfLetters } from '../../text/letters.ts'
import type { Finding, Fix, Rule } from '../rule.ts'

/** A row of the edition that the table is written in is not there; rows that follow one another are one finding. */
export const rowMissing: Rule = {
  id: 'table/row-missing',
  severity: 'error',
  *check(report): Iterable<Finding> {
    if (report.facts.format === null) return
    for (const table of report.tables) for (const gap of gapsIn(table)) yield findingFor(report, table, gap)
  },
}

/** Where nothing sets cells apart, a label may as well have been overlooked; so it may where its letters are there. */
function isSure(report: Report, table: Table, { rows, before, after }: Gap): boolean {
  if (UNSEPARATED.has(table.layout)) return false
  const section = report.sections.find(({ span }) => span.start <= table.span.start && table.span.start < span.end)
  const start = before?.label.end ?? section?.title.end ?? 0
  const end = after?.label.start ?? section?.span.end ?? report.text.length
  const words = fold(report.text.slice(start, end))
  return rows.some((id) => shareOfLetters(words, fold(rowOf(table.format, id)?.row.label ?? id)) < 1)
}

/** Rows that are missing next to one another, with the rows of the text around them. */
export interface Gap {
  readonly rows: readonly string[]
  readonly before: Row | undefined
  readonly after: Row | undefined
}

export function gapsIn(table: Table): Gap[] {
  if (table.rows.length === rowIds(table.format).length) return []
  const gaps: Gap[] = []
  const present = (id: string) => table.rows.find((row) => standsFor(row.id, id))
  let rows: string[] = []
  let before: Row | undefined
  for (const id of rowIds(table.format)) {
    const row = present(id)
    if (row === undefined) rows.push(id)
    else {
      if (rows.length > 0) gaps.push({ rows, before, after: row })
      rows = []
      before = row
    }
  }
  return rows.length > 0 ? [...gaps, { rows, before, after: undefined }] : gaps
}

function findingFor(report: Report, table: Table, gap: Gap): Finding {
  const { rows, before, after } = gap
  const names = rows.map((id) => rowOf(table.format, id)?.row.label ?? id)
  const near = before ?? after
  return {
    rule: 'table/row-missing',
    ...(!isSure(report, table, gap) && { severity: 'info' as const }),
    span: near === undefined ? table.span : near.label.end > near.label.start ? near.label : near.span,
    wording: {
      key: before === undefined ? 'table/row-missing.first' : 'table/row-missing',
      args: {
        rows: names.map((name) => `“${name}”`).join('、'),
        count: rows.length,
        near: near?.format.label ?? '',
        table: table.format.title,
      },
    },
    related: [],
    fixes: insertion(report, table, gap),
  }
}

function insertion(report: Report, table: Table, { rows, before }: Gap): Fix[] {
  const edits = before && insertRows(report, table, rows, before)
  if (edits === undefined) return []
  const open = rows.reduce((sum, id) => sum + (rowOf(table.format, id)?.block.columns.length ?? 0), 0)
  return [
    { title: { key: 'fix/insert-rows', args: { count: rows.length, open } }, edits, preferred: true, safe: false },
  ]
}
