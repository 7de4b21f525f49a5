import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { review } from '../../../server/src/review/review.ts'
import { drawFrom } from '../../generator/figures.ts'
import { ALL_SEPARATED } from '../../generator/render.ts'
import { applied, found, planted } from './planted.ts'

describe('arithmetic/cell', () => {
  test.each(ALL_SEPARATED)('any one figure of the table of requests mistyped is found and mended, as %s', (layout) => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.nat(),
        fc.constantFrom(0, 1, 9, 300, 4_000_000),
        fc.constantFrom(2020, 2023),
        (seed, pick, scale, year) => {
          const sound = planted({ seed, layout, year, scale })
          const addresses = [...sound.figures.keys()].filter((address) => address.startsWith('requests/'))
          const address = addresses[pick % addresses.length] as string
          const figure = sound.figures.get(address) ?? 0
          const typed = drawFrom(pick)(2 * figure + 9)
          const { text, cells } = planted({
            seed,
            layout,
            year,
            scale,
            figures: { [address]: typed === figure ? figure + 1 : typed },
          })
          const { findings } = review(text)
          expect(findings.map((finding) => [finding.rule, finding.address, finding.span])).toEqual([
            ['arithmetic/cell', address, cells.get(address)],
          ])
          const [fix] = findings[0]?.fixes ?? []
          expect(fix).toMatchObject({ preferred: true, safe: false })
          expect(fix && applied(text, fix)).toEqual({ text: sound.text, findings: [] })
        },
      ),
      { numRuns: 25 },
    )
  })

  test('names the cells of every sum that fails, but for those that add nothing', () => {
    const { text, figures } = planted({ figures: { 'requests/total/person': 99 } })
    const [finding] = review(text).findings
    const cells = finding?.related.map(({ wording }) => wording.args)
    expect(cells?.length).toBeGreaterThan(2)
    expect(cells?.every(({ value }) => value !== '0')).toBe(true)
    expect(cells).toContainEqual({
      row: '（七）总计',
      column: '总计',
      value: String(figures.get('requests/total/total')),
    })
  })

  test('a change that would make a count negative explains nothing', () => {
    const { text } = planted({ seed: 1, figures: { 'remedies/reconsideration/total': 1000 } })
    expect(found(text)).toEqual(['arithmetic/row-total: 1000'])
  })
})

describe('arithmetic/row-total', () => {
  test('of five figures that add up to one another any may be wrong: the finding is on the total, its fix writes the sum', () => {
    const sound = planted()
    const { text } = planted({
      figures: { 'remedies/reconsideration/total': (sound.figures.get('remedies/reconsideration/total') ?? 0) + 3 },
    })
    const [finding] = review(text).findings
    expect(finding).toMatchObject({ rule: 'arithmetic/row-total', address: 'remedies/reconsideration/total' })
    const [fix] = finding?.fixes ?? []
    expect(fix?.preferred).toBe(false)
    expect(fix && applied(text, fix)).toEqual({ text: sound.text, findings: [] })
    expect(finding?.fixes.map(({ title }) => title.key)).toEqual([
      'fix/figure.total',
      ...Array.from({ length: 4 }, () => 'fix/figure.part'),
    ])
  })

  test('no fix where it would break another sum', () => {
    const { figures } = planted()
    const up = (address: string) => ({ [address]: (figures.get(address) ?? 0) + 2 })
    const { text } = planted({
      figures: {
        ...up('requests/granted/person'),
        ...up('requests/granted/company'),
        ...up('requests/other.other/company'),
      },
    })
    for (const finding of review(text).findings) {
      for (const fix of finding.fixes) {
        expect(applied(text, fix).findings.length).toBeLessThan(review(text).findings.length)
      }
    }
  })
})

describe('arithmetic/balance', () => {
  test('is on 四 of each column where differences without a pattern remain, and offers no fix', () => {
    const { figures } = planted()
    const changed = (column: string, by: number) => ({
      [`requests/received/${column}`]: (figures.get(`requests/received/${column}`) ?? 0) + by,
    })
    const { text, cells } = planted({
      figures: { ...changed('person', 1), ...changed('company', 2), ...changed('research', 4), ...changed('total', 7) },
    })
    const { findings } = review(text)
    expect(findings.map(({ rule, address, span, fixes }) => [rule, address, span, fixes.length])).toEqual(
      ['person', 'company', 'research', 'total'].map((column) => {
        const address = `requests/carriedForward/${column}`
        return ['arithmetic/balance', address, cells.get(address), 0]
      }),
    )
  })
})

