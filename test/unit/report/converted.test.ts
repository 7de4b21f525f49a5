import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CATALOGUE } from '../../../server/src/formats/catalogue.ts'
import type { Report } from '../../../server/src/report/report.ts'
import { review } from '../../../server/src/review/review.ts'
import { severityOf } from '../../../server/src/review/severity.ts'
import { digitsOf } from '../../../server/src/text/amount.ts'
import { applyEdits, sliceOf } from '../../../server/src/text/span.ts'
import { drawFrom, type Figures, soundFigures } from '../../generator/figures.ts'
import { STYLE_NAMES, styleOf } from '../../generator/layouts/index.ts'
import { writeReport } from '../../generator/report.ts'

// What browsers, spreadsheets and converters make of tables, beside the layouts that the generator writes.

type Rows = readonly (readonly string[])[]

const wide = (word: string, width: number) => word + ' '.repeat(Math.max(0, width - 2 * word.length))
/** The widths of columns, at most so many letters: figures stay whole. */
const widths = (rows: Rows, most: number) =>
  rows.reduce<number[]>(
    (all, row) =>
      row.map((word, column) =>
        Math.max(all[column] ?? 1, /^-?\d/.test(word) ? word.length : Math.min(most, word.length)),
      ),
    [],
  )

/** Between borders of characters; a cell that is wider than its column goes on below. */
function drawn(rows: Rows, most: number, [left, level, cross, right, bar]: readonly string[]): string {
  const columns = widths(rows, most)
  const border = `${left}${columns.map((width) => level?.repeat(2 * width + 2)).join(cross)}${right}\n`
  const lines = rows.map((row) => {
    const pieces = row.map((word, column) => word.match(new RegExp(`.{1,${columns[column]}}`, 'g')) ?? [''])
    const height = Math.max(...pieces.map(({ length }) => length))
    return Array.from({ length: height }, (_, line) => {
      const words = pieces.map((cell, column) => ` ${wide(cell[line] ?? '', 2 * (columns[column] as number))} `)
      return `${bar}${words.join(bar)}${bar}\n`
    }).join('')
  })
  return border + lines.join(border) + border
}

const CONVERTED: Readonly<Record<string, (rows: Rows) => string>> = {
  'a browser’s text, paragraphs in the cells': (rows) =>
    rows.map((row) => `${row.join('\n\n\t\n\n')}\n\n\n\n\n`).join(''),
  'a browser’s text, blocks in the cells': (rows) => rows.map((row) => `${row.join('\n\t\n')}\n\n\n`).join(''),
  'a browser’s text, with the indents of the source': (rows) =>
    rows.map((row) => `\t\t\t\n\n${row.join('\n\n\n\t\n\t\t\t\n\n')}\n\n\n\n\n`).join(''),
  'borders drawn with lines': (rows) => drawn(rows, 40, ['├', '─', '┼', '┤', '│']),
  'borders drawn with lines, narrow': (rows) => drawn(rows, 6, ['├', '─', '┼', '┤', '│']),
  'borders drawn with signs': (rows) => drawn(rows, 40, ['+', '-', '+', '+', '|']),
  'borders drawn with signs, narrow': (rows) => drawn(rows, 4, ['+', '=', '+', '+', '|']),
  'borders drawn with signs, one letter wide': (rows) => drawn(rows, 2, ['+', '-', '+', '+', '|']),
  'bars as wide as an ideograph': (rows) => rows.map((row) => `${row.join('｜')}｜\n`).join(''),
  'a wiki': (rows) => rows.map((row) => `|-\n${row.map((word) => `| ${word}\n`).join('')}`).join(''),
  'a spreadsheet, all cells in quotes': (rows) =>
    rows.map((row) => `${row.map((word) => `"${word}"`).join('\t')}\n`).join(''),
  'an editor, blanks at the ends of lines gone': (rows) => rows.map((row) => `${row.join('\t').trimEnd()}\n`).join(''),
  'columns below one another, far apart': (rows) =>
    rows.map((row) => `${row.map((word) => wide(word, 160)).join(' ')}\n`).join(''),
}

/** A report with its tables as a converter writes them. */
function converted(text: string, convert: (rows: Rows) => string): string {
  const parts = text.split(/((?:.*\t.*\n)+)/)
  return parts.map((part) => (part.includes('\t') ? convert(rowsOf(part)) : part)).join('')
}

const rowsOf = (lines: string): Rows =>
  lines
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => line.split('\t'))

const reports = fc.record({
  format: fc.constantFrom(...CATALOGUE.formats),
  seed: fc.nat(99_999),
  scale: fc.constantFrom(0, 9, 300, 4_000_000),
})

/** The figures that were read, by address; what is none is null. */
function valuesIn({ text, tables }: Report): Map<string, string | null> {
  const values = new Map<string, string | null>()
  for (const { id, cells } of tables) {
    for (const [key, { value, span, raw }] of cells) {
      expect(sliceOf(text, span)).toBe(raw)
      values.set(`${id}/${key}`, value === null ? null : digitsOf(value))
    }
  }
  return values
}

const written = (figures: Figures) =>
  new Map([...figures].map(([address, figure]) => [address, figure === null ? null : String(figure)]))

