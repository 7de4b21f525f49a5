import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CATALOGUE, tableOf } from '../../../../server/src/formats/catalogue.ts'
import { type Format, rowIds, type TableFormat } from '../../../../server/src/formats/schema.ts'
import { type Brought, bringToEdition } from '../../../../server/src/report/edition/bring.ts'
import type { Moved } from '../../../../server/src/report/edition/carry.ts'
import { readReport } from '../../../../server/src/report/read.ts'
import type { Cell, LayoutName, Report } from '../../../../server/src/report/report.ts'
import { review } from '../../../../server/src/review/review.ts'
import { applyEdits, type SpanEdit } from '../../../../server/src/text/span.ts'
import { DAMAGES } from '../../../generator/damage/index.ts'
import { drawFrom, soundFigures } from '../../../generator/figures.ts'
import { STYLE_NAMES, styleOf } from '../../../generator/layouts/index.ts'
import { writeReport } from '../../../generator/report.ts'
import { coversIn, rowsAround } from '../../../html-table.ts'

const [FORMER, CURRENT] = CATALOGUE.formats as [Format, Format]

/** A table with some blocks of one edition and the others of another: half of it was renewed. */
function mixed(kept: Format, renewed: Format, blocks: readonly number[]): Format {
  const [old, now] = [kept.tables[0], renewed.tables[0]]
  if (old === undefined || now === undefined) throw new Error('no table')
  const table = {
    ...old,
    blocks: old.blocks.map((block, index) => (blocks.includes(index) ? (now.blocks[index] ?? block) : block)),
  }
  return { ...kept, tables: [table, ...kept.tables.slice(1)] }
}

const WAYS: readonly (readonly [name: string, from: Format, to: Format])[] = [
  ['2019 to 2021', FORMER, CURRENT],
  ['2021 to 2019', CURRENT, FORMER],
  ['a first block of 2021 in 2019, to 2021', mixed(FORMER, CURRENT, [0]), CURRENT],
  ['later blocks of 2021 in 2019, to 2021', mixed(FORMER, CURRENT, [1, 2, 3]), CURRENT],
  ['a block of 2019 in 2021, to 2021', mixed(CURRENT, FORMER, [2]), CURRENT],
  ['a block of 2019 in 2021, to 2019', mixed(CURRENT, FORMER, [1]), FORMER],
]

const cellsOf = ({ tables }: Report): Map<string, Cell> =>
  new Map(tables.flatMap(({ id, cells }) => [...cells].map(([key, cell]) => [`${id}/${key}`, cell] as const)))

const written = ({ raw, unit = '' }: Cell) => raw + unit

/** Where each figure of the old text is in the new one; undefined where it is nowhere. */
function whereabouts(
  address: string,
  cell: Cell,
  brought: readonly Brought[],
  after: ReadonlyMap<string, Cell>,
  text: string,
) {
  const move = brought.flatMap(({ moved }) => moved).find(({ from }) => from.address === address)
  const kept = brought.flatMap((one) => one.kept).find(({ from }) => from.address === address)
  if (move !== undefined && kept !== undefined) return undefined
  if (kept !== undefined) {
    const note = new RegExp(`（注：.*“${kept.from.row}”的[^；]*“${kept.from.column}”为${written(cell)}[，；。]`)
    return note.test(text) ? 'kept' : undefined
  }
  const there = after.get(move?.to.address ?? address)
  // Glued figures may fall apart in more than one way among other rows.
  if (there === undefined) return isGlued(text, move, brought) ? 'there' : undefined
  // A 0 may have been put together with another figure.
  return written(there) === written(cell) || (move !== undefined && written(cell) === '0') ? 'there' : undefined
}

/** Whether the figures of the row that a figure was moved to stand behind one another, and no reader can tell them apart. */
function isGlued(text: string, move: Moved | undefined, brought: readonly Brought[]): boolean {
  const row = move?.to.address.replace(/[^/]*$/, '') ?? '?'
  const into = brought.flatMap(({ moved }) => moved).filter(({ to }) => to.address.startsWith(row))
  const carrier = into.find(({ figure }) => figure !== '0') ?? into[0]
  const figures = into.filter(({ from }) => from.row === carrier?.from.row).map(({ figure }) => figure)
  return figures.length > 1 && text.includes(`${carrier?.to.row}${figures.join('')}`)
}

/** Whether edits take no words away but those of the table. */
function isWithinTable(text: string, { table, edits }: Brought): boolean {
  const start = Math.min(...edits.map(({ span }) => span.start), table.span.start)
  const end = Math.max(...edits.map(({ span }) => span.end), table.span.end)
  const around = [text.slice(start, table.span.start), text.slice(table.span.end, end)]
  // An edit may begin or end within a tag.
  const words = around.map((piece) => piece.replace(/<[^<>]*>|<[^<>]*$|^[^<>]*>|&nbsp;|万元/g, ''))
  return !/[\p{L}\p{N}]/u.test(words.join(''))
}

const isRun = (layout: LayoutName) => layout === 'spaces' || layout === 'glued'

const rulesIn = (text: string) => review(text).findings.map(({ rule }) => rule)

