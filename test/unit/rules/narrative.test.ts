import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { review } from '../../../server/src/review/review.ts'
import { sliceOf } from '../../../server/src/text/span.ts'
import { marked } from '../../marked.ts'
import { found as allFound, applied, planted } from './planted.ts'

type Figures = ReturnType<typeof planted>['figures']

/** The findings but for what a section of one sentence does not say. */
const found = (text: string): string[] => allFound(text).filter((line) => !/^(?:content|narrative\/year)/.test(line))

/** A sound report whose first section says this. */
function saying(prose: string, options: Parameters<typeof planted>[0] = {}): string {
  return planted(options).text.replace(/(一、总体情况\n\n)[^\n]*/, `$1${prose}`)
}

const at = (figures: Figures, address: string) => {
  const [table, row = '', column] = address.split('/')
  return [...figures]
    .filter(([key]) => {
      const [ofTable, ofRow = '', ofColumn] = key.split('/')
      return ofTable === table && ofColumn === column && (ofRow === row || ofRow.startsWith(`${row}.`))
    })
    .reduce((sum, [, value]) => sum + (value ?? 0), 0)
}

/** Sentences about the tables, with a figure from them in each. */
const SENTENCES: readonly (readonly [text: (figure: string) => string, ...cells: string[]])[] = [
  [(n) => `本年度共收到政府信息公开申请${n}件，均依法登记。`, 'requests/received/total'],
  [(n) => `我局新收政府信息公开申请 ${n} 件。`, 'requests/received/total'],
  [(n) => `受理公众提出的政府信息公开申请共计${n}宗。`, 'requests/received/total'],
  [(n) => `共收到${n}件政府信息公开申请，逐件办理。`, 'requests/received/total'],
  [(n) => `连同结转共收到政府信息公开申请${n}件。`, 'requests/received/total', 'requests/broughtForward/total'],
  [(n) => `全年办结政府信息公开申请${n}件。`, 'requests/total/total'],
  [(n) => `对申请逐件登记，结转下年度继续办理${n}件。`, 'requests/carriedForward/total'],
  [(n) => `依申请公开方面，予以公开${n}件。`, 'requests/granted/total'],
  [(n) => `对申请作出答复，部分公开${n}件。`, 'requests/partlyGranted/total'],
  [(n) => `依申请公开方面，不予公开${n}件。`, 'requests/refused/total'],
  [(n) => `依申请公开方面，无法提供${n}件。`, 'requests/unavailable/total'],
  [(n) => `依申请公开方面，不予处理${n}件。`, 'requests/notProcessed/total'],
  [(n) => `收到申请后，予以公开及部分公开${n}件。`, 'requests/granted/total', 'requests/partlyGranted/total'],
  [(n) => `申请人中，自然人${n}件。`, 'requests/received/person'],
  [(n) => `因政府信息公开引发行政复议${n}起。`, 'remedies/reconsideration/total'],
  [(n) => `因政府信息公开引发行政诉讼${n}起。`, 'remedies/litigation/total'],
  [(n) => `制发行政规范性文件${n}件。`, 'proactive/normativeDocuments/issued'],
  [(n) => `目前现行有效行政规范性文件${n}件。`, 'proactive/normativeDocuments/inForce'],
]

const drawn = fc.record({
  seed: fc.nat(),
  scale: fc.constantFrom(1, 9, 300, 40_000),
  pick: fc.nat(SENTENCES.length - 1),
})

