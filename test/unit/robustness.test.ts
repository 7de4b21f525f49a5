import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test, vi } from 'vitest'
import { review } from '../../server/src/review/review.ts'
import { RULES } from '../../server/src/rules/index.ts'
import type { Finding, Rule } from '../../server/src/rules/rule.ts'
import { applyEdits } from '../../server/src/text/span.ts'
import { drawFrom } from '../generator/figures.ts'
import { flaws } from './flaws.ts'
import { applied, found, planted } from './rules/planted.ts'

// Whatever the text is: a clear finding or silence, never a crash, a hang or a lost edit.

vi.setConfig({ testTimeout: 60_000 })

const SAMPLES = new URL('../../samples/', import.meta.url)
const samples = readdirSync(SAMPLES, { withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name !== 'README.md')
  .map(({ name }) => ({ name, text: readFileSync(new URL(name, SAMPLES), 'utf8') }))
const [{ text: SAMPLE }] = samples as [(typeof samples)[0]]

/** The flaws of a text's review, and of what every fix makes of the text. */
function allFlaws(text: string): string[] {
  const reviewed = review(text)
  const fixed = reviewed.findings.flatMap(({ fixes }) => fixes.map(({ edits }) => applyEdits(text, edits)))
  return [...flaws(reviewed), ...fixed.flatMap((text) => flaws(review(text)))]
}

/** Expects no flaws in any of many texts, saying which text has some. */
function expectNoFlaws(texts: Iterable<readonly [name: string, text: string]>): void {
  const flawed = [...texts].flatMap(([name, text]) => allFlaws(text).map((flaw) => `${name}: ${flaw}`))
  expect(flawed.slice(0, 10)).toEqual([])
}

const repeated = (text: string, length: number) => text.repeat(Math.ceil(length / text.length)).slice(0, length)

/** A text with pieces put in at random, about one in so many characters. */
function strewn(text: string, pieces: readonly string[], seed: number, every = 40): string {
  const draw = drawFrom(seed)
  return [...text]
    .map((character) => (draw(every) === 0 ? character + pieces[draw(pieces.length - 1)] : character))
    .join('')
}

describe('what is no text', () => {
  test.each([
    ['nothing', ''],
    ['a byte order mark', '\uFEFF'],
    ['a line break', '\r'],
    ['a lone surrogate', '\uD800'],
    ['a NUL', '\0'],
  ])('%s is no report', (_, text) => {
    const reviewed = review(text)
    expect(reviewed.report.isReport).toBe(false)
    expect(reviewed.findings).toEqual([])
    expect(flaws(reviewed)).toEqual([])
  })

  test.each([
    ['bytes', 0, 0xff],
    ['surrogates', 0xd800, 0xdfff],
    ['anything', 0, 0xffff],
  ])('%s at random', (_, from, to) => {
    const draw = drawFrom(from + to)
    for (let run = 0; run < 20; run++) {
      const text = Array.from({ length: 20_000 }, () => String.fromCharCode(from + draw(to - from))).join('')
      expect(review(text).report.isReport).toBe(false)
      expect(allFlaws(text)).toEqual([])
    }
  })

  test.each([
    ['bytes', 0, 0xff],
    ['surrogates', 0xd800, 0xdfff],
  ])('a report cut off by %s, or behind them', (_, from, to) => {
    const draw = drawFrom(7)
    const noise = Array.from({ length: 5000 }, () => String.fromCharCode(from + draw(to - from))).join('')
    expectNoFlaws(
      samples.flatMap(({ name, text }) => [
        [name, noise + text],
        [name, text + noise],
        [name, text.slice(0, text.length / 2) + noise + text.slice(text.length / 2)],
      ]),
    )
  })
})

describe('a line of millions of characters', () => {
  const LONG = 10_000_000
  /** Of labels alone, which have far more to be read than anything that people write: as much work as ten million letters. */
  const DENSE = LONG / 5
  const TITLE = '青禾县人民政府2021年政府信息公开工作年度报告'

  test.each([
    ['0', LONG],
    ['\t', LONG],
    [' ', LONG],
    ['|', LONG],
    ['一、', LONG],
    ['（七）', LONG],
    ['行政许可0', DENSE],
    ['行政许可\t0\t', DENSE],
    ['一、本年新收政府信息公开申请数量', LONG],
    ['三、本年度办理结果（一）予以公开\t1\t2\t', DENSE],
    ['总计', DENSE],
    [TITLE, DENSE],
    ['<td>', LONG],
    ['\r\n', LONG],
    ['\n', LONG],
    ['一、\n', DENSE],
    [`${TITLE}\n`, LONG],
    ['行政许可\n0\n', LONG],
  ])('of %j, behind a title', (piece, length) => {
    expect(flaws(review(`${TITLE}\n${repeated(piece, length)}`))).toEqual([])
  })

  test.each([
    ['0', LONG / 20],
    ['\t', LONG / 20],
    ['字', LONG / 20],
    ['0\t', LONG / 20],
    ['0\n', LONG / 20],
    ['1 | ', LONG / 20],
  ])('of %j, behind a label of a table', (piece, length) => {
    for (const { text } of samples) {
      const at = text.indexOf('行政许可') + 4
      expect(flaws(review(text.slice(0, at) + repeated(piece, length) + text.slice(at)))).toEqual([])
    }
  })

  test('a whole report on one line, again and again', () => {
    expect(flaws(review(repeated(SAMPLE.replaceAll('\n', ' '), DENSE)))).toEqual([])
    expect(flaws(review(repeated(SAMPLE.replaceAll('\n', '\t'), DENSE)))).toEqual([])
    expect(flaws(review(repeated(SAMPLE, LONG)))).toEqual([])
  })
})

test('ten thousand tabs, anywhere', () => {
  const tabs = '\t'.repeat(10_000)
  const lines = SAMPLE.split('\n')
  expectNoFlaws([
    ['alone', tabs],
    ...lines.map((line, at) => [`line ${at + 1}`, lines.with(at, line + tabs).join('\n')] as const),
  ])
})

describe.each(samples)('$name', ({ text }) => {
  const lines = text.split('\n')

  test('cut anywhere', () => {
    const cuts = Array.from({ length: Math.ceil(text.length / 37) }, (_, index) => index * 37)
    expectNoFlaws(
      cuts.flatMap((at) => [
        [`up to ${at}`, text.slice(0, at)],
        [`from ${at}`, text.slice(at)],
      ]),
    )
  })

  test('without any one line, or with it twice', () => {
    expectNoFlaws(
      lines.flatMap((line, at) => [
        [`without line ${at + 1}`, lines.toSpliced(at, 1).join('\n')],
        [`line ${at + 1} twice`, lines.toSpliced(at, 0, line).join('\n')],
      ]),
    )
  })

  test('spliced with every other', () => {
    const parts = [0.2, 0.4, 0.6, 0.8]
    expectNoFlaws(
      samples.flatMap((other) =>
        parts.map((part) => [
          `${part} of it, then ${other.name}`,
          text.slice(0, text.length * part) + other.text.slice(other.text.length * part),
        ]),
      ),
    )
  })

  test.each([
    ['lone surrogates', ['\uD842', '\uDFB7', '\uD800']],
    ['tabs, bars and line breaks', ['\t', '|', '\n', '\r', '\r\n', '\u2028']],
    ['spaces and marks without width', [' ', '\u3000', '\u200B', '\uFEFF', '\0']],
    ['digits and signs', ['0', '9', '.', '-', '０', ',', '％']],
    ['labels', ['总计', '一、', '行政许可', '（七）总计', '1.', '其他']],
  ])('strewn with %s', (_, pieces) => {
    expectNoFlaws(
      [40, 400].flatMap((every) =>
        Array.from({ length: 10 }, (_, seed) => [`seed ${seed}`, strewn(text, pieces, seed, every)] as const),
      ),
    )
  })

  test('CRLF and CR break lines as LF does', () => {
    expect(found(text.replaceAll('\n', '\r\n')).map(ruleOf)).toEqual(found(text).map(ruleOf))
    expectNoFlaws([
      ['CRLF', text.replaceAll('\n', '\r\n')],
      ['CR', text.replaceAll('\n', '\r')],
    ])
  })

  test('a byte order mark, full-width digits and decomposed characters change nothing', () => {
    expect(found(`\uFEFF${text}`)).toEqual(found(text))
    expect(flaws(review(`\uFEFF${text}`))).toEqual([])
    const wide = inFigures(text, (digits) =>
      digits.replace(/\d/g, (digit) => '０１２３４５６７８９'[Number(digit)] ?? ''),
    )
    expect(found(wide).map(ruleOf)).toEqual(found(text).map(ruleOf))
    expect(flaws(review(wide))).toEqual([])
  })
})

const ruleOf = (line: string) => line.split(':')[0]

/** A text with every figure of its tables written otherwise. */
function inFigures(text: string, rewrite: (figure: string) => string): string {
  const edits = review(text).report.tables.flatMap(({ cells }) =>
    [...cells.values()].map(({ span, raw }) => ({ span, newText: rewrite(raw) })),
  )
  return applyEdits(text, edits)
}

test('full-width figures are read and mended as others are', () => {
  const { text } = planted({ figures: { 'requests/total/person': 99 } })
  const wide = inFigures(text, (figure) =>
    figure.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit))),
  )
  const [finding] = review(wide).findings
  expect(finding).toMatchObject({ rule: 'arithmetic/cell', address: 'requests/total/person' })
  for (const fix of finding?.fixes ?? []) expect(applied(wide, fix).findings).toEqual([])
})

describe('a rule that throws', () => {
  const error = new Error('not today')
  const { text } = planted({ figures: { 'requests/total/person': 99 } })
  const [finding] = review(text).findings as [Finding]
  const checks: [string, Rule['check']][] = [
    [
      'at once',
      () => {
        throw error
      },
    ],
    [
      'after a finding',
      function* () {
        yield finding
        throw error
      },
    ],
  ]

  test.each(checks)('%s is named, and the others still report', (_, check) => {
    const broken: Rule = { id: 'made/broken', severity: 'error', check }
    for (const rules of [
      [broken, ...RULES],
      [...RULES, broken],
    ]) {
      const { findings, failures } = review(text, { rules })
      expect(failures).toEqual([{ rule: 'made/broken', error }])
      expect(findings).toEqual([finding])
    }
  })
})
