import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CATALOGUE, formatFor, kindsOf, newest, tableOf } from '../../../server/src/formats/catalogue.ts'
import { parseFormatPack, withPacks } from '../../../server/src/formats/pack.ts'
import type { Format } from '../../../server/src/formats/schema.ts'
import { say } from '../../../server/src/review/messages/index.ts'
import { marked } from '../../marked.ts'
import { catalogueWith, FORESTRY, packText } from './made-kind.ts'

/** The first problem of a file in which `⟦…⟧` marks its place: the path, and the words in Chinese. */
function problemAt(source: string): string {
  const { text, span: place } = marked(source)
  const [problem] = parseFormatPack(text).problems
  if (problem === undefined) throw new Error('no problem')
  const { span, path, wording } = problem
  expect(text.slice(span.start, span.end)).toBe(text.slice(place.start, place.end))
  expect(span).toEqual(place)
  return `${path}: ${say('zh-CN', wording.key, wording.args)}`
}

/** A file with one format, some of whose words are replaced by others. */
const forestry = (from: string, to: string) => packText(FORESTRY).replace(from, () => to)
const extension = (entries: string) => `{ "formats": [{ "kind": "disclosure", "extends": "2021", ${entries} }] }`

describe('what is wrong with a file is said where it stands', () => {
  test.each([
    ['{ "formats": [⟦}⟧', ': 缺少一个值，或多了一个逗号。'],
    ['{ "formats" ⟦[⟧1] }', ': 缺少冒号。'],
    ['{ "formats": [1 ⟦2⟧] }', ': 缺少逗号。'],
    ['⟦// mine⟧\n{ "formats": [] }', ': JSON 里不能写注释。'],
    ['⟦[⟧]', ': 这里应为对象 { }。'],
    ['{ ⟦"format"⟧: [], "formats": [1] }', 'format: 没有“format”这一项，请核对拼写。'],
    ['⟦{⟧ "$schema": "x" }', ': 缺少“formats”。'],
    ['{ ⟦"formats"⟧: [] }', 'formats: 至少要有 1 项。'],
    ['{ "formats": [⟦3⟧] }', 'formats[0]: 这里应为对象 { }。'],
    [extension('⟦"colour"⟧: "red"'), 'formats[0].colour: 没有“colour”这一项，请核对拼写。'],
    [extension('"years": { "from": ⟦2023.5⟧ }'), 'formats[0].years.from: 这里应为整数。'],
    [extension('⟦"years"⟧: {}'), 'formats[0].years: 缺少“from”。'],
    [extension('"titles": [⟦"年报"⟧]'), 'formats[0].titles[0]: 至少要有 4 个字。'],
    [extension('"basis": ⟦"——"⟧'), 'formats[0].basis: 须有文字或数字，不能只有标点。'],
    [
      extension('"tables": [{ "id": "requests", "shape": ⟦"up"⟧ }]'),
      'formats[0].tables[0].shape: 应为以下之一：down、across。',
    ],
    [
      extension('"sections": [{ "id": ⟦"总体情况"⟧ }]'),
      'formats[0].sections[0].id: id 用英文字母、数字和下划线，字母开头，层级之间用点，如 refused.stateSecret。',
    ],
    [
      extension('"sections": [{ "id": "overview", "length": { "most": ⟦0⟧ } }]'),
      'formats[0].sections[0].length.most: 不能小于 1。',
    ],
    ['{ "formats": [⟦{⟧ "extends": "2021" }] }', 'formats[0]: 缺少“kind”。'],
    [
      '{ "formats": [{ "kind": "disclosure", "extends": ⟦"2020"⟧ }] }',
      'formats[0].extends: 没有可供扩展的“disclosure 2020”。已有：disclosure 2019、disclosure 2021。',
    ],
  ])('%s', (source, said) => {
    expect(problemAt(source)).toBe(said)
  })

  test('a section that an extension adds needs a title, and a table a section that is there', () => {
    expect(problemAt(extension('"sections": [{ "id": "overview" }, ⟦{⟧ "id": "annex" }]'))).toBe(
      'formats[0].sections[1]: 缺少“title”。',
    )
    expect(problemAt(extension('"tables": [{ "id": "remedies", "section": ⟦"annex"⟧ }]'))).toBe(
      'formats[0].tables[0].section: sections 里没有“annex”。',
    )
  })

  test.each([
    ['"from":2020', '"from":2020,"to":⟦2019⟧', 'formats[0].years.to: 终止年份早于起始年份。'],
    [
      '"id":"funds","title":"造',
      '"id":⟦"cases"⟧,"title":"造',
      'formats[0].tables[2].id: “cases”出现了两次，每个 id 只能用一次。',
    ],
    [
      '"id":"orchard"',
      '"id":⟦"timber"⟧',
      'formats[0].tables[0].blocks[0].columns[1].id: “timber”出现了两次，每个 id 只能用一次。',
    ],
    [
      '"in":["results"]',
      '"in":[⟦"result"⟧]',
      'formats[0].tables[0].blocks[0].rows[2].in[0]: 这张表的 groups 里没有“result”。',
    ],
    ['"table":"permits"', '"table":⟦"permit"⟧', 'formats[0].identities[0].table: tables 里没有“permit”。'],
    [
      '"each":"row"',
      '"each":⟦"column"⟧',
      'formats[0].identities[0].each: “row-total”的 each 不对：row-total 沿行相加（row），column-total 沿列相加（column）。',
    ],
    [
      '"left":["granted"',
      '"left":[⟦"grant"⟧',
      'formats[0].identities[1].left[0]: 这张表里没有“grant”这一行，也没有以它开头的行。',
    ],
    [
      '"orchard","shelter"',
      '"orchard",⟦"shelters"⟧',
      'formats[0].identities[0].left[2]: 这张表的列里没有“shelters”；一条等式的各列须在同一块里。',
    ],
    [
      '"holder":"carriedForward"',
      '"holder":⟦"granted"⟧',
      'formats[0].identities[2].holder: “granted”须是等式里写到的一行或一列。',
    ],
  ])('what a format names has to be there: %s → %s', (from, to, said) => {
    const text = forestry(from, to)
    expect(text).not.toBe(packText(FORESTRY))
    expect(problemAt(text)).toBe(said)
  })

  test('a form of a thousand labels is none', () => {
    const rows = Array.from({ length: 1001 }, (_, index) => ({ id: `r${index}`, label: `第${index}行` }))
    const block = { columns: [{ id: 'a', label: '数量' }], rows }
    const table = { id: 'long', title: '长表', section: 'summary', blocks: [block] }
    const { problems, formats } = parseFormatPack(packText({ ...FORESTRY, tables: [table], identities: [] }))
    expect(formats).toEqual([])
    expect(problems.map(({ wording }) => wording.key)).toEqual(['pack/labels'])
  })

  test('formats without problems are there all the same', () => {
    const { formats, problems } = parseFormatPack(packText({ kind: 'x' }, FORESTRY))
    expect(formats.map(({ kind }) => kind)).toEqual(['forestry'])
    expect(problems.length).toBeGreaterThan(0)
    expect(problems.every(({ path }) => path.startsWith('formats[0]'))).toBe(true)
  })

  test('whatever the text is', () => {
    const deep = '['.repeat(200_000)
    for (const text of ['', '\uFEFF', 'null', deep, `{"formats":${deep}`, '{"formats":[{"extends":[]}]}'])
      expect(parseFormatPack(text).formats).toEqual([])
    const sound = packText(FORESTRY, { kind: 'forestry', extends: '2020', years: { from: 2023 } })
    fc.assert(
      fc.property(fc.nat(sound.length), fc.nat(80), fc.json(), (at, length, piece) => {
        const text = sound.slice(0, at) + piece + sound.slice(at + length)
        const { problems, formats } = parseFormatPack(text)
        expect(formats.length + problems.length).toBeGreaterThan(0)
        for (const { span } of problems)
          expect(0 <= span.start && span.start <= span.end && span.end <= text.length).toBe(true)
      }),
      { numRuns: 200 },
    )
  })

  test('a byte order mark in front is none', () => {
    expect(parseFormatPack(`\uFEFF${packText(FORESTRY)}`).problems).toEqual([])
  })
})

