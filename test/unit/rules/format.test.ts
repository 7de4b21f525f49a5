import { describe, expect, test } from 'vitest'
import { CATALOGUE, formatFor } from '../../../server/src/formats/catalogue.ts'
import { review } from '../../../server/src/review/review.ts'
import { digitsOf } from '../../../server/src/text/amount.ts'
import { SEPARATED } from '../../generator/render.ts'
import { applied, found, planted } from './planted.ts'

/** A report for 2023 whose first table is of 2021 and whose table of requests has the rows of 2019. */
function withOldRow(layout: (typeof SEPARATED)[number]): string {
  const old = planted({ year: 2020, layout, seed: 8 }).text.replaceAll('2020年', '2023年')
  const now = planted({ year: 2023, layout, seed: 8 }).text
  const part = (text: string) => /^(?:## )?二、主动[\s\S]*?(?=^(?:## )?三、收到)/m.exec(text)?.[0] as string
  return old.replace(part(old), part(now))
}

describe('format/outdated-row', () => {
  test.each(SEPARATED)(
    'the single row of 2019 becomes the three of 2021, the old figures below 3.其他, as %s',
    (layout) => {
      const text = withOldRow(layout)
      const before = review(text)
      expect(found(text)).toEqual(['format/outdated-row: （六）其他处理'])
      const [fix] = before.findings[0]?.fixes ?? []
      expect(fix).toMatchObject({ safe: false })
      const after = fix && applied(text, fix)
      expect(after?.findings).toEqual([])
      const rows = (table: (typeof before.report.tables)[number] | undefined, id: string) =>
        table?.rows.find((row) => row.id === id)?.cells.map(({ value }) => value === null || digitsOf(value))
      const [, old] = before.report.tables
      const [, now] = review(after?.text ?? '').report.tables
      expect(now?.edition).toBe('2021')
      expect(now?.layout).toBe(layout)
      expect(rows(now, 'other.other')).toEqual(rows(old, 'other'))
      expect(rows(now, 'other.notCorrected')).toEqual(Array(7).fill('0'))
      expect(rows(now, 'other.feeUnpaid')).toEqual(Array(7).fill('0'))
      for (const { id } of old?.rows ?? []) if (id !== 'other') expect(rows(now, id)).toEqual(rows(old, id))
    },
  )

  test('follows the brackets and the space after a number of the text around it', () => {
    const text = withOldRow('tabs')
      .replace(/(\d)\.(?=\D)/g, '$1. ')
      .replaceAll('（', '(')
      .replaceAll('）', ')')
    const [fix] = review(text).findings[0]?.fixes ?? []
    expect(fix && applied(text, fix).text).toMatch(
      /\(六\)其他处理\t1\. 申请人无正当理由.*\n\t\t2\. 申请人逾期.*\n\t\t3\. 其他\t/,
    )
  })

  test('a row that has no successor goes with its figures into a note', () => {
    const now = planted({ year: 2023 }).text
    const block = '第二十条第（九）项\n信息内容\t采购项目数量\t采购总金额\n政府集中采购\t27\t1105.3\n'
    const text = now.replace(/(行政事业性收费\t.*\n)/, `$1${block}`)
    const dropped = review(text).findings.find(({ rule }) => rule === 'format/outdated-row')
    expect(dropped).toMatchObject({ rule: 'format/outdated-row', wording: { key: 'format/outdated-row.dropped' } })
    const [fix] = dropped?.fixes ?? []
    expect(fix?.title).toMatchObject({ key: 'fix/bring-table', args: { moved: 0, kept: 2, open: 0 } })
    const after = fix && applied(text, fix)
    expect(after?.findings).toEqual([])
    expect(after?.text).toMatch(/（注：原2019版.*“政府集中采购”的“采购项目数量”为27，“采购总金额”为1105.3。）/)
    expect(after?.text.replace(/\n\n（注：.*）/, '')).toBe(now)
  })

  test('is the right row in a report for 2020', () => {
    expect(found(planted({ year: 2020 }).text)).toEqual([])
  })
})

describe('format/outdated-table', () => {
  test.each(SEPARATED)('a table with the heads of 2019 in a report for 2022, as %s', (layout) => {
    const text = planted({ year: 2020, layout }).text.replaceAll('2020年', '2022年')
    expect(review(text).findings.map(({ rule }) => rule)).toEqual(['format/outdated-table', 'format/outdated-row'])
    expect(review(text).findings.every(({ deprecated }) => deprecated)).toBe(true)
    expect(formatFor(CATALOGUE, 2022)?.id).toBe('2021')
  })

  test.each(SEPARATED)('becomes the table of 2021, and its title says what comes of the figures, as %s', (layout) => {
    const text = planted({ year: 2020, layout }).text.replaceAll('2020年', '2022年')
    const [outdated] = review(text).findings
    const [fix] = outdated?.fixes ?? []
    expect(fix).toMatchObject({
      title: { key: 'fix/bring-table', args: { edition: '2021', moved: 3, kept: 19, open: 7 } },
      preferred: true,
      safe: false,
    })
    const after = fix && applied(text, fix)
    expect(new Set(after?.findings.map(({ rule }) => rule))).toEqual(new Set(['cell/blank', 'format/outdated-row']))
    expect(review(after?.text ?? '').report.tables[0]).toMatchObject({ edition: '2021', layout })
  })

  test('is left to the author where a row could not be read', () => {
    const text = planted({ year: 2020 }).text.replaceAll('2020年', '2022年')
    const torn = text.replace(/(行政许可\t\d+)\t(-?\d+)/, '$1 $2 5')
    expect(review(torn).findings.find(({ rule }) => rule === 'format/outdated-table')?.fixes).toEqual([])
  })
})
