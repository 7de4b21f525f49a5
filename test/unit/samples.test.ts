import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { review } from '../../server/src/review/review.ts'
import { applied, found } from './rules/planted.ts'

const SAMPLES = new URL('../../samples/', import.meta.url)
const read = (name: string) => readFileSync(new URL(name, SAMPLES), 'utf8')

/** The rows of the table in samples/README.md: a file, and the rules that should report. */
const listed = [...read('README.md').matchAll(/^\| `([^`]+)` \|.*\| ([^|]+) \|$/gm)].map(([, file, rules]) => ({
  file: file as string,
  rules: [...(rules as string).matchAll(/`([^`]+)`/g)].map(([, rule]) => rule as string),
  none: rules === '无',
}))

test('every sample is in the table', () => {
  const files = readdirSync(SAMPLES).filter((file) => file !== 'README.md')
  expect(listed.map(({ file }) => file)).toEqual(files.sort())
})

test('every row of the table says what is reported', () => {
  expect(listed.filter(({ rules, none }) => none === rules.length > 0)).toEqual([])
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

  test('each fix removes its finding and brings no other, but for cells that it leaves to be filled in', () => {
    const before = found(text)
    for (const [index, { fixes }] of review(text).findings.entries()) {
      for (const fix of fixes) {
        const after = found(applied(text, fix).text)
        const isLeft = (finding: string) => Number(fix.title.args.open) > 0 && finding.startsWith('cell/blank')
        expect(after.filter((finding) => !isLeft(finding))).toEqual(before.toSpliced(index, 1))
      }
    }
  })
})

test('README.md of the samples is no report', () => {
  expect(review(read('README.md')).report.isReport).toBe(false)
})
