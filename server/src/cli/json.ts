import { TextDocument } from 'vscode-languageserver-textdocument'
import type { Report } from '../report/report.ts'
import type { Language } from '../review/messages/index.ts'
import { sayWording } from '../review/messages/index.ts'
import type { Review } from '../review/review.ts'
import { severityOf } from '../review/severity.ts'
import type { Finding } from '../rules/rule.ts'
import { toNumber } from '../text/amount.ts'
import type { Span } from '../text/span.ts'

/** The shapes of the contract: lines and characters from zero, in UTF-16 units. */

type RangeOf = (span: Span) => { start: { line: number; character: number }; end: { line: number; character: number } }

function ranges(text: string): RangeOf {
  const document = TextDocument.create('', '', 0, text)
  return ({ start, end }) => ({ start: document.positionAt(start), end: document.positionAt(end) })
}

/** `fixed` is how many findings were fixed before; undefined when nobody asked for that. */
export function checkedFile(
  path: string,
  { report, findings, suppressed }: Review,
  language: Language,
  fixed?: number,
) {
  const rangeOf = ranges(report.text)
  return {
    path,
    ...head(report),
    findings: findings.map((finding) => findingJson(finding, rangeOf, language)),
    suppressed,
    ...(fixed !== undefined && { fixed }),
  }
}

export type CheckedFile = ReturnType<typeof checkedFile>

const head = ({ isReport, facts }: Report) => ({
  isReport,
  organ: facts.organ ?? null,
  year: facts.year ?? null,
  edition: facts.format?.id ?? null,
})

const findingJson = (finding: Finding, rangeOf: RangeOf, language: Language) => ({
  rule: finding.rule,
  severity: severityOf(finding),
  message: sayWording(language, finding.wording),
  range: rangeOf(finding.span),
  ...(finding.address !== undefined && { address: finding.address }),
  related: finding.related.map(({ span, wording, in: other }) => ({
    message: sayWording(language, wording),
    ...(other !== undefined && { path: other.name }),
    range: other === undefined ? rangeOf(span) : other.lines.rangeOf(span),
  })),
  fixes: finding.fixes.map(({ title, preferred, safe, edits }) => ({
    title: sayWording(language, title),
    preferred,
    safe,
    edits: edits.map(({ span, newText }) => ({ range: rangeOf(span), newText })),
  })),
})

/** What was read of a file, for `parse`. */
export function parsedFile(path: string, report: Report) {
  const rangeOf = ranges(report.text)
  return {
    path,
    ...head(report),
    sections: report.sections.map(({ id, titleText, title }) => ({ id, title: titleText, range: rangeOf(title) })),
    tables: report.tables.map(({ id, edition, layout, span, cells, rows }) => ({
      id,
      edition,
      layout,
      range: rangeOf(span),
      cells: [...cells].map(([key, cell]) => ({
        address: `${id}/${key}`,
        raw: cell.raw,
        value: cell.value === null ? null : toNumber(cell.value),
        state: cell.state,
        range: rangeOf(cell.span),
      })),
      unaligned: rows
        .filter(({ unaligned }) => unaligned)
        .map((row) => ({ row: `${id}/${row.id}`, range: rangeOf(row.span) })),
    })),
  }
}
