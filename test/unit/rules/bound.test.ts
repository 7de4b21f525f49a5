import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { review } from '../../../server/src/review/review.ts'
import { SEPARATED } from '../../generator/render.ts'
import { found, planted } from './planted.ts'

/** The figures of one row of the first table, by column. */
const row = (id: string, figures: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(figures).map(([column, figure]) => [`proactive/${id}/${column}`, figure]))

const addresses = (text: string) => review(text).findings.map(({ rule, address }) => `${rule} ${address}`)

describe('arithmetic/bound', () => {
  test.each(SEPARATED)('more issued than is in force or repealed, as %s', (layout) => {
    const figures = row('normativeDocuments', { issued: 18, repealed: 0, inForce: 10 })
    const { text } = planted({ layout, figures })
    expect(addresses(text)).toEqual(['arithmetic/bound proactive/normativeDocuments/inForce'])
    const [finding] = review(text).findings
    expect(finding?.wording.args.sum).toBe('现行有效件数 10 + 本年废止件数 0 < 本年制发件数 18')
    expect(finding?.fixes).toEqual([])
  })

  test.each([
    ['normativeDocuments', { disclosed: 7, disclosedTotal: 6 }, 'disclosedTotal'],
    ['licensing', { previousItems: 3, change: -4 }, 'change'],
    ['penalties', { previousItems: 0, change: -1 }, 'change'],
  ])('2019: %s with %j', (id, figures, holder) => {
    const { text } = planted({ year: 2020, figures: row(id, figures) })
    expect(addresses(text)).toEqual([`arithmetic/bound proactive/${id}/${holder}`])
  })

  test('holds for whatever is issued, if nothing that was there before is lost', () => {
    const count = fc.nat(500)
    fc.assert(
      fc.property(count, count, count, (before, issued, repealed) => {
        const gone = Math.min(repealed, before + issued)
        const figures = row('governmentRules', { issued, repealed: gone, inForce: before + issued - gone })
        const bounds = found(planted({ figures }).text).filter((line) => line.startsWith('arithmetic/'))
        expect(bounds).toEqual([])
      }),
      { numRuns: 20 },
    )
  })

  test('says nothing where a figure is not known', () => {
    const { text, cells } = planted({ figures: row('normativeDocuments', { issued: 18, repealed: 0, inForce: 10 }) })
    const span = cells.get('proactive/normativeDocuments/repealed')
    const unknown = span && `${text.slice(0, span.start)}/${text.slice(span.end)}`
    expect(unknown && found(unknown)).toEqual([])
  })

  test('an old table is held to the bounds of its own edition, whatever the year', () => {
    const { text } = planted({ year: 2020, figures: row('licensing', { previousItems: 3, change: -4 }) })
    expect(addresses(text.replaceAll('2020年', '2022年'))).toContain('arithmetic/bound proactive/licensing/change')
  })
})
