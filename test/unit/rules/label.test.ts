import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CATALOGUE } from '../../../server/src/formats/catalogue.ts'
import { review } from '../../../server/src/review/review.ts'
import { severityOf } from '../../../server/src/review/severity.ts'
import { drawFrom, soundFigures } from '../../generator/figures.ts'
import { ALL_SEPARATED, render } from '../../generator/render.ts'
import { applied, found, planted } from './planted.ts'

const accusationsIn = (text: string) =>
  review(text).findings.filter((finding) => ['error', 'warning'].includes(severityOf(finding)))

const HAN = /[\u4e00-\u9fff]/

/** Where nothing but blanks sets cells apart, no label stands whole. */
const LAYOUTS = ALL_SEPARATED.filter((layout) => layout !== 'spaces' && layout !== 'pdf')

describe.each(LAYOUTS)('a letter of a label typed wrong, as %s', (layout) => {
  test('is one finding whatever the letter, the row is read all the same, and the fix gives the text back', () => {
    let tried = 0
    fc.assert(
      fc.property(fc.constantFrom(...CATALOGUE.formats), fc.nat(), fc.nat(), fc.nat(2), (format, pick, letter, way) => {
        const figures = soundFigures(format, drawFrom(pick))
        const { text } = render({ format, layout, figures, year: format.years.from })
        // Copies of a merged cell that are right show what is meant.
        const labels = review(text).report.tables.flatMap(({ labels }) =>
          labels.filter(({ kind, official, letters }, _, all) => {
            const isOne = all.filter((other) => other.official === official).length === 1
            return kind !== 'heading' && isOne && letters.end - letters.start > 2
          }),
        )
        const { letters } = labels[pick % labels.length] as (typeof labels)[number]
        const places = Array.from({ length: letters.end - letters.start - 2 }, (_, index) => letters.start + 1 + index)
        const at = places[letter % places.length] as number
        if (!HAN.test(text[at] as string)) return
        const put = ['甲', '', `${text[at]}甲`][way] as string
        const wrong = text.slice(0, at) + put + text.slice(at + 1)
        const findings = accusationsIn(wrong)
        expect(findings.map(({ rule }) => rule)).toEqual(['table/label'])
        const [fix] = findings[0]?.fixes ?? []
        expect(fix?.safe).toBe(true)
        expect(fix && applied(wrong, fix).text).toBe(text)
        tried++
      }),
      { numRuns: 25 },
    )
    expect(tried).toBeGreaterThan(10)
  })
})

describe('table/label', () => {
  const relabelled = (old: string, label: string, year = 2023) => {
    const { text } = planted({ year })
    const changed = text.replace(old, label)
    expect(changed).not.toBe(text)
    return changed
  }

  test.each([
    ['只计这一情形', '只记这一情形', 2023],
    ['本年废止件数', '本年废纸件数', 2023],
    ['本年处理决定数量', '本年处理绝对数量', 2023],
    ['二、上年结转政府信息公开申请数量', '二、上年结转政府信息公开数量', 2023],
    ['本年制发件数', '本年制作数量', 2023],
    ['第二十条第（八）项', '第二十条第（七）项', 2023],
    ['（三）不予公开', '（三）不于公开', 2020],
    ['本年新公开数量', '本年新开数量', 2020],
  ])('%s written as %s', (old, label, year) => {
    const text = relabelled(old, label, year)
    const [finding, ...others] = review(text).findings
    expect([finding?.rule, others]).toEqual(['table/label', []])
    expect(finding?.fixes[0] && applied(text, finding.fixes[0])).toEqual({ text: planted({ year }).text, findings: [] })
  })

  test.each([
    ['本年废止件数', '本年 废止件数'],
    ['本年废止件数', '本年廢止件數'],
    ['本年废止件数', '本年废止件数（含宣布失效）'],
    ['本年废止件数', '本年废止'],
    ['（一）予以公开', '(一) 予以公开'],
    ['（一）予以公开', '予以公开'],
    ['1.属于国家秘密', '①属于国家秘密'],
    ['3.危及“三安全一稳定”', '3.危及三安全一稳定'],
    ['本年收费金额（单位：万元）', '本年收费金额(万元)'],
    ['行政事业性收费', '行政事业性收费（含代收）'],
    ['1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请', '1.逾期不补正'],
  ])('%s written as %s is accepted', (old, label) => {
    expect(found(relabelled(old, label))).toEqual([])
  })

  test('another unit in a head is said, and neither head nor figures are changed', () => {
    for (const label of ['本年收费金额（单位：元）', '本年收费金额(元)']) {
      const [finding, ...others] = review(relabelled('本年收费金额（单位：万元）', label)).findings
      expect(others).toEqual([])
      expect([finding?.wording.key, finding?.fixes]).toEqual(['table/label.unit', []])
    }
  })

  test('a label that a converter repeats is one finding with one fix', () => {
    const { text } = planted({ layout: 'pipes' })
    const wrong = text.replaceAll('（三）不予公开', '（三）不于公开')
    const [finding, ...others] = review(wrong).findings
    expect([finding?.rule, finding?.related.length, others]).toEqual(['table/label', 7, []])
    expect(finding?.fixes[0] && applied(wrong, finding.fixes[0])).toEqual({ text, findings: [] })
  })

  test('words too far off, local rows and prose are left alone', () => {
    const { text } = planted()
    const others = [
      text.replace('本年废止件数', '去年清理件数'),
      text.replace(/^规章\t.*$/m, (row) => `${row}\n其他主动公开文件\t1\t0\t1`),
      text.replace('二、主动公开政府信息情况', '二、主动公开政府信息情况\n本年废纸回收数量另计'),
    ]
    for (const other of others) {
      expect(other).not.toBe(text)
      expect(accusationsIn(other)).toEqual([])
    }
  })
})

describe('table/row-duplicate', () => {
  const ROW = /^.*重复申请\t.*\n/m

  test.each(['tabs', 'bars', 'pipes'] as const)('a row with figures of its own comes again, as %s', (layout) => {
    const { text } = planted({ layout })
    const twice = text.replace(/^.*重复申请.*\n/m, (row) => row + row)
    const [finding, ...others] = review(twice).findings
    expect([finding?.rule, finding?.wording.args.count, finding?.fixes, others]).toEqual([
      'table/row-duplicate',
      1,
      [],
      [],
    ])
    expect(finding?.span.start).toBeGreaterThan(text.indexOf('重复申请'))
  })

  test('rows that follow one another are one finding, and the first of each is summed', () => {
    const { text, figures } = planted()
    const rows = /^.*重复申请\t.*\n.*要求提供公开出版物\t.*\n/m
    const twice = text.replace(rows, (all) => all + all.replace(/\d+/g, '7'))
    const { report, findings } = review(twice)
    expect(findings.map(({ rule, wording }) => [rule, wording.args.count])).toEqual([['table/row-duplicate', 2]])
    const cell = report.tables.find(({ id }) => id === 'requests')?.cells.get('notProcessed.duplicate/total')
    expect(cell?.value).toBe(figures.get('requests/notProcessed.duplicate/total'))
  })

  test('heads again on the next page, and a label without figures, are no rows', () => {
    const { text } = planted()
    expect(found(text.replace(ROW, (row) => `${row}\n2.重复申请\n`))).toEqual([])
    const heads = /^（本列数据[\s\S]*?(?=^一、本年)/m.exec(text)?.[0] as string
    expect(found(text.replace(ROW, (row) => `${row}\n${heads}`))).toEqual([])
  })
})
