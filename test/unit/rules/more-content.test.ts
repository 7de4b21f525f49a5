import { describe, expect, test } from 'vitest'
import { review } from '../../../server/src/review/review.ts'
import { applyEdits, sliceOf } from '../../../server/src/text/span.ts'
import { marked } from '../../marked.ts'
import { proseReport } from './prose-report.ts'

/** The findings of a rule as `severity: text`. */
const found = (rule: string, text: string): string[] =>
  review(text)
    .findings.filter((finding) => finding.rule === rule)
    .map(({ severity = 'as set', span }) => `${severity}: ${sliceOf(text, span)}`)

const SOUND = proseReport('全年各项公开工作按计划完成。')
const titled = (title: string) => SOUND.replace(/^.*/, title)

describe('content/title', () => {
  test.each([
    ['青禾县水务局2023年度⟦政府信息公开工作报告⟧', 'as set'],
    ['青禾县水务局2023年⟦政务信息公开工作年度报告⟧', 'as set'],
    ['青禾县水务局2023年⟦政府信息公开年度报告⟧', 'info'],
  ])('%s', (title, severity) => {
    const { text, span } = marked(titled(title))
    expect(found('content/title', text)).toEqual([`${severity}: ${sliceOf(text, span)}`])
    const [fix] = review(text).findings.find(({ rule }) => rule === 'content/title')?.fixes ?? []
    const mended = applyEdits(text, fix?.edits ?? [])
    expect(mended.split('\n')[0]).toMatch(/年度?政府信息公开工作年度报告$/)
    expect(found('content/title', mended)).toEqual([])
  })

  test.each(['青禾县水务局2023年度政府信息公开工作年度报告', '青禾县水务局\n2023年政府信息公开工作年度报告', ''])(
    'left alone: %s',
    (title) => expect(found('content/title', titled(title))).toEqual([]),
  )
})

describe('table/heading', () => {
  const withHeading = (heading: string) => SOUND.replace('第二十条第（五）项', heading)

  test('of other rows is found, and mended with the marks of the text', () => {
    const { text, span } = marked(withHeading('⟦第二十条第（六）项⟧'))
    expect(found('table/heading', text)).toEqual([`as set: ${sliceOf(text, span)}`])
    const [fix] = review(text).findings.find(({ rule }) => rule === 'table/heading')?.fixes ?? []
    expect(fix).toMatchObject({ safe: false })
    expect(applyEdits(text, fix?.edits ?? [])).toBe(SOUND)
  })

  test('that is right, missing, or of the rows that moved with it, is none', () => {
    expect(found('table/heading', SOUND)).toEqual([])
    expect(found('table/heading', withHeading(''))).toEqual([])
    const [, five, six] = /(第二十条第（五）项[\s\S]*?)(第二十条第（六）项[\s\S]*?)第二十条第（八）项/.exec(SOUND) ?? []
    const moved = SOUND.replace(`${five}${six}`, `${six}${five}`)
    expect(moved).not.toBe(SOUND)
    expect(found('table/heading', moved)).toEqual([])
  })
})

describe('cell/magnitude', () => {
  const fees = (figure: string, organ?: string) =>
    proseReport('全年各项公开工作按计划完成。', organ).replace('行政事业性收费\t87.2615', `行政事业性收费\t${figure}`)

  test.each(['2500000', '872615', '120000.5', '50000'])('%s of a department', (figure) => {
    expect(found('cell/magnitude', fees(figure))).toEqual([`as set: ${figure}`])
  })

  test.each(['87.2615', '99999', '500', '0', '2500000元'])('%s is not', (figure) => {
    expect(found('cell/magnitude', fees(figure))).toEqual([])
  })

  test('a city may have as much, and who knows what a zone is', () => {
    for (const organ of ['临溪市人民政府', '青禾经济开发区管理委员会'])
      expect(found('cell/magnitude', fees('2500000', organ))).toEqual([])
  })
})

describe('content/dated-phrase', () => {
  const saying = (prose: string, year = 2023) => proseReport(prose).replaceAll('2023年', `${year}年`)

  test.each([
    ['全局深入学习⟦十九届二中、三中、四中全会⟧精神。', 2021],
    ['学习贯彻党的十九大和⟦十九届五中全会⟧精神。', 2022],
    ['学习贯彻党的二十大和⟦二十届二中全会⟧精神。', 2025],
  ])('%s in %i', (prose, year) => {
    const { text, span } = marked(saying(prose, year))
    expect(found('content/dated-phrase', text)).toEqual([`as set: ${sliceOf(text, span)}`])
  })

  test.each([
    ['全局深入学习十九届五中、六中全会精神。', 2021],
    ['全局深入学习十九届五中全会精神。', 2021],
    ['学习贯彻党的二十大精神和十九届六中全会精神。', 2025],
    ['学习贯彻党的二十大精神。', 2025],
    ['先学十九届四中全会精神，再学十九届六中全会精神。', 2021],
    ['学习贯彻二十届二中、三中全会精神。', 2025],
    ['十九届四中全会召开后印发了工作方案。', 2021],
  ])('%s in %i is not', (prose, year) => {
    expect(found('content/dated-phrase', saying(prose, year))).toEqual([])
  })
})

describe('content/unlikely-figures', () => {
  const onlyRefused = (year: number) =>
    SOUND.replaceAll('2023年', `${year}年`)
      .split('\n')
      .map((line) =>
        /本机关不掌握|没有现成|补正后|信访举报|重复申请|大量反复|确认或重新|逾期|3\.其他\t/.test(line)
          ? line.replace(/\d+(?=\t|$)/g, '0')
          : line,
      )
      .join('\n')

  test('a lawsuit without review over refusals alone, from 2024 on', () => {
    expect(found('content/unlikely-figures', onlyRefused(2024))).toEqual(['as set: 5'])
    expect(found('content/unlikely-figures', onlyRefused(2023))).toEqual([])
  })

  test('beside other outcomes it is nothing special', () => {
    expect(found('content/unlikely-figures', SOUND.replaceAll('2023年', '2024年'))).toEqual([])
  })
})

describe('fees that were collected', () => {
  test('are part of the fees of the table', () => {
    const text = proseReport('全年完成。', '青禾县水务局', '2023年度发出收费通知2件，收取信息处理费400元。')
    expect(found('narrative/count', text)).toEqual([])
    const none = text.replace('行政事业性收费\t87.2615', '行政事业性收费\t0')
    expect(found('narrative/count', none)).toEqual(['info: 400'])
    expect(review(none).findings.find(({ rule }) => rule === 'narrative/count')?.fixes).toEqual([])
  })
})
