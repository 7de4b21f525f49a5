import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CATALOGUE } from '../../../server/src/formats/catalogue.ts'
import { type FigureEdit, figureEdit } from '../../../server/src/report/figure-edit.ts'
import { readReport } from '../../../server/src/report/read.ts'
import type { Report } from '../../../server/src/report/report.ts'
import { applyEdits } from '../../../server/src/text/span.ts'
import { drawFrom, soundFigures } from '../../generator/figures.ts'
import { STYLE_NAMES, STYLES } from '../../generator/layouts/index.ts'
import { writeReport } from '../../generator/report.ts'
import { report } from '../../suite/fixtures.ts'

const GRANTED = 'requests/granted/person'

const written = (text: string, made: FigureEdit) => ('edits' in made ? applyEdits(text, made.edits) : made.refused)

/** What becomes of a text when something is typed in a cell. */
const typing = (text: string, typed: string, address = GRANTED) =>
  written(text, figureEdit(readReport(text), address, typed))

/** The line of a text that has a label. */
const lineOf = (text: string, label: string) => text.split('\n').find((line) => line.includes(label))

const TABS = report('tabs')
const granted = (cells: string, text = TABS) => text.replace('（一）予以公开\t\t9\t2\t', `（一）予以公开\t\t${cells}\t`)

describe('a figure is written as the one that it replaces', () => {
  test.each([
    ['plain', '9', '12', '12'],
    ['typed in full width', '9', '１２', '12'],
    ['typed with separators', '9', '1,234', '1234'],
    ['in full width', '９', '12', '１２'],
    ['with separators', '1,009', '2345', '2,345'],
    ['with blanks around it', ' 9 ', '12', ' 12 '],
    ['without them', ' 9 ', ' 12 ', ' 12 '],
    ['with its unit', '9件', '12', '12件'],
    ['a minus that it had', '-9', '12', '12'],
    ['another minus', '−9', '-12', '−12'],
    ['change in words', '增9', '-12', '减12'],
    ['more of it', '减9', '12', '增12'],
  ])('%s', (_, old, typed, now) => {
    expect(lineOf(typing(granted(`${old}\t2`), typed), '予以公开')).toBe(lineOf(granted(`${now}\t2`), '予以公开'))
  })

  test('nothing else of the text changes', () => {
    expect(typing(TABS, '12')).toBe(granted('12\t2'))
    expect(typing(TABS.replaceAll('\n', '\r\n'), '12')).toBe(granted('12\t2').replaceAll('\n', '\r\n'))
  })

  test('nothing empties the cell, with its unit', () => {
    expect(typing(granted('9\t2'), '')).toBe(granted('\t2'))
    expect(typing(granted('9件\t2'), ' ')).toBe(granted('\t2'))
  })

  test('a mark says that none applies', () => {
    expect(typing(TABS, '/')).toBe(granted('/\t2'))
    expect(typing(granted('/\t2'), '9')).toBe(TABS)
  })

  test('an empty cell takes the habits of its table', () => {
    expect(typing(granted('\t2'), '9')).toBe(TABS)
    expect(typing(granted('\t２'), '9')).toBe(granted('９\t２'))
    expect(typing(granted('\t1,002'), '9000')).toBe(granted('9,000\t1,002'))
  })

  test('decimals where they belong', () => {
    expect(typing(TABS, '1256.45', 'proactive/fees/amount')).toBe(TABS.replace('256.4', '1256.45'))
  })

  test('the same figure is no edit', () => {
    expect(figureEdit(readReport(TABS), GRANTED, ' 9')).toEqual({ edits: [] })
    expect(figureEdit(readReport(granted('９\t2')), GRANTED, '9')).toEqual({ edits: [] })
  })
})

describe('nothing is written', () => {
  test.each(['九件', '1.2.3', 'a', '12件', '9 | 3', '<b>9</b>', '9\t3'])('for %j, which is no figure', (typed) => {
    expect(typing(TABS, typed)).toBe('noFigure')
  })

  test.each(['requests/none/person', 'none/granted/person', 'granted', '', 'requests/granted/toString'])(
    'for a cell that is not there: %j',
    (address) => {
      expect(typing(TABS, '9', address)).toBe('noCell')
    },
  )

  test('where figures stand glued and would be told apart otherwise', () => {
    const format = CATALOGUE.formats.at(-1) as (typeof CATALOGUE.formats)[number]
    const figures = soundFigures(format, drawFrom(3), 9)
    const { text } = writeReport({ format, style: 'gluedFlat', figures })
    expect(typing(text, '12345')).toBe('noPlace')
  })
})