describe('narrative/count', () => {
  test('what agrees with the tables is not mentioned, whatever it speaks of', () => {
    fc.assert(
      fc.property(drawn, ({ seed, scale }) => {
        const { figures } = planted({ seed, scale })
        const sum = (cells: readonly string[]) => cells.reduce((total, cell) => total + at(figures, cell), 0)
        const prose = SENTENCES.map(([text, ...cells]) => text(String(sum(cells)))).join('')
        expect(found(saying(prose, { seed, scale }))).toEqual([])
      }),
      { numRuns: 20 },
    )
  })

  test('one figure that differs is found, and that alone', () => {
    fc.assert(
      fc.property(drawn, ({ seed, scale, pick }) => {
        const { figures } = planted({ seed, scale })
        const [text, ...cells] = SENTENCES[pick] as (typeof SENTENCES)[number]
        const right = cells.reduce((total, cell) => total + at(figures, cell), 0)
        const wrong = right + 777_777
        const report = saying(text(String(wrong)), { seed, scale })
        expect(found(report)).toEqual([`narrative/count: ${wrong}`])
        const [fix] = review(report).findings.find(({ rule }) => rule === 'narrative/count')?.fixes ?? []
        expect(fix).toMatchObject({ preferred: false, safe: false })
        expect(fix && found(applied(report, fix).text)).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  test.each([
    '截至11月底，收到政府信息公开申请9999件。',
    '2022年，收到政府信息公开申请9999件。',
    '全市共收到政府信息公开申请9999件。',
    '其中网上收到政府信息公开申请9999件。',
    '收到涉及征地拆迁的政府信息公开申请9999件。',
    '收到群众来信9999件。',
    '受理行政许可申请9999件。',
    '主动公开政府信息9999条。',
    '审理行政复议案件9999件。',
    '受理政府信息公开类行政复议9999件。',
    '本市行政复议9999件。',
    '制定党内规范性文件9999件。',
    '收到政府信息公开申请近万件，较上年增加9999件。',
  ])('left alone: %s', (prose) => {
    expect(found(saying(prose)).filter((line) => !line.endsWith('近万'))).toEqual([])
  })

  test('rounded figures are as precise as they say', () => {
    const { figures } = planted({ seed: 9, scale: 9000 })
    const received = at(figures, 'requests/received/total')
    expect(received).toBeGreaterThan(1000)
    const thousands = Math.floor(received / 1000)
    const wan = (received / 10_000).toFixed(2)
    for (const said of [`${thousands}000余`, `约${Math.round(received / 100) * 100}`, `${wan}万`])
      expect([said, found(saying(`收到政府信息公开申请${said}件。`, { seed: 9, scale: 9000 }))]).toEqual([said, []])
    const wrong = `约${received * 2}`
    expect(found(saying(`收到政府信息公开申请${wrong}件。`, { seed: 9, scale: 9000 }))).toHaveLength(1)
  })

  test('a wrong cell that the prose contradicts is said once, on the cell', () => {
    const { figures } = planted()
    const right = at(figures, 'requests/received/total')
    const report = saying(`收到政府信息公开申请${right}件。`, { figures: { 'requests/received/total': right + 100 } })
    expect(found(report)).toEqual([`arithmetic/cell: ${right + 100}`])
  })
})

describe('narrative/zero', () => {
  test.each([
    ['本年度⟦未收到政府信息公开申请⟧。', 'requests/received/total'],
    ['⟦没有收到公民、法人或其他组织提出的政府信息公开申请⟧。', 'requests/received/total'],
    ['⟦没有发生因政府信息公开引起的行政复议⟧。', 'remedies/reconsideration/total'],
    ['没有发生因政府信息公开引起的行政复议，也⟦无涉及政府信息公开的行政诉讼⟧。', 'remedies/litigation/total'],
  ])('%s', (prose, cell) => {
    const { text, span } = marked(prose)
    const seed = [...Array(200).keys()].find((candidate) => {
      const { figures } = planted({ seed: candidate })
      return (
        at(figures, cell) > 0 &&
        (cell.includes('reconsideration') || at(figures, 'remedies/reconsideration/total') === 0)
      )
    })
    expect(found(saying(text, { seed: seed as number }))).toEqual([`narrative/zero: ${sliceOf(text, span)}`])
  })

  test.each([
    '未收到申请人提出的异议。',
    '没有发生因政府信息公开被纠正的行政复议。',
    '未收取政府信息公开申请信息处理费。',
    '2022年未收到政府信息公开申请。',
    '无政府信息公开行政复议被撤销的情况。',
    '未收到企业提出的政府信息公开申请。',
    '未按时答复政府信息公开申请的，引发行政复议。',
  ])('left alone: %s', (prose) => {
    expect(found(saying(prose))).toEqual([])
  })
})

describe('narrative/breakdown', () => {
  test.each([
    '全年公开信息⟦60⟧条，其中规划类10条、财政类20条、民生类20条。',
    '全年办理⟦60⟧件（含上年1件），其中甲类40件、乙类10件。',
    '全年公开信息⟦60⟧条（其中：规划类10条，财政类（预算类5条、决算类15条）20条，民生类20条），受到好评。',
  ])('%s', (prose) => {
    const { text, span } = marked(prose)
    expect(found(saying(text))).toEqual([`narrative/breakdown: ${sliceOf(text, span)}`])
  })

  test.each([
    '全年公开信息60条，其中规划类10条、财政类20条、民生类30条。',
    '全年公开信息60条，其中规划类10条、财政类20条等。',
    '全年公开信息60余条，其中规划类10条、财政类20条。',
    '全年公开信息60条，其中图解10期、视频20部。',
    '全年公开信息60条，其中规划类10条。',
    '全年办理60件（含上年1件），其中甲类40件、乙类20件。',
    '全年办理60件，其中甲类40件、乙类20件；另办理来信7件、来电9件。',
  ])('left alone: %s', (prose) => {
    expect(found(saying(prose))).toEqual([])
  })
})

describe('narrative/percentage', () => {
  test.each([
    '全年公开信息60条，规划类15条，占35%。',
    '全年公开信息60条，规划类15条，占比为35%。',
    '全年公开信息60条，规划类15条，占总数的35%。',
    '全年公开信息60条，规划类15条，占全部公开信息的比重达到35%。',
    '全年公开信息60条，规划类15条，占35%，财政类45条，占75%。',
  ])('a share of no figure nearby: %s', (prose) => {
    expect(found(saying(prose))).toEqual(['narrative/percentage: 35%'])
  })

  test.each([
    '全年公开信息60条，规划类15条，占25%。',
    '全年公开信息60条，规划类17条，占28.33%，财政类43条，占71.67%。',
    '全年公开信息60条，规划类17条，占28%。',
    '办结率100%，比上年提高3.5%。',
    '规划类15条，占25%。',
    // Shares in a row, each of another figure.
    '公开信息60条，其中规划类15条、财政类45条，占比分别为25%、75%。',
    '公开信息60条，其中规划类15条、财政类45条，占比25%、75%。',
    '规划类15条、财政类45条，占比25%和75%。',
    // No more than that it is about as much, or has changed.
    '公开信息60条，规划类35条，占比超过50%。',
    '公开信息60条，规划类35条，占比近60%。',
    '公开信息60条，规划类35条，占60%左右。',
    '公开信息60条，规划类35条，占比由上年的45%提高到58.3%。',
    '公开信息60条，规划类35条，占比提高5.2%。',
    // Of something else.
    '培训60人次，其中部门15人次，占部门工作人员的12%。',
  ])('left alone: %s', (prose) => {
    expect(found(saying(prose))).toEqual([])
  })
})
