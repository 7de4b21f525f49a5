import fc from 'fast-check'
import { parse } from 'jsonc-parser'
import { describe, expect, test } from 'vitest'
import { CATALOGUE } from '../../../server/src/formats/catalogue.ts'
import { newConfig, withIgnore } from '../../../server/src/review/config/edit.ts'
import { readConfig } from '../../../server/src/review/config/read.ts'
import { configFile } from '../../../server/src/review/config/store.ts'
import { entryFor } from '../../../server/src/review/ignore/entry.ts'
import { review } from '../../../server/src/review/review.ts'
import type { Finding } from '../../../server/src/rules/rule.ts'
import { applyEdits, type SpanEdit } from '../../../server/src/text/span.ts'
import { DAMAGES } from '../../generator/damage/index.ts'
import { drawFrom, soundFigures } from '../../generator/figures.ts'
import { STYLE_NAMES } from '../../generator/layouts/index.ts'
import { writeReport } from '../../generator/report.ts'
import { marked } from '../../marked.ts'

const ENTRY = { files: 'a.txt', rule: 'cell/blank' } as const

describe('an entry knows its finding', () => {
  const entryOf = (source: string, finding: Partial<Finding> = {}) => {
    const { text, span } = marked(source)
    return entryFor(
      text,
      { rule: 'cell/blank', span, wording: { key: '', args: {} }, related: [], fixes: [], ...finding },
      'a.txt',
    )
  }

  test('by its cell', () => {
    expect(entryOf('总计\t⟦99⟧', { address: 'requests/total/person' })).toEqual({
      ...ENTRY,
      address: 'requests/total/person',
    })
  })

  test.each([
    ['⟦二、主动公开信息情况⟧', '二、主动公开信息情况'],
    ['前文。全年⟦14⟧件，后文', '全年14件'],
    ['规章\t⟦3⟧件\t4', '3件'],
    ['前文\n| 规章 ⟦⟧ |', ' 规章  '],
    ['⟦青禾县人民政府\n2023年度报告⟧', '青禾县人民政府'],
    [`⟦${'字'.repeat(60)}⟧`, '字'.repeat(40)],
    [`⟦${'字'.repeat(39)}𠮷𠮷⟧`, '字'.repeat(39)],
  ])('else by the words around it: %s', (source, text) => {
    expect(entryOf(source)).toEqual({ ...ENTRY, text })
  })

  test('else by its rule alone', () => {
    expect(entryOf('前文。\n⟦\n⟧后文')).toEqual(ENTRY)
  })

  test.each(STYLE_NAMES)(
    'in every report as %s, also when the text moves',
    (style) => {
      let entries = 0
      const reports = fc.record({
        format: fc.constantFrom(...CATALOGUE.formats),
        seed: fc.nat(99_999),
        damages: fc.subarray([...DAMAGES], { maxLength: 2 }),
        year: fc.constantFrom(2019, 2023),
      })
      fc.assert(
        fc.property(reports, ({ format, seed, ...options }) => {
          const figures = soundFigures(format, drawFrom(seed), 30)
          figures.set('requests/granted/person', (figures.get('requests/granted/person') ?? 0) + 7)
          const { text } = writeReport({ format, style, figures, seed, ...options })
          const shortened = text.replace('主动公开政府信息', '主动公开信息')
          for (const finding of review(shortened).findings) {
            const entry = entryFor(shortened, finding, '稿/a.txt')
            const config = configFile('file:///w/nianbao.config.json', newConfig({}, entry))
            expect(config.problems).toEqual([])
            const options = config.optionsFor(`file:///w/${encodeURIComponent('稿')}/a.txt`)
            for (const moved of [shortened, `会议材料\n\n${shortened}`]) {
              const { findings, suppressed } = review(moved, options)
              expect(suppressed).toBeGreaterThan(0)
              expect(findings.map(({ rule }) => rule)).not.toContain('config/unused-ignore')
            }
            entries++
          }
        }),
        { numRuns: Number(process.env.RUNS ?? 4) },
      )
      expect(entries).toBeGreaterThan(3)
    },
    60_000,
  )
})

describe('writing an entry', () => {
  const written = (text: string) => applyEdits(text, withIgnore(text, ENTRY) as SpanEdit[])

  test.each([
    ['into a list', '{\n  "ignore": [\n    { "files": "b.txt", "rule": "cell/blank" }\n  ]\n}\n'],
    ['into an empty list', '{ "ignore": [] }'],
    ['beside other settings', '{\n\t"rules": {\n\t\t"cell/blank": "hint"\n\t}\n}\n'],
    ['into one that says nothing', '{}'],
    ['into an empty file', ''],
    ['behind a comma', '{\n  "ignore": [\n    { "files": "b.txt", "rule": "cell/blank" },\n  ],\n}\n'],
    ['with lines as they end', '{\r\n  "exclude": ["旧稿"]\r\n}\r\n'],
  ])('%s keeps all that was there', (_, text) => {
    const before = readConfig(text).config
    const after = readConfig(written(text))
    expect(after.problems).toEqual([])
    expect(after.config).toEqual({ ...before, ignore: [...(before.ignore ?? []), ENTRY] })
    if (text.includes('\r')) expect(written(text)).not.toMatch(/(?<!\r)\n/)
    if (text.includes('\t')) expect(written(text)).toMatch(/^\t"ignore"/m)
  })

  test('keeps comments', () => {
    const text = '{\n  // 县里已核\n  "ignore": [\n    { "files": "b.txt", "rule": "cell/blank" } // 一\n  ]\n}\n'
    expect(written(text)).toContain('// 县里已核')
    expect(written(text)).toContain('// 一')
    expect(parse(written(text)).ignore).toHaveLength(2)
  })

  test.each(['[]', '"text"', '{ "ignore": {} }'])('into %s is refused', (text) => {
    expect(withIgnore(text, ENTRY)).toBeUndefined()
  })

  test('a new configuration has what was set so far', () => {
    expect(JSON.parse(newConfig({}, ENTRY))).toEqual({ ignore: [ENTRY] })
    expect(JSON.parse(newConfig({ rules: {}, exclude: [] }, ENTRY))).toEqual({ ignore: [ENTRY] })
    const settings = { rules: { 'cell/blank': 'hint' }, exclude: ['旧稿'] } as const
    expect(JSON.parse(newConfig({ ...settings, exclude: [...settings.exclude] }, ENTRY))).toEqual({
      ...settings,
      ignore: [ENTRY],
    })
  })
})
