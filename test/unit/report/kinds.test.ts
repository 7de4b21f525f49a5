import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CATALOGUE, formatFor, kindsOf } from '../../../server/src/formats/catalogue.ts'
import { readReport } from '../../../server/src/report/read.ts'
import { review } from '../../../server/src/review/review.ts'
import { drawFrom, soundFigures } from '../../generator/figures.ts'
import { STYLE_NAMES } from '../../generator/layouts/index.ts'
import { writeReport } from '../../generator/report.ts'
import { catalogueWith, FORESTRY, formatIn, KINDS, packText } from '../formats/made-kind.ts'

/** Official editions beside other kinds, none of which is a version of one of them. */
const BESIDE = catalogueWith(packText(FORESTRY))

const kindOf = (text: string, catalogue = KINDS) => readReport(text, catalogue).facts.format?.kind

describe('a text is of the kind', () => {
  test.each([
    ['whose title it has', '青禾县林业局2023年林木采伐情况年度报告\n', 'forestry'],
    [
      'whose title it has, whatever the line says besides',
      '青禾县林业局2023年度林木采伐年度报告（盖章）\n',
      'forestry',
    ],
    [
      'whose rows it has, without a title',
      '2023年1月1日至2023年12月31日\n（一）准予采伐\t3\t1\n1.超出采伐限额\t0\t2\n',
      'forestry',
    ],
    [
      'of whose titles it has most else',
      '青禾县2023年政府信息公开工作年度报告\n青禾县2023年林木采伐情况年度报告\n一、基本情况\n二、采伐许可办理情况\n',
      'forestry',
    ],
    [
      'of whose titles it has most else, in whatever order',
      '青禾县2023年林木采伐情况年度报告\n青禾县2023年政府信息公开工作年度报告\n一、总体情况\n（一）予以公开\t3\n',
      'disclosure',
    ],
  ])('%s', (_, text, kind) => {
    expect(kindOf(text)).toBe(kind)
  })

  test.each([
    ['titles in sentences', '会议讨论了《林木采伐情况年度报告》，并要求按期编报政府信息公开工作年度报告。\n'],
    ['one row', '（一）准予采伐\t3\t1\n'],
    ['a label in a longer one, twice', '行政许可事项清单\t3\n行政处罚裁量基准\t4\n'],
    ['a report shown as code', '```\n青禾县林业局2023年林木采伐情况年度报告\n```\n'],
  ])('it is none with %s', (_, text) => {
    expect(readReport(text, KINDS).isReport).toBe(false)
  })

  test('a report of another kind is none to those who have no such pack', () => {
    for (const kind of ['forestry', 'enforcement']) {
      const format = formatIn(KINDS, kind)
      for (const style of STYLE_NAMES) {
        const { text } = writeReport({ format, style, figures: soundFigures(format, drawFrom(1)) })
        expect([kind, style, readReport(text).isReport]).toEqual([kind, style, false])
      }
    }
  })
})

test('other kinds beside it change nothing about how an official report is read', () => {
  fc.assert(
    fc.property(
      fc.nat(9999),
      fc.constantFrom(...STYLE_NAMES),
      fc.constantFrom(...CATALOGUE.formats),
      (seed, style, format) => {
        const figures = soundFigures(format, drawFrom(seed))
        const { text } = writeReport({ format, style, figures, seed, dressed: true })
        const { squeezed, ...report } = readReport(text)
        const { squeezed: squeezedBeside, ...beside } = readReport(text, BESIDE)
        expect(beside).toEqual(report)
        expect(squeezedBeside.text).toBe(squeezed.text)
      },
    ),
    { numRuns: 40 },
  )
})

describe('an edition that shares tables with the one before', () => {
  const catalogue = catalogueWith(
    packText({
      kind: 'disclosure',
      extends: '2021',
      id: '2027',
      years: { from: 2027 },
      notice: { number: '国办公开办函〔2027〕1号', title: '新格式' },
    }),
  )
  const [kind = catalogue] = kindsOf(catalogue)

  test.each([
    [2021, 2021, '2021'],
    [2021, 2027, '2027'],
    [2027, 2026, '2021'],
    [2019, 2027, '2019'],
  ])('tables of %i in a report of %i are those of %s', (tables, year, edition) => {
    const format = formatFor(kind, tables)
    if (format === null) throw new Error('no edition')
    for (const style of ['tabs', 'lines', 'spaces', 'html'] as const) {
      const { text } = writeReport({ format, style, figures: soundFigures(format, drawFrom(5)), year })
      const { report, findings } = review(text, { catalogue })
      expect([style, report.facts.format?.id]).toEqual([style, formatFor(kind, year)?.id])
      const proactive = report.tables.find(({ id }) => id === 'proactive')
      expect([style, proactive?.edition]).toEqual([style, edition])
      const isOutdated = findings.some(({ rule }) => rule.startsWith('format/outdated'))
      expect([style, isOutdated]).toEqual([style, tables === 2019])
    }
  })
})

describe('a province’s version of an edition', () => {
  test('counts in its years, and reads as the edition does', () => {
    const base = formatFor(CATALOGUE, 2022)
    if (base === null) throw new Error('no edition')
    for (const year of [2022, 2023]) {
      const { text } = writeReport({ format: base, style: 'tabs', figures: soundFigures(base, drawFrom(5)), year })
      const { facts, tables } = readReport(text, KINDS)
      expect(facts.format?.id).toBe('2021')
      expect(facts.format?.sections[0]?.length?.most).toBe(year === 2022 ? undefined : 500)
      expect(tables.map(({ edition }) => edition)).toEqual(['2021', '2021', '2021'])
      expect(tables.map(({ cells }) => [...cells])).toEqual(readReport(text).tables.map(({ cells }) => [...cells]))
    }
  })

  test('a former table is still known in it', () => {
    const [former] = CATALOGUE.formats
    if (former === undefined) throw new Error('no edition')
    const { text } = writeReport({
      format: former,
      style: 'tabs',
      figures: soundFigures(former, drawFrom(5)),
      year: 2023,
    })
    const rules = (catalogue = CATALOGUE) => review(text, { catalogue }).findings.map(({ rule }) => rule)
    expect(rules(KINDS)).toEqual(rules())
    expect(rules()).toContain('format/outdated-table')
  })

  test('a report without a year is read by the newest', () => {
    const { text } = writeReport({ format: formatIn(KINDS, 'disclosure'), style: 'tabs', figures: new Map() })
    const { facts, tables } = readReport(text.replace(/20\d\d年?/g, ''), KINDS)
    expect(facts.format).toBe(null)
    expect(tables.map(({ id }) => id)).toEqual(['proactive', 'requests', 'remedies'])
  })
})