describe('an extension', () => {
  const made = (change: object): Format => {
    const catalogue = catalogueWith(packText({ kind: 'disclosure', extends: '2021', ...change }))
    return catalogue.formats.at(-1) as Format
  }
  const base = newest(CATALOGUE)

  test('is the edition but for what it says', () => {
    const length = { most: 1000 }
    const changed = made({
      sections: [
        { id: 'overview', length },
        { id: 'annex', title: '七、附件' },
      ],
    })
    const [overview, ...rest] = base.sections
    expect(changed.sections).toEqual([
      { ...overview, length },
      ...rest,
      { id: 'annex', title: '七、附件', optionalWords: [] },
    ])
    expect({ ...changed, sections: base.sections }).toEqual(base)
  })

  test('says the sums of a table anew, and leaves those of others', () => {
    const sum = {
      table: 'remedies',
      rule: 'row-total',
      each: 'row',
      left: ['upheld'],
      right: ['total'],
      holder: 'total',
    }
    expect(made({ identities: [sum] }).identities).toEqual([
      ...base.identities.filter(({ table }) => table !== 'remedies'),
      sum,
    ])
  })

  test('changes the table that it names', () => {
    const changed = made({ tables: [{ id: 'remedies', title: '复议诉讼' }] })
    expect(tableOf(changed, 'remedies')).toEqual({ ...tableOf(base, 'remedies'), title: '复议诉讼' })
    expect(tableOf(changed, 'requests')).toEqual(tableOf(base, 'requests'))
  })

  test('takes the edition’s place in its years, or all of them', () => {
    const [kind] = kindsOf(
      catalogueWith(
        packText({ kind: 'disclosure', extends: '2021', years: { from: 2023, to: 2024 }, basis: '某省办法' }),
      ),
    )
    const basisIn = (year: number) => kind && formatFor(kind, year)?.basis
    expect([2020, 2022, 2023, 2024, 2025].map(basisIn)).toEqual([
      '条例第五十条',
      '条例第五十条',
      '某省办法',
      '某省办法',
      '条例第五十条',
    ])
  })

  test('builds on another of the same file or of one before, of the same year', () => {
    const province = { kind: 'disclosure', extends: '2021', basis: '某省办法' }
    const city = {
      kind: 'disclosure',
      extends: '2021',
      years: { from: 2024 },
      sections: [{ id: 'overview', length: { most: 800 } }],
    }
    for (const catalogue of [
      catalogueWith(packText(province, city)),
      catalogueWith(packText(province), packText(city)),
    ]) {
      const [kind] = kindsOf(catalogue)
      const format = kind && formatFor(kind, 2024)
      expect([format?.basis, format?.sections[0]?.length?.most]).toEqual(['某省办法', 800])
    }
  })

  test('with an id of its own is a new edition', () => {
    const [kind] = kindsOf(
      catalogueWith(packText({ kind: 'disclosure', extends: '2021', id: '2027', years: { from: 2027 } })),
    )
    expect(kind && [2020, 2026, 2027].map((year) => formatFor(kind, year)?.id)).toEqual(['2019', '2021', '2027'])
  })
})

test('the official editions come through a file as they are', () => {
  const texts = CATALOGUE.formats.map((format) => packText({ ...format, kind: 'copied' }))
  expect(catalogueWith(...texts).formats.slice(2)).toEqual(
    CATALOGUE.formats.map((format) => ({ ...format, kind: 'copied' })),
  )
})

test('a catalogue without packs is the same catalogue, whose labels are compiled already', () => {
  expect(withPacks(CATALOGUE, [{ formats: [] }])).toBe(CATALOGUE)
})