describe.each(WAYS)('%s', (_, from, to) => {
  const isMixed = !CATALOGUE.formats.includes(from)

  test.each(STYLE_NAMES.filter((style) => style !== 'absent'))('every figure is kept, as %s', (style) => {
    let changed = 0
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom('\n', '\r\n'), (seed, newline) => {
        const draw = drawFrom(seed)
        const figures = soundFigures(from, draw, [0, 1, 9, 300][draw(3)])
        const { keepsBlanks } = styleOf(style)
        const holes = [...figures.keys()].filter(() => keepsBlanks && draw(25) === 0)
        for (const address of holes) figures.set(address, null)
        const sound = writeReport({ format: from, style, figures, seed, newline, year: to.years.from })
        const units = [...sound.figures].filter(
          ([address, { span }]) => keepsBlanks && span.end > span.start && address.endsWith('/amount'),
        )
        const withUnits: SpanEdit[] = units.map(([, { span }]) => ({
          span: { start: span.end, end: span.end },
          newText: '万元',
        }))
        const text = applyEdits(sound.text, withUnits)
        const before = readReport(text)
        const brought = bringToEdition(before, to)
        const edits = brought.flatMap((one) => one.edits)
        const offsets = edits.flatMap(({ span }) => [span.start, span.end])
        expect(offsets).toEqual(offsets.toSorted((a, b) => a - b))
        const after = applyEdits(text, edits)
        const report = readReport(after)

        expect(brought.filter((one) => one.edits.length > 0 && !isWithinTable(text, one))).toEqual([])
        const cells = cellsOf(report)
        const lost = [...cellsOf(before)].filter(
          ([address, cell]) =>
            cell.state !== 'blank' && whereabouts(address, cell, brought, cells, after) === undefined,
        )
        expect(lost.map(([address, cell]) => [address, written(cell)])).toEqual([])

        const done = brought.filter(({ obstacle }) => obstacle === undefined)
        changed += done.length
        for (const { open, table, format } of done) {
          for (const { address } of open) expect([address, cells.get(address)?.raw ?? '']).toEqual([address, ''])
          const now = report.tables.find(({ id }) => id === table.id)
          expect(now?.rows.map(({ id }) => id)).toEqual(rowIds(tableOf(format, table.id) as TableFormat))
          expect(now?.layout === table.layout || keepsBlanks === false).toBe(true)
          if (now?.layout === 'html')
            expect(new Set(coversIn(rowsAround(after, now.span)).flat())).toEqual(new Set([1]))
        }
        expect(bringToEdition(report, to).filter(({ obstacle }) => obstacle === undefined)).toEqual([])

        const [were, are] = [rulesIn(text), rulesIn(after)]
        if (done.length === brought.length) expect(are.filter((rule) => rule.startsWith('format/outdated'))).toEqual([])
        const count = (rules: readonly string[], rule: string) => rules.filter((one) => one === rule).length
        const more = [...new Set(are)].filter((rule) => count(are, rule) > count(were, rule))
        const isLeftBlank = done.some(({ open }) => open.length > 0)
        // In text without separators a row without figures is one that was not read.
        const allowed = isLeftBlank
          ? ['cell/blank', ...(styleOf(style).layouts.some(isRun) ? ['table/unaligned'] : [])]
          : []
        expect(more.filter((rule) => !allowed.includes(rule))).toEqual([])
      }),
      { numRuns: 8 },
    )
    // Without line ends a table cannot be taken out; in a page's text the heads do not show that it is mixed.
    if (style !== 'gluedFlat' && !(isMixed && style === 'pdf')) expect(changed).toBeGreaterThan(0)
  })
})

describe.each(DAMAGES.map((damage) => [damage.name, damage] as const))('with damage: %s', (_, damage) => {
  test('every figure that is not 0 is still in its section', () => {
    const styles = STYLE_NAMES.filter((style) => styleOf(style).separates && !damage.untold?.(styleOf(style)))
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom(...styles), fc.nat(WAYS.length - 1), (seed, style, way) => {
        const [, from, to] = WAYS[way] as (typeof WAYS)[number]
        const figures = soundFigures(from, drawFrom(seed), 300)
        const { text } = writeReport({ format: from, style, figures, seed, damages: [damage], year: to.years.from })
        const before = readReport(text)
        const brought = bringToEdition(before, to)
        const after = readReport(
          applyEdits(
            text,
            brought.flatMap(({ edits }) => edits),
          ),
        )
        for (const { table } of brought) {
          const [were, are] = [before, after].map((report) => figuresIn(report, table.format.section))
          const lost = [...(were ?? [])].filter(([figure, count]) => (are?.get(figure) ?? 0) < count)
          expect(lost.map(([figure]) => figure)).toEqual([])
        }
      }),
      { numRuns: 8 },
    )
  })
})

/** How often each figure of more than one digit stands in a section; shorter ones number rows and pages. */
function figuresIn({ text, sections }: Report, id: string): Map<string, number> {
  const span = sections.find((section) => section.id === id)?.span ?? { start: 0, end: 0 }
  const words = text.slice(span.start, span.end).replace(/<[^>]*>|&#?\w+;/g, ' ')
  const counts = new Map<string, number>()
  for (const [figure] of words.replace(/20\d\d/g, '').matchAll(/\d{2,}/g))
    counts.set(figure, (counts.get(figure) ?? 0) + 1)
  return counts
}
