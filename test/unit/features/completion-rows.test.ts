import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { TextDocument } from 'vscode-languageserver-textdocument'
import type { TextEdit } from 'vscode-languageserver-types'
import { completion } from '../../../server/src/features/completion.ts'
import { CATALOGUE } from '../../../server/src/formats/catalogue.ts'
import { rowIds, rowOf } from '../../../server/src/formats/schema.ts'
import type { Report } from '../../../server/src/report/report.ts'
import { type Review, review } from '../../../server/src/review/review.ts'
import { gapsIn } from '../../../server/src/rules/table/row-missing.ts'
import { digitsOf } from '../../../server/src/text/amount.ts'
import { type Damage, damaged } from '../../generator/damage/damage.ts'
import { drawFrom, soundFigures } from '../../generator/figures.ts'
import { STYLE_NAMES, type StyleName, styleOf } from '../../generator/layouts/index.ts'
import { writeReport } from '../../generator/report.ts'
import { rowsIn } from '../../generator/table.ts'
import { report } from '../../suite/fixtures.ts'
import { planted } from '../rules/planted.ts'
import { FORM, offeredAt } from './offered.ts'

// Wherever a row is offered, it may be accepted: the table has it where the form has it, and is otherwise as it was.

const RUNS = { numRuns: Number(process.env.RUNS ?? 4) }

const leftOut = (table: string, rows: readonly string[]): Damage => ({
  name: 'rows left out',
  held: 'exact',
  apply: (model) =>
    model.id === table
      ? damaged(
          model,
          model.lines.filter((line) => !rowsIn(line).some((row) => rows.includes(row))),
          'exact',
          [],
        )
      : model,
})

const drawn = fc.record({
  edition: fc.nat(CATALOGUE.formats.length - 1),
  table: fc.constantFrom('proactive', 'requests'),
  from: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  count: fc.constantFrom(1, 1, 1, 2, 4),
  seed: fc.nat(9999),
  dressed: fc.boolean(),
  newline: fc.constantFrom('\n', '\r\n', '\r'),
  typed: fc.constantFrom('', '', '', '', ' ', '规', '2.'),
})
/** A row among others of its group, and one below heads. */
const SURE = { edition: 1, count: 1, seed: 0, dressed: false, newline: '\n', typed: '' } as const
const EXAMPLES: [Drawn][] = [[{ ...SURE, table: 'requests', from: 0.34 }], [{ ...SURE, table: 'proactive', from: 0.2 }]]
type Drawn = typeof drawn extends fc.Arbitrary<infer T> ? T : never

function withoutRows(style: StyleName, { edition, table, from, count, ...options }: Drawn): string {
  const format = CATALOGUE.formats[edition] as (typeof CATALOGUE.formats)[number]
  const ids = rowIds(format.tables.find(({ id }) => id === table) as (typeof format.tables)[number])
  const first = Math.floor(from * ids.length)
  const damages = [leftOut(table, ids.slice(first, first + count))]
  return writeReport({ format, style, figures: soundFigures(format, drawFrom(edition + first)), damages, ...options })
    .text
}

/** Texts with a line of their own at each place around the rows that are missing, and at some others; as they are, too. */
function* places(text: string, { newline, typed }: Drawn): Iterable<{ text: string; carets: readonly number[] }> {
  const starts = [0, ...[...text.matchAll(new RegExp(newline, 'g'))].map(({ index }) => index + newline.length)]
  yield { text, carets: starts.slice(1).map((start) => start - newline.length) }
  const gaps = review(text).report.tables.flatMap((table) =>
    gapsIn(table).map(({ before, after }) => before?.span.end ?? after?.label.start ?? table.span.start),
  )
  for (const [line, start] of starts.entries()) {
    const isNear = gaps.some((gap) => Math.abs(starts.findLastIndex((other) => other <= gap) - line) < 9)
    if (isNear || line % 40 === 0)
      yield { text: text.slice(0, start) + typed + newline + text.slice(start), carets: [start + typed.length] }
  }
}

const rulesIn = ({ findings }: Review): string[] =>
  findings.map(({ rule }) => rule).filter((rule) => rule !== 'cell/blank' && rule !== 'table/row-missing')

const cellsIn = ({ tables }: Report) =>
  tables.flatMap(({ id, cells }) =>
    [...cells].map(([key, { state, value }]) => `${id}/${key} ${value === null ? state : digitsOf(value)}`),
  )

/** What a row has brought about that is not its own blanks. */
function brought(before: Review, after: Review, table: string, row: string): unknown[] {
  const wrong: unknown[] = []
  const more = [...rulesIn(after)]
  for (const rule of rulesIn(before)) if (more.includes(rule)) more.splice(more.indexOf(rule), 1)
  if (more.length > 0) wrong.push(['found', ...more])
  const now = new Set(cellsIn(after.report))
  const gone = cellsIn(before.report).filter((cell) => !now.has(cell))
  if (gone.length > 0) wrong.push(['gone', ...gone.slice(0, 3)])
  const written = after.report.tables.find(({ id }) => id === table)
  const ids = written?.rows.map(({ id }) => id) ?? []
  const official = written === undefined ? [] : rowIds(written.format).filter((id) => ids.includes(id))
  const own = written?.rows.find(({ id }) => id === row)
  if (own === undefined || own.unaligned || own.cells.some(({ state }) => state !== 'blank'))
    wrong.push(['not read', row])
  else if (ids.join() !== official.join()) wrong.push(['out of order', row])
  return wrong
}

