import { describe, expect, test } from 'vitest'
import { read } from '../../../server/src/review/review.ts'
import { type Identity, identify, identityOf, Years } from '../../../server/src/review/years.ts'
import { told } from '../rules/told.ts'
import { twoYears } from '../rules/years.ts'

const of = (year: number, organ?: string): Identity => ({ kind: 'disclosure', year, ...(organ && { organ }) })

/** Reports by path, and whose last year is looked for. */
function lastOf(name: string, reports: Readonly<Record<string, Identity>>): string | undefined {
  const years = new Years()
  for (const [path, identity] of Object.entries(reports)) years.set(path, identity)
  return years.lastYearOf(name, reports[name] as Identity)
}

describe('the report of the year before', () => {
  test('names the same organ', () => {
    const reports = { a: of(2022, '甲局'), b: of(2022, '乙局'), c: of(2021, '乙局'), d: of(2023, '乙局') }
    expect(lastOf('d', reports)).toBe('b')
    expect(lastOf('b', reports)).toBe('c')
    expect(lastOf('a', reports)).toBeUndefined()
  })

  test('is none where two could be meant', () => {
    expect(lastOf('c', { a: of(2022, '甲局'), b: of(2022, '甲局'), c: of(2023, '甲局') })).toBeUndefined()
  })

  test('is the one in its own place where towns have one name', () => {
    const town = '城关镇人民政府'
    const reports = {
      'e/2022.md': of(2022, town),
      'w/2022.md': of(2022, town),
      'e/2023.md': of(2023, town),
      'w/2023.md': of(2023, town),
      'n/2023.md': of(2023, town),
    }
    expect(lastOf('w/2023.md', reports)).toBe('w/2022.md')
    expect(lastOf('n/2023.md', reports)).toBeUndefined()
    expect(
      lastOf('n/2023.md', { 'e/2022.md': of(2022, town), 'e/2023.md': of(2023, town), 'n/2023.md': of(2023, town) }),
    ).toBeUndefined()
  })

  test('has a path that differs in nothing but the year, where a text names no organ', () => {
    const reports = {
      '2022/a.md': of(2022),
      '2022/b.md': of(2022, '乙局'),
      '2023/a.md': of(2023),
      '2023/b.md': of(2023),
    }
    expect(lastOf('2023/a.md', reports)).toBe('2022/a.md')
    expect(lastOf('2023/b.md', reports)).toBe('2022/b.md')
    expect(lastOf('2023/b.md', { '2022/b.md': of(2022, '乙局'), '2023/b.md': of(2023, '甲局') })).toBeUndefined()
  })

  test('is of the same kind', () => {
    const reports = { a: { ...of(2022, '甲局'), kind: 'forestry' }, b: of(2023, '甲局') }
    expect(lastOf('b', reports)).toBeUndefined()
  })

  test('follows what comes and goes', () => {
    const years = new Years()
    years.set('a', of(2022, '甲局'))
    expect(years.lastYearOf('b', of(2023, '甲局'))).toBe('a')
    years.set('a', of(2021, '甲局'))
    expect(years.lastYearOf('b', of(2023, '甲局'))).toBeUndefined()
    years.set('a', of(2022, '甲局'))
    years.delete('a')
    expect(years.lastYearOf('b', of(2023, '甲局'))).toBeUndefined()
    expect([...years.names]).toEqual([])
  })
})

describe('whose report it is', () => {
  test('is told by title and year, whatever the spaces and widths', () => {
    const text = told({ organ: '青禾县 教育局', year: 2022, overview: '　' })
    expect(identityOf(read(text))).toEqual(of(2022, '青禾县教育局'))
  })
  test.each([
    told({ organ: '青禾县教育局', overview: '　' }),
    told({ organ: '', overview: '　' }),
    `${told({ organ: '', overview: '　' })}\n青禾县教育局\n2023年1月9日`,
    `青禾县教育局\n\n政府信息公开工作年度报告\n\n一、总体情况\n\n2022年，`,
    twoYears().now,
    twoYears({ layout: 'html' }).now,
    '会议通知',
  ])('is the same, whether all of the text is read for it or not', (text) => {
    expect(identify(text)).toEqual(identityOf(read(text)))
  })

  test('is not told by what is no report', () => expect(identityOf(read('会议通知'))).toBeUndefined())
})
