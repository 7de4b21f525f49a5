import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { Range, SemanticTokens, SemanticTokensLegend } from 'vscode-languageserver-types'
import { labelPieces } from '../report/label-pieces.ts'
import type { Report, Table } from '../report/report.ts'
import type { Review } from '../review/review.ts'
import type { Span } from '../text/span.ts'
import { spanOf, touches } from './ranges.ts'

/** The indexes are the token types' numbers; package.json declares the types and the colours they fall back to. */
export const SEMANTIC_TOKENS_LEGEND: SemanticTokensLegend = {
  tokenTypes: ['nianbaoLabel', 'nianbaoFigure', 'nianbaoTotal'],
  tokenModifiers: [],
}
const LABEL = 0
const FIGURE = 1
const TOTAL = 2

interface Token {
  readonly span: Span
  readonly type: number
}

/** Row labels, figures and totals of the tables: of the whole text, or of those that the range touches. */
export function semanticTokens({ report }: Review, document: TextDocument, range?: Range): SemanticTokens {
  const asked = range && spanOf(document, range)
  const tokens = report.tables
    .flatMap((table) => tokensOf(report, table))
    .filter(({ span }) => span.start < span.end && (!asked || touches(span, asked)))
    .sort((a, b) => a.span.start - b.span.start || b.type - a.type)
  return {
    data: encode(
      withoutOverlaps(tokens).flatMap((token) => splitAtLineEnds(token, report.text)),
      document,
    ),
  }
}

function tokensOf(report: Report, table: Table): Token[] {
  const labels = labelPieces(report, table).map((span) => ({ span, type: LABEL }))
  const figures = table.rows.flatMap(({ format, columns, cells }) => {
    const totals = columns.filter(({ total }) => total).map(({ id }) => id)
    return cells.map(({ column, span }) => ({ span, type: format.total || totals.includes(column) ? TOTAL : FIGURE }))
  })
  return [...labels, ...figures]
}

/** Of tokens in the order of the text, those that begin after the one before them has ended. */
function withoutOverlaps(tokens: readonly Token[]): Token[] {
  let end = 0
  return tokens.filter(({ span }) => {
    if (span.start < end) return false
    end = span.end
    return true
  })
}

/** A label may run over several lines; a token may not. */
function splitAtLineEnds({ span, type }: Token, text: string): Token[] {
  return [...text.slice(span.start, span.end).matchAll(/[^\r\n]+/g)].map(({ index, 0: line }) => ({
    span: { start: span.start + index, end: span.start + index + line.length },
    type,
  }))
}

/** Five numbers a token: lines and characters from the token before, length, type, no modifiers. */
function encode(tokens: readonly Token[], document: TextDocument): number[] {
  let before = { line: 0, character: 0 }
  return tokens.flatMap(({ span, type }) => {
    const { line, character } = document.positionAt(span.start)
    const right = line === before.line ? character - before.character : character
    const numbers = [line - before.line, right, span.end - span.start, type, 0]
    before = { line, character }
    return numbers
  })
}
