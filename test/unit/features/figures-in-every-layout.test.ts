import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { Location, MarkupContent } from 'vscode-languageserver-types'
import { definition } from '../../../server/src/features/definition.ts'
import { hover } from '../../../server/src/features/hover.ts'
import { references } from '../../../server/src/features/references.ts'
import { CATALOGUE } from '../../../server/src/formats/catalogue.ts'
import { type Format, rowOf } from '../../../server/src/formats/schema.ts'
import { type Review, review } from '../../../server/src/review/review.ts'
import type { Span } from '../../../server/src/text/span.ts'
import { drawFrom, type Figures, soundFigures } from '../../generator/figures.ts'
import { STYLE_NAMES, STYLES } from '../../generator/layouts/index.ts'
import { writeReport } from '../../generator/report.ts'
import { documentOf } from './made-review.ts'

/** The official row and column of every cell, by address, from the format alone. */
const labelsOf = (format: Format) =>
  new Map<string, string>(
    format.tables.flatMap(({ id: table, blocks }) =>
      blocks.flatMap(({ rows, columns }) =>
        rows.flatMap((row) =>
          columns.map((column) => [`${table}/${row.id}/${column.id}`, `${row.label}·${column.label}`] as const),
        ),
      ),
    ),
  )

/** What every cell adds up, by address, from the format alone: what a sum is shown on is what it makes. */
function partsIn(format: Format): Map<string, Set<string>> {
  const parts = new Map<string, Set<string>>()
  for (const { table: id, each, left, holder } of format.identities) {
    const blocks = format.tables.find((table) => table.id === id)?.blocks ?? []
    for (const { rows, columns } of blocks) {
      const members = (row: string) => rows.filter((one) => one.id === row || one.id.startsWith(`${row}.`))
      const lines: ((member: string) => string[])[] =
        each === 'row'
          ? rows.map((row) => (column) => [`${id}/${row.id}/${column}`])
          : columns.map((column) => (row) => members(row).map((one) => `${id}/${one.id}/${column.id}`))
      for (const line of lines) {
        for (const total of line(holder)) {
          parts.set(total, new Set([...(parts.get(total) ?? []), ...left.flatMap(line)]))
        }
      }
    }
  }
  return parts
}

/** The cells that were read, each at a place of its own. */
const readIn = ({ report }: Review) =>
  new Map(
    report.tables.flatMap(({ id, cells }) => [...cells].map(([key, { span }]) => [`${id}/${key}`, span] as const)),
  )

/** The lines of the hover at the beginning of a span. */
function hoverAt(reviewed: Review, document: TextDocument, { start }: Span): string[] {
  const answer = hover(reviewed, document, document.positionAt(start), { language: 'zh-CN', markup: 'plaintext' })
  return answer === null ? [] : (answer.contents as MarkupContent).value.split('\n')
}

const cases = fc.record({ seed: fc.nat(), scale: fc.constantFrom(1, 9, 300), newline: fc.constantFrom('\n', '\r\n') })

describe.each(CATALOGUE.formats.map((format) => [format.id, format] as const))('edition %s', (_, format) => {
  const labels = labelsOf(format)
  const parts = partsIn(format)

  describe.each(STYLE_NAMES.filter((style) => style !== 'absent'))('as %s', (style) => {
    /** Of a few reports: the review, the document, the cells, and those that stand at a span. */
    const forEachReport = (
      hold: (given: {
        reviewed: Review
        document: TextDocument
        figures: Figures
        read: ReadonlyMap<string, Span>
        addressAt: (location: Location) => string | undefined
      }) => void,
    ) =>
      fc.assert(
        fc.property(cases, ({ seed, scale, newline }) => {
          const figures = soundFigures(format, drawFrom(seed), scale)
          const { text } = writeReport({ format, style, figures, seed, newline })
          const reviewed = review(text)
          const document = documentOf(text)
          const read = readIn(reviewed)
          const addresses = new Map([...read].map(([address, { start, end }]) => [`${start}-${end}`, address]))
          expect(addresses.size).toBe(read.size)
          // Where figures are not set apart, not every row is told apart.
          if (STYLES[style].separates) expect(read.size).toBe(labels.size)
          else expect(read.size).toBeGreaterThan(20)
          const addressAt = ({ range }: Location) =>
            addresses.get(`${document.offsetAt(range.start)}-${document.offsetAt(range.end)}`)
          hold({ reviewed, document, figures, read, addressAt })
        }),
        { numRuns: 4 },
      )

    test('a hover on each figure names its row and column and value, and its sums hold', () => {
      forEachReport(({ reviewed, document, figures, read }) => {
        for (const [address, span] of read) {
          const [heading, , ...sums] = hoverAt(reviewed, document, span)
          expect(heading).toBe(`${labels.get(address)}：${figures.get(address)}`)
          expect(sums.filter((sum) => sum.startsWith('✗'))).toEqual([])
          expect(sums.length > 0).toBe(parts.has(address) || [...parts.values()].some((all) => all.has(address)))
        }
      })
    })

    test('a hover on each label has the official one', () => {
      forEachReport(({ reviewed, document }) => {
        const rows = reviewed.report.tables.flatMap((table) => table.rows.map((row) => ({ id: table.id, row })))
        for (const { id, row } of rows.filter(({ row: { label } }) => label.start < label.end)) {
          const official = format.tables.find((table) => table.id === id)
          const [heading] = hoverAt(reviewed, document, row.label)
          expect([id, heading]).toEqual([id, official && rowOf(official, row.id)?.row.label])
        }
      })
    })

    test('the definition of each total is its parts, the references of each part its totals', () => {
      forEachReport(({ reviewed, document, read, addressAt }) => {
        for (const [address, span] of read) {
          const position = document.positionAt(span.start)
          const sources = definition(reviewed, document, position, { links: false }) as Location[] | null
          const isRead = (other: string) => read.has(other)
          expect([address, (sources ?? []).map(addressAt).sort()]).toEqual([
            address,
            [...(parts.get(address) ?? [])].filter(isRead).sort(),
          ])
          const totals = references(reviewed, document, position, { includeDeclaration: false })
          const expected = [...parts].flatMap(([total, all]) => (all.has(address) ? [total] : []))
          expect([address, (totals ?? []).map(addressAt).sort()]).toEqual([address, expected.filter(isRead).sort()])
        }
      })
    })
  })
})
