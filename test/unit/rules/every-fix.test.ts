import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Review, review } from '../../../server/src/review/review.ts'
import { RULE_BOOK } from '../../../server/src/review/rule-book.ts'
import { causesOf } from '../../../server/src/rules/arithmetic/causes.ts'
import type { Finding, Fix } from '../../../server/src/rules/rule.ts'
import { applyEdits } from '../../../server/src/text/span.ts'
import { drawFrom } from '../../generator/figures.ts'
import { ALL_SEPARATED } from '../../generator/render.ts'
import { planted } from './planted.ts'

// Whatever a rule offers mends what it found, breaks nothing else and leaves the rest of the text as it was.

const isArithmetic = ({ rule }: Finding) => rule.startsWith('arithmetic/')

/** What is put in is empty or a draft, and said to be. */
const EMPTY = new Set(['cell/blank', 'section/empty', 'content/placeholder'])

/** What a finding is about: the same before and after a fix elsewhere. */
const nameOf = ({ rule, address = '' }: Finding) => `${rule} ${address}`

const countOf = (findings: readonly Finding[], name: string) => findings.filter((one) => nameOf(one) === name).length

/** The sums that fail. */
const failingIn = ({ report }: Review) =>
  causesOf(report).flatMap(({ table, failing }) =>
    failing.map(({ equation: { identity, along } }) => `${table.id} ${identity.rule} ${along}`),
  )

function expectMended(before: Review, finding: Finding, fix: Fix): void {
  const { text } = before.report
  for (const [index, { span }] of fix.edits.entries()) {
    expect(span.start).toBeGreaterThanOrEqual(fix.edits[index - 1]?.span.end ?? 0)
    expect(span.end).toBeLessThanOrEqual(text.length)
  }
  const after = review(applyEdits(text, fix.edits))
  expect(after.failures).toEqual([])
  const others = (found: Review) => found.findings.filter((other) => !isArithmetic(other) && !EMPTY.has(other.rule))
  for (const name of new Set(others(after).map(nameOf)))
    expect([name, countOf(others(after), name) <= countOf(others(before), name)]).toEqual([name, true])
  expect(failingIn(before)).toEqual(expect.arrayContaining(failingIn(after)))
  if (isArithmetic(finding)) expect(failingIn(after).length).toBeLessThan(failingIn(before).length)
  else expect(countOf(after.findings, nameOf(finding))).toBeLessThan(countOf(before.findings, nameOf(finding)))
}

function expectAllMended(text: string): number {
  const before = review(text)
  let fixes = 0
  for (const finding of before.findings) {
    for (const fix of finding.fixes) {
      expectMended(before, finding, fix)
      fixes++
    }
  }
  return fixes
}

const examples = RULE_BOOK.map(({ id }) => {
  const page = readFileSync(new URL(`../../../docs/rules/${id}.md`, import.meta.url), 'utf8')
  return [id, [...page.matchAll(/^(`{3,})nianbao bad\n(.*?)^\1$/gms)].map(([, , text]) => text as string)] as const
})

describe('the fixes of the examples', () => {
  test.each(examples)('of %s', (_, texts) => {
    for (const text of texts) expectAllMended(text)
  })
})

describe.each(ALL_SEPARATED)('the fixes of mistakes drawn at random, as %s', (layout) => {
  test('mend what they say', () => {
    let fixes = 0
    fc.assert(
      fc.property(
        fc.nat(),
        fc.nat(),
        fc.integer({ min: 1, max: 5 }),
        fc.constantFrom(1, 9, 300, 4_000_000),
        fc.constantFrom(2020, 2023),
        (seed, pick, mistakes, scale, year) => {
          const sound = planted({ seed, layout, year, scale })
          const draw = drawFrom(pick)
          const addresses = [...sound.figures.keys()].filter((address) => !address.startsWith('proactive/'))
          const figures: Record<string, number> = {}
          for (let count = 0; count < mistakes; count++)
            figures[addresses[draw(addresses.length - 1)] as string] = draw(scale + 9)
          fixes += expectAllMended(planted({ seed, layout, year, scale, figures }).text)
        },
      ),
      { numRuns: 15 },
    )
    expect(fixes).toBeGreaterThan(15)
  })
})
