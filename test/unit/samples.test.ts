import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { CATALOGUE } from '../../server/src/formats/catalogue.ts'
import { parseFormatPack, withPacks } from '../../server/src/formats/pack.ts'
import { review } from '../../server/src/review/review.ts'
import { applyEdits } from '../../server/src/text/span.ts'
import { applied, found } from './rules/planted.ts'

const SAMPLES = new URL('../../samples/', import.meta.url)
const read = (name: string) => readFileSync(new URL(name, SAMPLES), 'utf8')

/** The rows of the tables in samples/README.md: a file, what it needs or is, and the rules that should report. */
const rows = [...read('README.md').matchAll(/^\| `([^`]+)` \| ([^|]*) \|.*\| ([^|]+) \|$/gm)].map(
  ([, file, about, rules]) => ({
    file: file as string,
    pack: /`([^`]+\.report-format\.json)`/.exec(about as string)?.[1],
    rules: [...(rules as string).matchAll(/`([^`]+)`/g)].map(([, rule]) => rule as string),
    none: rules === '无',
  }),
)
const listed = rows.filter(({ pack }) => pack === undefined)
const packed = rows.flatMap(({ pack, ...row }) => (pack === undefined ? [] : [{ ...row, pack }]))

/** A section that is put in is empty, and said to be. */
const isNoGap = (line: string) => !line.startsWith('section/empty')

test('every sample is in a table, and every pack', () => {
  const files = readdirSync(SAMPLES, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'README.md')
    .map(({ name, parentPath }) => (/packs.?$/.test(parentPath) ? `packs/${name}` : name))
  expect([...rows.map(({ file }) => file), ...packed.map(({ pack }) => pack)].sort()).toEqual(files.sort())
})

test('every row of a table says what is reported', () => {
  expect(rows.filter(({ rules, none }) => none === rules.length > 0)).toEqual([])
})

describe.each(packed)('$file', ({ file, pack, rules }) => {
  const text = read(file)
  const { formats, problems } = parseFormatPack(read(pack))
  const catalogue = withPacks(CATALOGUE, [{ formats }])

  test('has the findings that the table names, with its pack, and none without it', () => {
    expect(problems).toEqual([])
    const { report, findings, failures } = review(text, { catalogue })
    expect(failures).toEqual([])
    expect(report.facts.format).toBe(formats[0])
    expect(report.sections.map(({ id }) => id)).toEqual(formats[0]?.sections.map(({ id }) => id))
    expect(report.tables.map(({ id }) => id)).toEqual(formats[0]?.tables.map(({ id }) => id))
    expect(findings.map(({ rule }) => rule)).toEqual(rules)
    expect(review(text).findings).toEqual([])
  })

  test('a wrong figure has a fix that leaves nothing to find', () => {
    for (const { rule, fixes } of review(text, { catalogue }).findings) {
      const mended = fixes.map(({ edits }) => review(applyEdits(text, edits), { catalogue }).findings)
      expect(mended.flat()).toEqual([])
      expect(mended.length > 0).toBe(rule.startsWith('arithmetic/'))
    }
  })
})

describe.each(listed)('$file', ({ file, rules }) => {
  const text = read(file)

  test('has the findings that the table names', () => {
    const { report, findings, failures } = review(text)
    expect(failures).toEqual([])
    expect(report.sections).toHaveLength(6 - rules.filter((rule) => rule === 'section/missing').length)
    expect(report.tables.map(({ id }) => id)).toEqual(['proactive', 'requests', 'remedies'])
    expect(report.tables.flatMap((table) => table.rows.filter(({ unaligned }) => unaligned))).toEqual([])
    expect(findings.map(({ rule }) => rule).sort()).toEqual(rules.toSorted())
  })

  test('each fix removes its finding and brings no other, but for what it leaves to be filled in or confirmed', () => {
    const before = found(text)
    for (const [index, { fixes }] of review(text).findings.entries()) {
      for (const fix of fixes) {
        const after = found(applied(text, fix).text)
        const isLeft = (finding: string) =>
          (Number(fix.title.args.open) > 0 && finding.startsWith('cell/blank')) ||
          (fix.title.key === 'fix/fee-draft' && finding.startsWith('content/placeholder'))
        expect(after.filter((finding) => !isLeft(finding) && isNoGap(finding))).toEqual(before.toSpliced(index, 1))
      }
    }
  })
})

test('README.md of the samples is no report', () => {
  expect(review(read('README.md')).report.isReport).toBe(false)
})