const accusations = ({ findings }: ReturnType<typeof review>) =>
  findings.filter((finding) => ['error', 'warning'].includes(severityOf(finding))).map(({ rule }) => rule)

describe.each(Object.entries(CONVERTED))('%s', (_, convert) => {
  test('every cell is read, and nothing is found', () => {
    fc.assert(
      fc.property(reports, ({ format, seed, scale }) => {
        const figures = soundFigures(format, drawFrom(seed), scale)
        const reviewed = review(converted(writeReport({ format, style: 'tabs', figures }).text, convert))
        expect(sorted(valuesIn(reviewed.report))).toEqual(sorted(written(figures)))
        expect(accusations(reviewed)).toEqual([])
      }),
      { numRuns: 12 },
    )
  })

  test('with blanks among the figures, no value is wrong', () => {
    fc.assert(
      fc.property(reports, ({ format, seed, scale }) => {
        const draw = drawFrom(seed)
        const figures = soundFigures(format, draw, scale)
        for (const address of figures.keys()) if (draw(12) === 0) figures.set(address, null)
        const reviewed = review(converted(writeReport({ format, style: 'tabs', figures }).text, convert))
        const truth = written(figures)
        const wrong = [...valuesIn(reviewed.report)].filter(([at, value]) => value !== null && value !== truth.get(at))
        expect(wrong).toEqual([])
        expect(accusations(reviewed).filter((rule) => rule !== 'table/unaligned' && rule !== 'cell/blank')).toEqual([])
      }),
      { numRuns: 12 },
    )
  })
})

const sorted = (values: ReadonlyMap<string, string | null>) => [...values].sort(([a], [b]) => (a < b ? -1 : 1))

describe.each(STYLE_NAMES.filter((style) => styleOf(style).separates && style !== 'absent'))('as %s', (style) => {
  test.each([
    ['in bold', (figure: string) => `**${figure}**`, 2],
    ['in italics', (figure: string) => `*${figure}*`, 1],
    ['with the sign as converters write it', (figure: string) => figure.replace(/^-/, '\\-'), 0],
  ] as const)('figures %s are read at their places', (_, rewrite, before) => {
    fc.assert(
      fc.property(reports, ({ format, seed, scale }) => {
        const { text, figures } = writeReport({
          format,
          style,
          figures: soundFigures(format, drawFrom(seed), scale),
          seed,
        })
        const edits = [...figures.values()].map(({ span }) => ({ span, newText: rewrite(sliceOf(text, span)) }))
        const reviewed = review(applyEdits(text, edits))
        const raws = reviewed.report.tables.flatMap(({ cells }) => [...cells.values()].map(({ raw }) => raw))
        const truth = [...figures.values()].sort((a, b) => a.span.start - b.span.start)
        expect(raws).toEqual(
          truth.map(({ span }) => rewrite(sliceOf(text, span)).slice(before, before === 0 ? undefined : -before)),
        )
        expect(accusations(reviewed)).toEqual([])
      }),
      { numRuns: 6 },
    )
  })
})

describe('a row that could be read in two ways is not', () => {
  const [format] = CATALOGUE.formats
  if (format === undefined) throw new Error('no format')
  const read = (text: string, row: string) =>
    review(text)
      .report.tables.flatMap(({ rows }) => rows)
      .find(({ id }) => id === row)

  test('one figure with a digit for each column, or the only one among blanks', () => {
    const figures = soundFigures(format, drawFrom(5), 300)
    for (const column of ['produced', 'disclosed']) figures.set(`proactive/governmentRules/${column}`, null)
    figures.set('proactive/governmentRules/disclosedTotal', 289)
    expect(read(writeReport({ format, style: 'spaces', figures }).text, 'governmentRules')?.unaligned).toBe(true)
  })

  test('a page break among the figures, unless the sums tell', () => {
    const { text } = writeReport({ format, style: 'tabbedLines', figures: soundFigures(format, drawFrom(5), 9) })
    const torn = (row: RegExp) => text.replace(row, '$1\n- 3 -\n\n')
    const total = read(torn(/(（七）总计\n(?:\t\n)*(?:\t\d+\n){6})/), 'total')
    expect(total?.cells.map(({ raw }) => raw)).toEqual(read(text, 'total')?.cells.map(({ raw }) => raw))
    const wrong = torn(/(（七）总计\n(?:\t\n)*(?:\t\d+\n){6})/).replace(/(（七）总计\n(?:\t\n)*\t)/, '$19')
    expect(read(wrong, 'total')?.unaligned).toBe(true)
  })

  test('figures whose last digits stand below them', () => {
    const figures = soundFigures(format, drawFrom(5), 300)
    const { text } = writeReport({ format, style: 'bars', figures })
    const narrow = text.replace(
      /^(.*（一）予以公开.*?)((?:\d+ \| ){7})/m,
      (_, label: string, row: string) =>
        `${label}${row.replace(/\d+/g, (digits) => digits.slice(0, 2))}\n${' | '.repeat(3)}${row.replace(/\d+/g, (digits) => digits.slice(2))}`,
    )
    expect(narrow).not.toBe(text)
    expect(read(narrow, 'granted')?.unaligned).toBe(true)
  })
})
