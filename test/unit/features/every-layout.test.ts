import { describe, expect, test } from 'vitest'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { DocumentSymbol, Range } from 'vscode-languageserver-types'
import { diagnostics } from '../../../server/src/features/diagnostics.ts'
import { foldingRanges } from '../../../server/src/features/folding.ts'
import { rangeOf } from '../../../server/src/features/ranges.ts'
import { SEMANTIC_TOKENS_LEGEND, semanticTokens } from '../../../server/src/features/semantic-tokens.ts'
import { documentSymbols } from '../../../server/src/features/symbols.ts'
import { CATALOGUE, tableOf } from '../../../server/src/formats/catalogue.ts'
import { type Format, rowIds, rowOf, type TableFormat } from '../../../server/src/formats/schema.ts'
import { type Review, review } from '../../../server/src/review/review.ts'
import { type Span, sliceOf } from '../../../server/src/text/span.ts'
import { drawFrom, soundFigures } from '../../generator/figures.ts'
import { STYLE_NAMES, type StyleName, styleOf } from '../../generator/layouts/index.ts'
import { type WrittenReport, writeReport } from '../../generator/report.ts'
import { documentOf } from './made-review.ts'

// What the editor shows of a report, in every layout of both editions, beside what the generator knows that it wrote.

interface Shown {
  readonly written: WrittenReport
  readonly reviewed: Review
  readonly document: TextDocument
}

/** The plainest form of the layout, then some of its dialects. */
const DIALECTS = [0, 1, 2, 3, 4] as const

function shown(
  format: Format,
  style: StyleName,
  dialect: number,
  changed: Readonly<Record<string, number>> = {},
): Shown {
  const figures = soundFigures(format, drawFrom(dialect + 7))
  for (const [address, figure] of Object.entries(changed)) figures.set(address, figure)
  const written = writeReport({ format, style, figures, ...(dialect > 0 && { seed: dialect }) })
  return { written, reviewed: review(written.text), document: documentOf(written.text) }
}

interface Token extends Span {
  readonly type: string
}

/** The tokens, decoded as an editor does it. */
function tokensOf({ reviewed, document }: Shown): Token[] {
  const { data } = semanticTokens(reviewed, document)
  const tokens: Token[] = []
  let at = { line: 0, character: 0 }
  for (let i = 0; i < data.length; i += 5) {
    const [down, right, length, type] = data.slice(i, i + 4) as [number, number, number, number]
    at = { line: at.line + down, character: down > 0 ? right : at.character + right }
    const start = document.offsetAt(at)
    tokens.push({ start, end: start + length, type: SEMANTIC_TOKENS_LEGEND.tokenTypes[type] as string })
  }
  return tokens
}

/** Where a label is torn downwards, the number of its group may stand right before its own. */
const isNumber = (text: string) => /^(?:[（(][一二三四五六七八九十][）)]\s?)?$/.test(text)

const lineOf = (document: TextDocument, offset: number) => document.positionAt(offset).line
const isWithin = (inner: Range, outer: Range, document: TextDocument) =>
  document.offsetAt(outer.start) <= document.offsetAt(inner.start) &&
  document.offsetAt(inner.end) <= document.offsetAt(outer.end)

const isTotal = (format: Format, address: string): boolean => {
  const [table, row = '', column] = address.split('/')
  const place = rowOf(tableOf(format, table ?? '') as TableFormat, row)
  return place?.row.total || place?.block.columns.some(({ id, total }) => id === column && total) || false
}

/** The other cells of the sums that a cell is in, in the order of the form. */
function summedWith({ identities, tables }: Format, cell: string): string[] {
  const [table, row = '', column = ''] = cell.split('/')
  const found = new Set<string>()
  for (const { table: id, each, left, right } of identities.filter((identity) => identity.table === table)) {
    const members = [...left, ...right]
    if (each === 'row' && members.includes(column)) for (const other of members) found.add(`${id}/${row}/${other}`)
    const isMember = (other: string) => members.some((member) => other === member || other.startsWith(`${member}.`))
    if (each === 'column' && isMember(row))
      for (const other of tables.filter((candidate) => candidate.id === id).flatMap(rowIds))
        if (isMember(other)) found.add(`${id}/${other}/${column}`)
  }
  return tables
    .filter(({ id }) => id === table)
    .flatMap(({ id, blocks }) =>
      blocks.flatMap(({ rows, columns }) =>
        rows.flatMap((one) => columns.map((other) => `${id}/${one.id}/${other.id}`)),
      ),
    )
    .filter((address) => address !== cell && found.has(address))
}