/** What was read, but for one cell. */
const othersIn = ({ tables }: Report, address: string) =>
  tables.map(({ id, cells, rows }) => [
    id,
    rows.filter(({ unaligned }) => unaligned).map((row) => row.id),
    [...cells].filter(([key]) => `${id}/${key}` !== address).map(([key, { raw, state }]) => [key, raw, state]),
  ])

describe.each(CATALOGUE.formats.map((format) => [format.id, format] as const))('edition %s', (_, format) => {
  test.each(STYLE_NAMES.filter((style) => style !== 'absent'))('as %s: the figure alone changes', (style) => {
    const { separates } = STYLES[style]
    let count = 0
    fc.assert(
      fc.property(
        fc.nat(),
        fc.nat(),
        fc.nat(9999),
        fc.constantFrom(1, 9, 300),
        fc.constantFrom('\n', '\r\n'),
        (seed, pick, figure, scale, newline) => {
          const figures = soundFigures(format, drawFrom(seed), scale)
          const { text } = writeReport({ format, style, figures, seed, newline })
          const before = readReport(text)
          const addresses = before.tables.flatMap(({ id, cells }) => [...cells.keys()].map((key) => `${id}/${key}`))
          const address = addresses[pick % addresses.length] as string
          const made = figureEdit(before, address, String(figure))
          if ('refused' in made) {
            expect([address, made.refused, separates]).toEqual([address, 'noPlace', false])
            return
          }
          count++
          const after = readReport(applyEdits(text, made.edits))
          const [id, row, column] = address.split('/')
          expect(after.tables.find((table) => table.id === id)?.cells.get(`${row}/${column}`)?.value).toBe(figure)
          expect(othersIn(after, address)).toEqual(othersIn(before, address))
        },
      ),
      { numRuns: 12 },
    )
    if (separates) expect(count).toBe(12)
  })

  const oneALine = ['lines', 'denseLines', 'barredLines', 'barLines'] as const
  test.each(oneALine)('as %s: a single figure that is emptied and written again is where it was', (style) => {
    const figures = soundFigures(format, drawFrom(5), 300)
    const { text } = writeReport({ format, style, figures, seed: 5 })
    for (const table of readReport(text).tables) {
      for (const row of table.rows.filter(({ cells }) => cells.length === 1)) {
        const [cell] = row.cells
        const address = `${table.id}/${row.id}/${cell?.column}`
        expect([address, typing(typing(text, '', address), cell?.raw ?? '', address)]).toEqual([address, text])
      }
    }
  })

  const keeping = STYLE_NAMES.filter((style) => STYLES[style].keepsBlanks && style !== 'absent')
  test.each(keeping)('as %s: a cell that is emptied can be filled again, and nothing is left of it', (style) => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (seed, pick) => {
        const figures = soundFigures(format, drawFrom(seed), 300)
        const { text } = writeReport({ format, style, figures, seed })
        const before = readReport(text)
        const cells = before.tables.flatMap((table) => [...table.cells].map(([key, cell]) => ({ table, key, cell })))
        const { table, key, cell } = cells[pick % cells.length] as (typeof cells)[number]
        const address = `${table.id}/${key}`
        const emptied = typing(text, '', address)
        expect(
          readReport(emptied)
            .tables.find(({ id }) => id === table.id)
            ?.cells.get(key)?.state,
        ).toBe('blank')
        const filled = typing(emptied, cell.raw, address)
        expect(
          readReport(filled)
            .tables.find(({ id }) => id === table.id)
            ?.cells.get(key)?.value,
        ).toEqual(cell.value)
        expect(filled.replace(/\s/g, '') === text.replace(/\s/g, '')).toBe(true)
      }),
      { numRuns: 12 },
    )
  })
})