describe('what is not known', () => {
  test('a blank is not zero: a sum with a blank is not judged', () => {
    const { figures } = planted()
    const address = [...figures].find(
      ([key, value]) => key.startsWith('requests/granted/') && (value ?? 0) > 0,
    )?.[0] as string
    const { text, cells } = planted()
    const span = cells.get(address) as { start: number; end: number }
    expect(found(text.slice(0, span.start) + text.slice(span.end))).toEqual(['cell/blank: （一）予以公开'])
  })

  test('known parts that exceed the total are wrong already', () => {
    const { text, cells } = planted({ figures: { 'requests/granted/person': 5000 } })
    const span = cells.get('requests/granted/company') as { start: number; end: number }
    const blanked = text.slice(0, span.start) + text.slice(span.end)
    expect(found(blanked)).toContain('arithmetic/cell: 5000')
  })

  test.each(['tabs', 'bars'] as const)(
    'a row that lost the end of its line is not read one cell over, as %s',
    (layout) => {
      for (const row of ['一、本年新收政府信息公开申请数量', '（一）予以公开', '四、结转下年度继续办理']) {
        const { text } = planted({ layout, scale: 300 })
        const cut = text.replace(new RegExp(`(${row}.*?)[\\t| ]+\\d+[\\t| ]*$`, 'm'), '$1')
        expect(cut).not.toBe(text)
        expect(found(cut)).toEqual([`table/unaligned: ${row}`])
      }
    },
  )

  test.each(['tabs', 'bars'] as const)('nor where every row lost its total, as %s', (layout) => {
    const { text, cells } = planted({ layout, scale: 300 })
    const totals = [...cells].filter(([address]) => /^requests.*\/total$/.test(address)).map(([, span]) => span)
    const cut = totals
      .toSorted((a, b) => b.start - a.start)
      .reduce((rest, { start }) => {
        const end = rest.indexOf('\n', start)
        return rest.slice(0, start).trimEnd().replace(/ \|$/, '') + rest.slice(end)
      }, text)
    expect(new Set(review(cut).findings.map(({ rule }) => rule))).toEqual(new Set(['table/unaligned']))
  })

  test.each(['tabs', 'pipes', 'bars'] as const)(
    'a row that the form does not have may add to a total, as %s',
    (layout) => {
      const { figures } = planted({ layout, scale: 300 })
      const inquiry = [...figures].filter(([address]) => address.startsWith('requests/refused.inquiry/'))
      expect(inquiry.some(([, figure]) => figure !== 0)).toBe(true)
      const raised = inquiry.flatMap(([address, figure]) =>
        ['total', 'received'].map((row) => {
          const total = address.replace('refused.inquiry', row)
          return [total, (figures.get(total) ?? 0) + (figure ?? 0)] as const
        }),
      )
      const counted = { layout, scale: 300, figures: Object.fromEntries(raised) }
      const withRow = (text: string) =>
        text.replace(/^.*8\.属于行政查询事项.*$/m, (line) => `${line}\n${line.replace(/8\.\S+/, '9.当地另设')}`)
      const ofSums = (text: string) => found(text).filter((line) => line.startsWith('arithmetic/'))
      expect(ofSums(planted(counted).text)).not.toEqual([])
      expect(found(withRow(planted(counted).text))).toEqual(['table/extra-value: 8.属于行政查询事项'])
      const wrong = { ...counted, figures: { ...counted.figures, 'requests/granted/person': 7777 } }
      expect(ofSums(withRow(planted(wrong).text))).toEqual(['arithmetic/cell: 7777'])
    },
  )

  test('a row that cannot be aligned is not judged', () => {
    const { text } = planted()
    const torn = text.replace(/^(.*重复申请\t)(\d+)\t(\d+)\t/m, '$1$2 $3\t')
    expect(torn).not.toBe(text)
    expect(found(torn)).toEqual(['table/unaligned: 2.重复申请'])
  })
})