const KEEP_BLANKS = STYLE_NAMES.filter((style) => styleOf(style).keepsBlanks && style !== 'absent')

test.each(STYLE_NAMES.filter((style) => style !== 'absent'))('as %s', { timeout: 60_000 }, (style) => {
  let accepted = 0
  fc.assert(
    fc.property(drawn, (options) => {
      for (const { text, carets } of places(withoutRows(style, options), options)) {
        const before = review(text)
        const document = TextDocument.create('untitled:a', style.startsWith('html') ? 'html' : 'markdown', 1, text)
        const missing = before.report.tables.flatMap(({ id: table, format, ...rest }) =>
          gapsIn({ id: table, format, ...rest })
            .flatMap(({ rows }) => rows)
            .map((row) => ({ table, row, label: rowOf(format, row)?.row.label })),
        )
        for (const caret of carets) {
          for (const { label, textEdit, additionalTextEdits = [] } of offersAt(before, document, caret)) {
            const own = missing.find((one) => one.label === label)
            if (own === undefined) continue
            accepted++
            const after = review(TextDocument.applyEdits(document, [textEdit as TextEdit, ...additionalTextEdits]))
            expect(brought(before, after, own.table, own.row)).toEqual([])
            expect(document.getText((textEdit as TextEdit).range).trim()).toBe(
              carets.length > 1 ? '' : options.typed.trim(),
            )
          }
        }
      }
    }),
    { ...RUNS, examples: EXAMPLES },
  )
  expect(accepted > 0).toBe(KEEP_BLANKS.includes(style))
})

const offersAt = (reviewed: Review, document: TextDocument, caret: number) =>
  completion(reviewed, document, document.positionAt(caret), FORM).items

describe('a row is not offered', () => {
  const labelsAt = (source: string, languageId?: string) => offeredAt(source, {}, languageId).labels

  test('in place of the line of dashes, or above it', () => {
    const without = report('pipes').replace(/^\| 规章 .*\n/m, '')
    for (const dashes of ['$&⟦⟧', '⟦⟧\n$&']) expect(labelsAt(without.replace(/^\| --- .*$/m, dashes))).toEqual([])
    expect(labelsAt(without.replace(/^\| 信息内容 .*$/m, '$&\n⟦⟧'))).toContain('规章')
  })

  test.each([
    ['barredLines', /^规章 \|\n(?:\d+ \|\n)+/m],
    ['barLines', /^规章\n\|\n(?:\d+\n\|\n)+/m],
    ['tabbedLines', /^\t规章\n(?:\t\d+\n)+\n/m],
  ] as const)('in place of blank cells, as %s', (layout, row) => {
    const { text } = planted({ layout })
    const without = text.replace(row, '')
    expect(without).not.toBe(text)
    for (const { index, 0: cell } of without.matchAll(/^[|\t]+$/gm)) {
      const at = index + cell.length
      expect(labelsAt(`${without.slice(0, at)}⟦⟧${without.slice(at)}`)).toEqual([])
    }
  })

  test.each(['tabs', 'pipes'] as const)('below the heading of another block, as %s', (layout) => {
    const without = report(layout).replace(/^.*行政规范性文件.*\n/m, '')
    const below = (words: string) => labelsAt(without.replace(new RegExp(`^.*${words}.*$`, 'm'), '$&\n⟦⟧'))
    expect(below('第二十条第（五）项')).toEqual([])
    expect(below('行政许可')).toEqual([])
    expect(below('规章')).toContain('行政规范性文件')
  })

  test('above the heads of its own', () => {
    const without = report('tabs').replace(/^行政许可.*\n/m, '')
    const lines = without.split('\n')
    const heading = lines.findIndex((line) => line.startsWith('第二十条第（五）项'))
    const labels = (line: number) => labelsAt(lines.toSpliced(line, 0, '⟦⟧').join('\n'))
    expect([heading, heading + 1, heading + 2, heading + 3].map((line) => labels(line).includes('行政许可'))).toEqual([
      false,
      false,
      true,
      false,
    ])
  })

  test.each(['tabs', 'bars', 'html'] as const)('above figures that have lost their label, as %s', (layout) => {
    const { text } = planted({ layout })
    const [row = '', lead = ''] = /^(.*)3\.危及.*\n/m.exec(text) ?? []
    const figures = row.replace(/3\.危及[^\t|<]*/, '')
    expect(lead).not.toBe('')
    const labels = (below: string) => labelsAt(text.replace(row, `⟦⟧\n${below}`), layout)
    expect(labels('').length).toBeGreaterThan(0)
    expect(labels(figures)).toEqual([])
  })

  test('within another row', () => {
    const { text } = planted({ layout: 'html' })
    const without = text.replace(/<tr><td[^>]*>行政许可.*<\/tr>\n/, '')
    expect(without).not.toBe(text)
    expect(labelsAt(without.replace('第（六）项</td>', '第（六）项</td>\n⟦⟧\n'), 'html')).toEqual([])
    expect(labelsAt(without.replace(/<tr>.*第（六）项<\/td>/, '⟦⟧\n$&'), 'html')).toContain('行政许可')
  })
})
