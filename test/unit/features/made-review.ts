import { TextDocument } from 'vscode-languageserver-textdocument'
import { CATALOGUE, newest, tableOf } from '../../../server/src/formats/catalogue.ts'
import { rowOf, type TableFormat } from '../../../server/src/formats/schema.ts'
import { NO_CLAIMS } from '../../../server/src/report/claims/claims.ts'
import type { Cell, Report, Row, Section, Table } from '../../../server/src/report/report.ts'
import type { Review } from '../../../server/src/review/review.ts'
import type { Finding } from '../../../server/src/rules/rule.ts'
import type { Span } from '../../../server/src/text/span.ts'

// Reviews made by hand, so that a feature is tested apart from reading and rules.

export const URI = 'untitled:年报'

export const documentOf = (text: string): TextDocument => TextDocument.create(URI, 'plaintext', 7, text)

export const reviewOf = (text: string, findings: readonly Finding[], report: Partial<Report> = {}): Review => ({
  report: {
    text,
    isReport: true,
    facts: { format: newest(CATALOGUE) },
    sections: [],
    tables: [],
    claims: NO_CLAIMS,
    ...report,
  } as Report,
  findings,
  suppressed: 0,
  failures: [],
  options: {},
})

export const findingAt = (span: Span, finding: Partial<Finding> = {}): Finding => ({
  rule: 'arithmetic/cell',
  severity: 'error',
  span,
  wording: { key: 'made', args: {} },
  related: [],
  fixes: [],
  ...finding,
})

export function sectionAt(text: string, title: Span, end: number): Section {
  const span = { start: title.start, end }
  return { id: 'overview', titleText: text.slice(title.start, title.end), title, ordinal: 1, span }
}

/** The table of applications, with rows given by id, label, and a figure for each column that is named. */
export function requestsTable(
  span: Span,
  rows: readonly { id: string; label: Span; figures: Readonly<Record<string, Span>> }[],
): Table {
  const format = tableOf(newest(CATALOGUE), 'requests') as TableFormat
  const base = { id: 'requests', format, equations: [], edition: '2021', layout: 'tabs', span } as const
  return {
    ...base,
    rows: rows.map(({ id, label, figures }) => madeRow(format, id, label, figures)),
    cells: new Map(),
    labels: [],
    again: [],
  }
}

function madeRow(table: TableFormat, id: string, label: Span, figures: Readonly<Record<string, Span>>): Row {
  const { row: format, block } = rowOf(table, id) as NonNullable<ReturnType<typeof rowOf>>
  const cells = Object.entries(figures).map(
    ([column, span]): Cell => ({ row: id, column, raw: '', value: null, state: 'unreadable', span }),
  )
  const row = { id, format, columns: block.columns, edition: null, label, span: label, cells }
  return { ...row, unaligned: false, reordered: false, surplus: [], followed: false }
}
