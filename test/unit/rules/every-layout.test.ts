import { describe, expect, test } from 'vitest'
import { CATALOGUE } from '../../../server/src/formats/catalogue.ts'
import { review } from '../../../server/src/review/review.ts'
import { applyEdits } from '../../../server/src/text/span.ts'
import { drawFrom, soundFigures } from '../../generator/figures.ts'
import { STYLE_NAMES, type StyleName, styleOf } from '../../generator/layouts/index.ts'
import { render } from '../../generator/render.ts'
import { applied } from './planted.ts'

// A fix writes in the layout of the text around it. Without line ends there is nothing to go by.
const STYLES = STYLE_NAMES.filter((style) => style !== 'absent' && style !== 'gluedFlat')

const written = (style: StyleName, edition: number, seed = 3) => {
  const format = CATALOGUE.formats[edition] as (typeof CATALOGUE.formats)[number]
  return render({ format, layout: style, figures: soundFigures(format, drawFrom(seed)), year: format.years.from }).text
}

/** A report, and the same with another figure in a cell that sums hold. */
function withWrongFigure(style: StyleName, edition: number) {
  const text = written(style, edition)
  const span = review(text)
    .report.tables.find(({ id }) => id === 'requests')
    ?.cells.get('granted/person')?.span
  if (span === undefined) throw new Error('not read')
  return { text, wrong: `${text.slice(0, span.start)}77${text.slice(span.end)}` }
}

/** What is found besides rows that this layout does not tell apart, and what is put in empty. */
const rulesIn = (text: string) =>
  review(text)
    .findings.map(({ rule }) => rule)
    .filter((rule) => rule !== 'table/unaligned' && rule !== 'cell/blank' && rule !== 'section/empty')

const unalignedIn = (text: string) =>
  review(text).report.tables.flatMap(({ id, rows }) =>
    rows.filter((row) => row.unaligned).map((row) => `${id}/${row.id}`),
  )

describe.each(STYLES)('as %s', (style) => {
  test.each([0, 1, 2, 3, 4, 5])('section %i, cut out, is put in again with its empty table', (index) => {
    for (const edition of [0, 1]) {
      const text = written(style, edition)
      const { report } = review(text)
      const { span, id } = report.sections[index] as (typeof report.sections)[number]
      const cut = text.slice(0, span.start) + text.slice(span.end)
      const missing = review(cut).findings.find(({ rule }) => rule === 'section/missing')
      const [fix] = missing?.fixes ?? []
      const mended = applyEdits(cut, fix?.edits ?? [])
      expect(rulesIn(mended)).toEqual([])
      expect(review(mended).report.sections.map((section) => section.id)).toEqual(
        report.sections.map((section) => section.id),
      )
      expect(review(mended).report.tables.map((table) => table.id)).toEqual(report.tables.map((table) => table.id))
      expect(review(cut).report.sections.map((section) => section.id)).not.toContain(id)
      const known = unalignedIn(cut)
      expect(unalignedIn(mended).filter((row) => !known.includes(row))).toEqual([])
    }
  })
})

const isSeparate = (style: StyleName) => styleOf(style).separates

describe.each(STYLES.filter(isSeparate))('as %s', (style) => {
  test('a wrong figure is found, and its fix gives the text back', () => {
    for (const edition of [0, 1]) {
      const { text, wrong } = withWrongFigure(style, edition)
      const { findings } = review(wrong)
      expect(findings.map(({ rule, address }) => [rule, address])).toEqual([
        ['arithmetic/cell', 'requests/granted/person'],
      ])
      const [fix] = findings[0]?.fixes ?? []
      expect(fix && applied(wrong, fix).text).toBe(text)
    }
  })
})

// Only the sums tell where one figure ends and the next begins.
describe.each(STYLES.filter((style) => !isSeparate(style)))('as %s', (style) => {
  test('the row of a wrong figure is said to be unaligned, and nothing is accused', () => {
    for (const edition of [0, 1]) {
      const { wrong } = withWrongFigure(style, edition)
      const { report } = review(wrong)
      const rows = report.tables.find(({ id }) => id === 'requests')?.rows
      expect(rows?.find(({ id }) => id === 'granted')?.unaligned).toBe(true)
      expect(rulesIn(wrong)).toEqual([])
    }
  })
})

describe.each(STYLES.filter((style) => style !== 'pdf'))('as %s', (style) => {
  test('the single row of 2019 becomes three', () => {
    const text = written(style, 0).replaceAll('2019年', '2023年')
    const outdated = review(text).findings.find(({ rule }) => rule === 'format/outdated-row')
    const [fix] = outdated?.fixes ?? []
    const mended = applyEdits(text, fix?.edits ?? [])
    expect(rulesIn(mended)).toEqual(rulesIn(text).filter((rule) => rule !== 'format/outdated-row'))
    expect(review(mended).report.tables.find(({ id }) => id === 'requests')?.rows.length).toBe(25)
  })
})

// The lines of a page cross those of other rows: there is none to write new ones like.
test('as pdf, the single row of 2019 is pointed out, and left to the author', () => {
  const findings = review(written('pdf', 0).replaceAll('2019年', '2023年')).findings
  expect(findings.find(({ rule }) => rule === 'format/outdated-row')?.fixes).toEqual([])
})
