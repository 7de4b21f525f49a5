import type { TextDocument } from 'vscode-languageserver-textdocument'
import { newest } from '../../formats/catalogue.ts'
import { formGrid } from '../../report/layouts/form.ts'
import { wordsAt } from '../../report/layouts/layout.ts'
import { type MergedCell, mergedRows } from '../../report/layouts/merged.ts'
import type { Table } from '../../report/report.ts'
import { marksIn } from '../../review/form/marks.ts'
import { reportName } from '../../review/form/report-name.ts'
import { type Language, say, sayWording } from '../../review/messages/index.ts'
import type { Review } from '../../review/review.ts'
import { severityOf } from '../../review/severity.ts'
import { check } from '../../rules/arithmetic/check.ts'
import type { Finding } from '../../rules/rule.ts'
import { rangeOf, touches } from '../ranges.ts'
import { summaryOf } from '../sums.ts'
import { figureAt, type Known } from './figures.ts'
import {
  type ShownCell,
  type ShownRemark,
  type ShownTable,
  type ShownTables,
  WORD_KEYS,
  type WordKey,
} from './model.ts'

/**
 * The tables of a report as the form prints them, each as far as it was read. With `saved`, the review of the text as it was
 * last saved, the figures are from there, and the document's own stand beside those that are not the same.
 */
export function shownTables(live: Review, document: TextDocument, language: Language, saved?: Review): ShownTables {
  const shown = saved ?? live
  const { report } = shown
  return {
    uri: document.uri,
    version: document.version,
    text: saved === undefined ? 'live' : 'saved',
    isReport: report.isReport,
    title: reportName(report),
    tables: report.tables.map((table) => {
      const sameIn = ({ report: { tables } }: Review) => tables.find(({ id }) => id === table.id)
      return shownTable(shown.findings, {
        table,
        marks: marksIn(table, shown.findings),
        live: sameIn(live),
        document,
        isLive: saved === undefined,
        other: saved && sameIn(live),
        language,
      })
    }),
    remarks: report.isReport ? missingTables(shown, language) : [],
    words: Object.fromEntries(WORD_KEYS.map((key) => [key, say(language, `view/${key}`)])) as Record<WordKey, string>,
  }
}

function shownTable(findings: readonly Finding[], known: Known): ShownTable {
  const { table, marks, document, live, language } = known
  const rows = mergedRows(formGrid(table.format, () => ''))
  const keys = new Set(rows.flatMap((row) => row.flatMap(({ key }) => key ?? [])))
  const checked = table.equations.map((equation) => check(table, equation))
  const edition =
    table.edition === 'mixed'
      ? say(language, 'view/mixed')
      : say(language, 'status.edition', { edition: table.edition })
  const start = live?.span.start ?? 0
  return {
    id: table.id,
    title: table.format.title,
    summary: [edition, checked.length > 0 && summaryOf(checked, language)].filter(Boolean).join(' · '),
    isWrong: checked.some(({ outcome }) => outcome === 'fails'),
    range: rangeOf(document, { start, end: start }),
    rows: shownRows(rows, known),
    others: [...table.cells.keys()]
      .filter((key) => !keys.has(key))
      .map((key, row) => ({ ...figureAt(known, key), row, column: 0, rows: 1, columns: 1 })),
    remarks: remarksOn(table, findings, new Set([...marks.values()].flatMap((mark) => mark.findings)), known),
  }
}

function shownRows(rows: readonly MergedCell[][], known: Known): ShownCell[][] {
  return rows.map((cells, row) => {
    const heads = cells.some(({ isFigure }) => isFigure) ? 'row' : 'column'
    return cells.map((cell): ShownCell => {
      const { columns, at: column } = cell
      const place = { row, column, rows: cell.rows, columns }
      return cell.key === undefined
        ? { kind: 'label', text: wordsAt(cell), heads, ...place }
        : { ...figureAt(known, cell.key), ...place }
    })
  })
}

/** What was found in a table and stands on none of its cells. Where another text is shown, its places are not the document's. */
function remarksOn(
  { span }: Table,
  findings: readonly Finding[],
  marked: ReadonlySet<Finding>,
  { document, isLive, language }: Known,
): ShownRemark[] {
  return findings
    .filter((finding) => !marked.has(finding) && touches(finding.span, span))
    .map((finding) => ({
      severity: severityOf(finding),
      message: sayWording(language, finding.wording),
      range: isLive ? rangeOf(document, finding.span) : undefined,
    }))
}

function missingTables({ report }: Review, language: Language): ShownRemark[] {
  const { tables } = report.facts.format ?? newest(report.editions)
  return tables
    .filter(({ id }) => !report.tables.some((table) => table.id === id))
    .map(({ title }) => ({
      severity: 'warning',
      message: say(language, 'view/noTable', { table: title }),
      range: undefined,
    }))
}
