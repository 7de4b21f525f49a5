import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Review, review } from '../../../server/src/review/review.ts'
import { DAMAGES } from '../../generator/damage/index.ts'
import { drawFrom, soundFigures } from '../../generator/figures.ts'
import { falseFindings, faultsOf } from '../../generator/judge.ts'
import { STYLE_NAMES, type StyleName, styleOf } from '../../generator/layouts/index.ts'
import { type WrittenReport, writeReport } from '../../generator/report.ts'
import { formatIn, KINDS } from './made-kind.ts'

// What comes out of a file is read as the official editions are: in every layout, whole and damaged, beside other kinds.

const RUNS = { numRuns: Number(process.env.RUNS ?? 6) }

/** By the name of its kind: a made-up one, the sample, and the official one in a province's version. */
const FORMATS = ['forestry', 'enforcement', 'disclosure'].map((kind) => [kind, formatIn(KINDS, kind)] as const)

const reports = fc.record({
  seed: fc.nat(99_999),
  scale: fc.constantFrom(0, 1, 9, 300, 4_000_000),
  newline: fc.constantFrom('\n', '\r\n'),
})

const reviewed = ({ text }: WrittenReport): Review => review(text, { catalogue: KINDS })

function faultsIn(report: WrittenReport) {
  const done = reviewed(report)
  expect(done.failures).toEqual([])
  return [...faultsOf(done.report, report), ...falseFindings(done, report)]
}

/** What was not read may be said to be so. A wrong value is never right. */
const isSaid = ({ kind, where }: ReturnType<typeof faultsIn>[number]) =>
  kind === 'not read' || (kind === 'false finding' && where === 'table/unaligned')

describe.each(FORMATS)('%s', (_, format) => {
  describe.each(STYLE_NAMES)('as %s', (style: StyleName) => {
    const isSeparate = styleOf(style).separates

    test('a sound report is known for what it is and read to the last cell, and nothing is found', () => {
      fc.assert(
        fc.property(reports, ({ seed, scale, newline }) => {
          const figures = soundFigures(format, drawFrom(seed), scale)
          const written = writeReport({ format, style, figures, seed, newline })
          expect(faultsIn(written).filter((fault) => isSeparate || !isSaid(fault))).toEqual([])
          const { facts, sections, tables } = reviewed(written).report
          expect(facts.format).toBe(format)
          expect([facts.organ, facts.year]).toEqual([written.organ, written.year])
          expect(sections.map(({ id }) => id)).toEqual(format.sections.map(({ id }) => id))
          for (const { layout } of tables) expect(styleOf(style).layouts).toContain(layout)
        }),
        RUNS,
      )
    })

    test('with noise around it and damage in it, no value is read wrong and nothing is accused', () => {
      fc.assert(
        fc.property(reports, fc.subarray([...DAMAGES], { maxLength: 2 }), ({ seed, scale, newline }, damages) => {
          const figures = soundFigures(format, drawFrom(seed), scale)
          const written = writeReport({
            format,
            style,
            figures,
            seed,
            newline,
            damages,
            dressed: style !== 'gluedFlat',
          })
          expect(faultsIn(written).filter((fault) => !isSaid(fault))).toEqual([])
        }),
        RUNS,
      )
    })
  })
})
