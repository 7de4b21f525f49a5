import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { FoldingRange } from 'vscode-languageserver-types'
import type { Review } from '../review/review.ts'
import type { Span } from '../text/span.ts'

/** Sections fold up to their last written line, tables up to their last row. */
export function foldingRanges({ report }: Review, document: TextDocument): FoldingRange[] {
  return [...report.sections, ...report.tables]
    .map(({ span }) => writtenPart(report.text, span))
    .map(({ start, end }) => ({ startLine: document.positionAt(start).line, endLine: document.positionAt(end).line }))
    .filter(({ startLine, endLine }) => startLine < endLine)
}

/** The span without the blank lines at its end, which stay visible below the fold. */
const writtenPart = (text: string, { start, end }: Span): Span => ({
  start,
  end: start + text.slice(start, end).trimEnd().length,
})
