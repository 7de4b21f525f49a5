import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CATALOGUE } from '../../../server/src/formats/catalogue.ts'
import { fixAll, safeFixOf } from '../../../server/src/review/fix-all.ts'
import { type Review, review } from '../../../server/src/review/review.ts'
import type { Finding, Fix, Rule } from '../../../server/src/rules/rule.ts'
import { digitsOf } from '../../../server/src/text/amount.ts'
import { applyEdits, type Span, type SpanEdit } from '../../../server/src/text/span.ts'
import { DAMAGES } from '../../generator/damage/index.ts'
import { type Draw, drawFrom, soundFigures } from '../../generator/figures.ts'
import { STYLE_NAMES, type StyleName } from '../../generator/layouts/index.ts'
import { writeReport } from '../../generator/report.ts'
import { planted } from '../rules/planted.ts'

const SOUND = planted().text

/** A rule that writes `newText` at the first place of each piece of text that it knows, and calls that safe. */
const rewrites = (id: string, pairs: Readonly<Record<string, string>>, fix: Partial<Fix> = {}): Rule => ({
  id: `made/${id}`,
  severity: 'warning',
  *check({ text }) {
    for (const [old, newText] of Object.entries(pairs)) {
      const start = text.indexOf(old)
      if (start === -1) continue
      const span = { start, end: start + old.length }
      const title = { key: 'made', args: {} }
      const fixes = [{ title, edits: [{ span, newText }], preferred: true, safe: true, ...fix }]
      yield { rule: `made/${id}`, span, wording: title, related: [], fixes }
    }
  },
})

const fixedBy = (text: string, ...rules: Rule[]) => {
  const { review: left, edits, count } = fixAll(review(text, { rules }))
  expect(applyEdits(text, edits)).toBe(left.report.text)
  return { text: left.report.text, edits, count }
}

describe('which fix', () => {
  const titled = (...fixes: Partial<Fix>[]) =>
    safeFixOf({
      rule: 'made/rule',
      span: { start: 0, end: 0 },
      wording: { key: 'made', args: {} },
      related: [],
      fixes: fixes.map((fix, index) => ({
        title: { key: String(index), args: {} },
        edits: [],
        preferred: false,
        safe: false,
        ...fix,
      })),
    })?.title.key

  test.each<[string, Partial<Fix>[], string | undefined]>([
    ['the only one', [{ safe: true }], '0'],
    ['the preferred one', [{ safe: true }, { safe: true, preferred: true }], '1'],
    ['none of two, when none is preferred', [{ safe: true }, { safe: true }], undefined],
    ['never one that is not safe', [{ preferred: true }], undefined],
    ['nor a safe one that is not preferred to it', [{ preferred: true }, { safe: true }], undefined],
    ['none', [], undefined],
  ])('%s', (_, fixes, chosen) => {
    expect(titled(...fixes)).toBe(chosen)
  })

  test('fixes that are not safe stay', () => {
    const slip = planted({ figures: { 'requests/total/person': 99 } }).text
    const given = review(slip)
    expect(given.findings[0]?.fixes[0]?.preferred).toBe(true)
    expect(fixAll(given)).toEqual({ review: given, edits: [], count: 0 })
  })
})

