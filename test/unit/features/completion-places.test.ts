import { describe, expect, test } from 'vitest'
import { CATALOGUE } from '../../../server/src/formats/catalogue.ts'
import { review } from '../../../server/src/review/review.ts'
import type { Span } from '../../../server/src/text/span.ts'
import { STYLE_NAMES } from '../../generator/layouts/index.ts'
import { report } from '../../suite/fixtures.ts'
import { planted } from '../rules/planted.ts'
import { offeredAt } from './offered.ts'

// What is offered in places that look like those where something is missing.

describe('two reports in one text', () => {
  const first = report('pipes')
  const second = report('pipes').replaceAll('2023', '2022')

  test('the second, which is not reviewed, is offered nothing that the first lacks', () => {
    const torn = second.replace(/^.*7\.属于行政执法案卷.*$/m, '⟦⟧')
    expect(offeredAt(first + torn).labels).toEqual([])
    const without = first.slice(0, first.indexOf('## 六、'))
    for (const source of [`${without}${second}\n⟦⟧`, `${without}${second.replace(/^## 六.*$/m, '⟦⟧')}`])
      expect(offeredAt(source).labels).toEqual([])
  })

  test('the first is offered what it lacks, up to the title of the second', () => {
    const without = first.slice(0, first.indexOf('## 六、'))
    const { labels, with: putIn } = offeredAt(`${without}⟦⟧\n\n${second}`)
    expect(labels).toContain('六、其他需要报告的事项')
    expect(review(putIn('六、其他需要报告的事项')).report.sections.map(({ id }) => id)).toContain('other')
  })
})

describe('nobody reads', () => {
  const source = (before: string, after: string) =>
    report('pipes').replace(/(## 六.*\n\n).*/, `$1${before}⟦⟧${after}\n`)
  const inSight = offeredAt(source('', '')).labels

  test('what stands in a comment, or between fences', () => {
    expect(inSight).toContain('信息处理费')
    for (const [before, after] of [
      ['<!-- ', ' -->'],
      ['<!--\n', '\n-->'],
      ['```\n', '\n```'],
      ['```text', '\n```'],
      ['```\n本年度没有收取信息处理费。\n```', ''],
    ] as const)
      expect(offeredAt(source(before, after)).labels).toEqual([])
  })

  test('what a comment says, either', () => {
    expect(offeredAt(source('<!-- 未收取信息处理费 -->\n\n', '')).labels).toEqual(inSight)
  })
})

test('marks are the beginning of a heading, and else not of anything that is missing', () => {
  const at = (typed: string) => offeredAt(report('pipes').replace(/## 六[\s\S]*/, `${typed}⟦⟧\n`))
  expect(at('## ').labels).toEqual(['六、其他需要报告的事项'])
  for (const marks of ['---', '***', '```', '| --- |', '>', '```\n\n```']) expect(at(marks).labels).toEqual([])
})

describe('what the tables refute is not offered', () => {
  const refuted = report('pipes', { 'other.feeUnpaid/person': 2, 'other.feeUnpaid/total': 2 })
  const acceptedAt = (source: string) => {
    const { labels, with: putIn } = offeredAt(source)
    return labels.map((label) => [label, review(putIn(label)).findings.map(({ rule }) => rule)] as const)
  }

  test('as a statement', () => {
    const inOther = (text: string) => text.replace(/(## 六.*\n\n).*/, '$1⟦⟧')
    expect(offeredAt(inOther(report('pipes'))).labels).toContain('信息处理费')
    const offers = acceptedAt(inOther(refuted))
    expect(offers.map(([label]) => label)).toEqual(['没有其他需要报告的事项'])
    for (const [, rules] of offers) expect(rules).not.toContain('narrative/zero')
  })

  test('nor with its section', () => {
    const offers = acceptedAt(refuted.replace(/## 六[\s\S]*/, '⟦⟧\n'))
    expect(offers.map(([label]) => label)).toContain('六、其他需要报告的事项')
    for (const [, rules] of offers) expect(rules).not.toContain('narrative/zero')
  })
})

// Without line ends there is no line to put anything on.
describe.each(STYLE_NAMES.filter((style) => style !== 'absent' && style !== 'gluedFlat'))('as %s', (style) => {
  test('a section that is put in again is read, and makes nothing else unread', () => {
    for (const [index, { title }] of (CATALOGUE.formats.at(-1)?.sections ?? []).entries()) {
      const { text } = planted({ layout: style, year: CATALOGUE.formats.at(-1)?.years.from ?? 0, seed: 42 })
      const span = review(text).report.sections[index]?.span as Span
      const source = `${text.slice(0, span.start)}⟦⟧\n\n${text.slice(span.end)}`
      const { labels, with: putIn } = offeredAt(source, {}, style.startsWith('html') ? 'html' : 'markdown')
      expect(labels).toContain(title)
      const before = rulesIn(source.replace('⟦⟧', ''))
      const after = rulesIn(putIn(title)).filter((rule) => !OPEN.has(rule))
      expect(after.filter((rule) => !before.includes(rule))).toEqual([])
    }
  })
})

/** What is found, and the rows whose figures cannot be told apart. */
function rulesIn(text: string): string[] {
  const { findings, report } = review(text)
  const unaligned = report.tables.flatMap(({ rows }) => rows.filter((row) => row.unaligned).map(({ id }) => id))
  return [...findings.map(({ rule }) => rule).filter((rule) => rule !== 'table/unaligned'), ...unaligned]
}
/** What nobody has filled in yet. */
const OPEN = new Set(['cell/blank', 'content/placeholder', 'section/empty'])
