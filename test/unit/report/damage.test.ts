import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CATALOGUE } from '../../../server/src/formats/catalogue.ts'
import type { Format } from '../../../server/src/formats/schema.ts'
import { readReport } from '../../../server/src/report/read.ts'
import { review } from '../../../server/src/review/review.ts'
import { sliceOf } from '../../../server/src/text/span.ts'
import { DAMAGES } from '../../generator/damage/index.ts'
import { drawFrom, soundFigures } from '../../generator/figures.ts'
import { type Fault, falseFindings, faultsOf } from '../../generator/judge.ts'
import { STYLE_NAMES, type StyleName, styleOf } from '../../generator/layouts/index.ts'
import { type WrittenReport, writeReport } from '../../generator/report.ts'

/** The layouts that tell cells apart: whatever a single kind of damage leaves readable in them must be read. */
const SEPARATED: readonly StyleName[] = [
  'tabs',
  'pipes',
  'bars',
  'mergedBars',
  'barredLines',
  'lines',
  'denseLines',
  'tabbedLines',
  'html',
  'htmlInMarkdown',
  'htmlPage',
  'absent',
]

const RUNS = { numRuns: Number(process.env.RUNS ?? 8) }

const reports = fc.record({
  edition: fc.constantFrom(...CATALOGUE.formats.map(({ id }) => id)),
  seed: fc.nat(99_999),
  scale: fc.constantFrom(0, 1, 9, 300, 4_000_000),
  newline: fc.constantFrom('\n', '\r\n'),
})
type Drawn = typeof reports extends fc.Arbitrary<infer T> ? T : never

const formatOf = (edition: string) => CATALOGUE.formats.find(({ id }) => id === edition) as Format

const someDamages = (minLength: number, maxLength: number) =>
  fc.subarray(
    DAMAGES.map(({ name }) => name),
    { minLength, maxLength },
  )

function written(
  style: StyleName,
  { edition, seed, scale, newline }: Drawn,
  names: readonly string[],
  dressed = false,
) {
  const format = formatOf(edition)
  const figures = soundFigures(format, drawFrom(seed), scale)
  const damages = DAMAGES.filter(({ name }) => names.includes(name))
  return writeReport({ format, style, figures, seed, newline, damages, dressed })
}

/** Every cell with its value at its place, or what is wrong with it; and no finding that the report does not deserve. */
function faultsIn(report: WrittenReport): Fault[] {
  const reviewed = review(report.text)
  expect(reviewed.failures).toEqual([])
  return [...faultsOf(reviewed.report, report), ...falseFindings(reviewed, report)]
}

function expectRead(report: WrittenReport): void {
  expect(faultsIn(report)).toEqual([])
}

/** What was not read may be said to be so, and is then not judged. A wrong value is never right. */
const isSaid = ({ kind, where }: Fault) =>
  kind === 'not read' || (kind === 'false finding' && where === 'table/unaligned')

function expectReadOrSaid(report: WrittenReport): void {
  expect(faultsIn(report).filter((fault) => !isSaid(fault))).toEqual([])
}

describe('the generator', () => {
  test.each(STYLE_NAMES)('knows where every figure went, as %s', (style) => {
    fc.assert(
      fc.property(reports, someDamages(0, 3), (drawn, damages) => {
        const { text, figures, held } = written(style, drawn, damages, true)
        for (const [address, { span, reads }] of figures) {
          const [table, row] = address.split('/')
          expect(held.has(`${table}/${row}`)).toBe(true)
          if (damages.length === 0) expect(sliceOf(text, span)).toBe(reads[0])
          else if (reads.includes(sliceOf(text, span).replace(/\D/g, ''))) expect(span.end).toBeGreaterThan(span.start)
        }
      }),
      RUNS,
    )
  })
})

describe.each(STYLE_NAMES)('as %s', (style) => {
  const expectFair = SEPARATED.includes(style) ? expectRead : expectReadOrSaid

  test('every cell of a sound report is read, and nothing is found', () => {
    fc.assert(
      fc.property(reports, (drawn) => expectRead(written(style, drawn, []))),
      RUNS,
    )
  })

  test('titles, headings, dates and page noise as they really are', () => {
    fc.assert(
      fc.property(reports, (drawn) => {
        const report = written(style, drawn, [], true)
        const { facts, sections, tables } = readReport(report.text)
        expect([facts.organ, facts.year]).toEqual([report.organ, report.year])
        expect(sections.map(({ id }) => id)).toEqual(formatOf(drawn.edition).sections.map(({ id }) => id))
        for (const { layout } of tables) expect(styleOf(style).layouts).toContain(layout)
        expectFair(report)
      }),
      RUNS,
    )
  })

  const told = DAMAGES.filter((damage) => !damage.untold?.(styleOf(style)))
  test.for(told.map(({ name }) => name))('with damage: %s', (name) => {
    fc.assert(
      fc.property(reports, (drawn) => expectFair(written(style, drawn, [name]))),
      RUNS,
    )
  })

  test('with several kinds of damage', () => {
    fc.assert(
      fc.property(reports, someDamages(2, 4), (drawn, damages) => expectReadOrSaid(written(style, drawn, damages))),
      { numRuns: 4 * RUNS.numRuns },
    )
  })
})