describe('to a fixed point', () => {
  test('a heading gets the letters that it lacks, and nothing else is written', () => {
    const text = SOUND.replace('主动公开政府信息情况', '主动公开信息情况').replace('存在的主要问题', '存在的问题')
    const { edits, count, review: left } = fixAll(review(text))
    expect(edits.map(({ newText }) => newText)).toEqual(['政府', '主要'])
    expect(count).toBe(2)
    expect(left.report.text).toBe(SOUND)
    expect(left.findings).toEqual([])
  })

  test('what a fix brings up is fixed as well, and the edits are one step', () => {
    const rule = rewrites('steps', { '一、总体情况': '甲、总体情况', '甲、总体情况': '甲、总体的情况' })
    const { text, edits, count } = fixedBy(SOUND, rule)
    expect(text).toBe(SOUND.replace('一、总体情况', '甲、总体的情况'))
    expect(edits.map(({ newText }) => newText)).toEqual(['甲', '的'])
    expect(count).toBe(2)
  })

  test('of fixes that overlap or touch, the first in the text goes first', () => {
    const pairs = { 统计期限: '统计的期限', 期限: '时限', 为2023年1月1日至: '是2023年1月1日至' }
    expect(fixedBy(SOUND, rewrites('overlapping', pairs)).text).toBe(SOUND.replace('统计期限为', '统计的时限是'))
  })

  test.each([
    ['undo one another', { 总体情况: '总的情况', 总的情况: '总体情况' }],
    ['go round in a circle', { 总体情况: '总的情况', 总的情况: '全部情况', 全部情况: '总体情况' }],
    ['never end', { 总体情况: '总体总体情况' }],
  ])('fixes that %s change nothing', (_, pairs) => {
    expect(fixedBy(SOUND, rewrites('restless', pairs))).toEqual({ text: SOUND, edits: [], count: 0 })
  })

  test('a fix that writes what is there is none', () => {
    expect(fixedBy(SOUND, rewrites('idle', { 总体情况: '总体情况', 期限: '时限' })).count).toBe(1)
  })

  test('only of the rules that are named', () => {
    const rules = [rewrites('one', { 总体情况: '总的情况' }), rewrites('two', { 期限: '时限' })]
    const { edits } = fixAll(review(SOUND, { rules }), ['made/two'])
    expect(edits.map(({ newText }) => newText)).toEqual(['时'])
  })
})

describe('a figure of a table', () => {
  const { text, cells } = planted({ figures: { 'requests/granted/person': 4711 } })
  const harmless = { 总体情况: '总的情况' }
  const expectRefused = (pairs: Readonly<Record<string, string>>, from = text) =>
    expect(fixedBy(from, rewrites('bold', { ...pairs, ...harmless })).text).toBe(from.replace('总体情况', '总的情况'))

  test.each([
    ['another digit', '4711', '4712'],
    ['a digit more', '4711', '47110'],
    ['a point', '4711', '47.11'],
    ['a space', '4711', '4 711'],
    ['a sign', '4711', '-4711'],
    ['none', '4711', ''],
  ])('is not fixed into one with %s, and the other fixes are applied', (_, old, newText) => {
    expectRefused({ [old]: newText })
  })

  test('is not moved to another column, nor its row out of the table', () => {
    expectRefused({ '\t4711\t': '\t\t4711' })
    expectRefused({ '（一）予以公开\t4711': '4711' })
  })

  test('may be written otherwise, or lose its unit', () => {
    const { start, end } = cells.get('requests/granted/person') as Span
    const wide = `${text.slice(0, start)}４７１１件${text.slice(end)}`
    expect(fixedBy(wide, rewrites('tidy', { '４７１１件': '4711' })).text).toBe(text)
  })

  test('is not made of a blank, of what cannot be read, or of a row that does not fit its columns', () => {
    expectRefused({ '（一）予以公开\t\t\t': '（一）予以公开\t\t0\t' }, text.replace('\t4711\t', '\t\t'))
    expectRefused({ '47l1': '4711' }, text.replace('\t4711\t', '\t47l1\t'))
    const unaligned = text.replace(/重复申请\t\d+\t/, '重复申请\t47 ')
    expect(review(unaligned).findings.map(({ rule }) => rule)).toContain('table/unaligned')
    expectRefused({ '重复申请\t47 ': '重复申请\t48 ' }, unaligned)
  })
})

// Without line ends, where a heading stops is a guess, and its fix is not safe.
const STYLES = STYLE_NAMES.filter((style) => style !== 'gluedFlat')

