import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { FoldingRange } from 'vscode-languageserver-types'
import type { Review } from '../review/review.ts'
import type { Span } from '../text/span.ts'

/** Sections fold up to their last written line, tables up to their last row. */
export function foldingRanges({ report }: Review, document: TextDocument): FoldingRange[] {
  const sections = report.sections.map(({ span }) => withoutPartOfLine(report.text, span, document))
  return [...sections, ...report.tables.map(({ span }) => span)]
    .map((span) => writtenPart(report.text, span))
    .map(({ start, end }) => ({ startLine: document.positionAt(start).line, endLine: document.positionAt(end).line }))
    .filter(({ startLine, endLine }) => startLine < endLine)
}

/** In HTML the next heading begins within its line, behind a tag; that line stays visible. */
function withoutPartOfLine(text: string, { start, end }: Span, document: TextDocument): Span {
  if (end === text.length) return { start, end }
  return { start, end: Math.max(start, document.offsetAt({ line: document.positionAt(end).line, character: 0 })) }
}

/** The span without the blank lines at its end, which stay visible below the fold. */
const writtenPart = (text: string, { start, end }: Span): Span => ({
  start,
  end: start + text.slice(start, end).trimEnd().length,
})