describe.each(CATALOGUE.formats.map((format) => [format.id, format] as const))('edition %s', (_, format) => {
  describe.each(STYLE_NAMES)('as %s', (style) => {
    test.each(DIALECTS)('every row label is highlighted, and nothing else as one; dialect %s', (dialect) => {
      const one = shown(format, style, dialect)
      const { text, labels } = one.written
      const tokens = tokensOf(one).filter(({ type }) => type === 'nianbaoLabel')
      // An entity is one character to the reader and several in the text: such a label is shown up to it.
      const pieces = [...labels.values()].flat().filter((piece) => !sliceOf(text, piece).includes('&'))
      const isOn = (piece: Span) => (token: Token) =>
        token.start <= piece.start && piece.end <= token.end && isNumber(text.slice(token.start, piece.start))
      expect(pieces.filter((piece) => !tokens.some(isOn(piece))).map((piece) => sliceOf(text, piece))).toEqual([])
      const strays = tokens.filter(
        ({ start, end }) => ![...labels.values()].flat().some((piece) => piece.start < end && start < piece.end),
      )
      expect(strays.map((token) => sliceOf(text, token))).toEqual([])
      expect(labels.size).toBe(style === 'absent' ? 0 : format.tables.flatMap(rowIds).length)
    })

    test.each(DIALECTS)('every figure is highlighted at its place, totals as such; dialect %s', (dialect) => {
      const one = shown(format, style, dialect)
      const unaligned = one.reviewed.report.tables.flatMap(({ id, rows }) =>
        rows.filter((row) => row.unaligned).map((row) => `${id}/${row.id}/`),
      )
      if (styleOf(style).separates) expect(unaligned).toEqual([])
      const isRead = (address: string) => !unaligned.some((row) => address.startsWith(row))
      const expected = [...one.written.figures]
        .filter(([address, { span }]) => isRead(address) && span.start < span.end)
        .map(([address, { span }]) => ({ ...span, type: isTotal(format, address) ? 'nianbaoTotal' : 'nianbaoFigure' }))
      const tokens = tokensOf(one).filter(({ type }) => type !== 'nianbaoLabel')
      expect(tokens).toEqual(expected.sort((a, b) => a.start - b.start))
    })

    test.each(DIALECTS)('the outline has six sections, and the tables under theirs; dialect %s', (dialect) => {
      const { reviewed, document } = shown(format, style, dialect)
      const symbols = documentSymbols(reviewed, document)
      const tablesIn = (id: string) => format.tables.filter(({ section }) => section === id && style !== 'absent')
      expect(symbols.map(({ name, children = [] }) => [name, children.map((child) => child.name)])).toEqual(
        format.sections.map(({ id, title }) => [title, tablesIn(id).map((table) => table.title)]),
      )
      // Editors refuse symbols whose ranges are not nested.
      const ofNest = (symbol: DocumentSymbol): DocumentSymbol[] => [symbol, ...(symbol.children ?? []).flatMap(ofNest)]
      for (const { range, selectionRange, children = [] } of symbols.flatMap(ofNest)) {
        expect(isWithin(selectionRange, range, document)).toBe(true)
        for (const child of children) expect(isWithin(child.range, range, document)).toBe(true)
      }
      for (const { name, selectionRange } of symbols) expect(document.getText(selectionRange)).toBe(name)
    })

    test.each(DIALECTS)(
      'each section folds up to the next heading, each table up to its last figure; dialect %s',
      (dialect) => {
        const { written, reviewed, document } = shown(format, style, dialect)
        const { text, figures, labels } = written
        const folds = foldingRanges(reviewed, document)
        const headings = format.sections.map(({ title }) => lineOf(document, text.lastIndexOf(title)))
        const lines = text.split('\n')
        const sections = headings.map((startLine, index) => {
          const section = lines.slice(startLine, headings[index + 1] ?? lines.length)
          return { startLine, endLine: startLine + section.findLastIndex((line) => line.trim() !== '') }
        })
        const foldable = sections.filter(({ startLine, endLine }) => startLine < endLine)
        expect(folds.slice(0, foldable.length)).toEqual(foldable)
        const rest = folds.slice(foldable.length)
        const tables = style === 'absent' || style === 'gluedFlat' ? [] : format.tables
        expect(rest.map(({ endLine }) => endLine)).toEqual(
          tables.map(({ id }) => {
            const last = Math.max(...[...figures].map(([key, { span }]) => (key.startsWith(`${id}/`) ? span.end : 0)))
            return lineOf(document, last)
          }),
        )
        tables.forEach((table, index) => {
          const [first] = labels.get(rowIds(table)[0] ?? '') ?? []
          const { startLine = -1 } = rest[index] ?? {}
          expect(startLine).toBeGreaterThan(headings[format.sections.findIndex(({ id }) => id === table.section)] ?? -1)
          expect(startLine).toBeLessThanOrEqual(lineOf(document, first?.start ?? 0))
        })
      },
    )

    test.skipIf(!styleOf(style).separates || style === 'absent')('a wrong figure points to those of its sums', () => {
      const wrong = 'requests/granted/person'
      const { written, reviewed, document } = shown(format, style, 0, { [wrong]: 77 })
      const placeOf = (address: string) => rangeOf(document, written.figures.get(address)?.span as Span)
      const [found, ...others] = diagnostics(reviewed, document, { language: 'zh-CN', rulePages: undefined })
      expect([found?.code, found?.range, others]).toEqual(['arithmetic/cell', placeOf(wrong), []])
      // Zeros add nothing.
      const summed = summedWith(format, wrong).filter((address) => document.getText(placeOf(address)) !== '0')
      expect(summed.length).toBeGreaterThan(3)
      expect(found?.relatedInformation?.map(({ location }) => location.range)).toEqual(summed.map(placeOf))
    })
  })
})