const drawn = fc.record({
  edition: fc.constantFrom(...CATALOGUE.formats),
  seed: fc.nat(99_999),
  newline: fc.constantFrom('\n', '\r\n'),
  dressed: fc.boolean(),
  damages: fc.subarray([...DAMAGES], { maxLength: 2 }),
  figures: fc.boolean(),
})

/** Cuts letters out of headings, or puts others in; and where the headings stand then, known for headings or not. */
function spoilHeadings(text: string, draw: Draw): { text: string; headings: Span[] } {
  const edits: SpanEdit[] = []
  let shift = 0
  const headings = review(text).report.sections.map(({ title }): Span => {
    const from = title.start + shift
    if (draw(3) > 0) {
      const start = title.start + 2 + draw(title.end - title.start - 4)
      const newText = ['', '', '的', '工作', '公开信息'][draw(4)] as string
      const end = start + draw(2)
      edits.push({ span: { start, end }, newText })
      shift += newText.length - (end - start)
    }
    return { start: from, end: title.end + shift }
  })
  return { text: applyEdits(text, edits), headings }
}

function spoiledReport(
  style: StyleName,
  { edition, seed, newline, dressed, damages, figures }: typeof drawn extends fc.Arbitrary<infer T> ? T : never,
) {
  const draw = drawFrom(seed)
  const sound = soundFigures(edition, draw)
  if (figures) sound.set('requests/granted/person', (sound.get('requests/granted/person') ?? 0) + 31)
  const { text } = writeReport({ format: edition, style, figures: sound, seed, newline, dressed, damages })
  return spoilHeadings(text, draw)
}

const valuesOf = ({ report }: Review) =>
  new Map(
    report.tables.flatMap(({ id, cells }) =>
      [...cells].map(([key, { value }]) => [`${id}/${key}`, value === null ? null : digitsOf(value)] as const),
    ),
  )
const hasSafeFix = (finding: Finding) => safeFixOf(finding) !== undefined

const safeEditsOf = (finding: Finding): Span[] => safeFixOf(finding)?.edits.map(({ span }) => span) ?? []

/** What is found now and was not before, each finding counted. */
const newFindings = (before: readonly Finding[], after: readonly Finding[]): string[] => {
  const known = before.map(({ rule }) => rule)
  return after.flatMap(({ rule }) => {
    const at = known.indexOf(rule)
    if (at === -1) return [rule]
    known.splice(at, 1)
    return []
  })
}

describe.each(STYLES)('reports with spoiled headings, as %s', (style) => {
  test('have set right what was found in headings and cells, and nothing else is touched', () => {
    let fixes = 0
    fc.assert(
      fc.property(drawn, (options) => {
        const { text, headings } = spoiledReport(style, options)
        const given = review(text)
        const { review: left, edits, count } = fixAll(given)
        fixes += count
        expect(applyEdits(text, edits)).toBe(left.report.text)
        const places = [...headings, ...given.findings.flatMap(safeEditsOf)]
        for (const { span } of edits)
          expect(places.some(({ start, end }) => start <= span.start && span.end <= end)).toBe(true)
        const now = valuesOf(left)
        for (const [address, value] of valuesOf(given)) expect([address, now.get(address)]).toEqual([address, value])
        expect(left.findings.filter(hasSafeFix)).toEqual([])
        expect(newFindings(given.findings, left.findings)).toEqual([])
        expect(fixAll(left)).toEqual({ review: left, edits: [], count: 0 })
        expect(review(left.report.text).findings).toEqual(left.findings)
      }),
      { numRuns: Number(process.env.RUNS ?? 20) },
    )
    expect(fixes).toBeGreaterThan(10)
  })
})

test('a text that is no report has nothing to fix', () => {
  const given = review('关于召开会议的通知\n二、主动公开信息情况\n')
  expect(fixAll(given)).toEqual({ review: given, edits: [], count: 0 })
})
