import type { TextDocument } from 'vscode-languageserver-textdocument'
import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver-types'
import type { Section, Table } from '../report/report.ts'
import type { Review } from '../review/review.ts'
import { rangeOf } from './ranges.ts'

/** The outline: the sections, each with the tables that begin in it. A table outside every section stands beside them. */
export function documentSymbols({ report }: Review, document: TextDocument): DocumentSymbol[] {
  const { sections, tables } = report
  const homeless = tables.filter((table) => !sections.some((section) => beginsIn(section, table)))
  return [
    ...homeless.map((table) => tableSymbol(table, document)),
    ...sections.map((section) => ({
      name: section.titleText,
      kind: SymbolKind.Namespace,
      range: rangeOf(document, section.span),
      selectionRange: rangeOf(document, section.title),
      children: tables.filter((table) => beginsIn(section, table)).map((table) => tableSymbol(table, document)),
    })),
  ]
}

const beginsIn = ({ span }: Section, table: Table): boolean =>
  span.start <= table.span.start && table.span.start < span.end

function tableSymbol(table: Table, document: TextDocument): DocumentSymbol {
  const range = rangeOf(document, table.span)
  return {
    name: table.format.title,
    kind: SymbolKind.Array,
    range,
    selectionRange: { start: range.start, end: range.start },
  }
}
