import { describe, expect, test } from 'vitest'
import type { Identity } from '../../../server/src/formats/schema.ts'
import { review } from '../../../server/src/review/review.ts'
import { severityOf } from '../../../server/src/review/severity.ts'
import { causesOf } from '../../../server/src/rules/arithmetic/causes.ts'
import { RULES } from '../../../server/src/rules/index.ts'
import type { Finding } from '../../../server/src/rules/rule.ts'
import { expectCells, expectReadingOrder, type GoldCells, isShared, readShared, readSharedJson } from './gold.ts'

// More published reports, one cell a tab as a browser copies them. Here only where ../shared is.

interface GoldReport {
  readonly cells: GoldCells
  /** The identities that really fail, such as `balance person 1!=2`. */
  readonly wrong: readonly string[]
}

interface GoldFindings {
  /** Beginnings of rules that may report nothing but what is required or accepted. */
  readonly ruledOut: readonly string[]
  readonly reports: Readonly<
    Record<string, { readonly required: readonly Expected[]; readonly accepted: readonly Expected[] }>
  >
}

/** A rule, and a text on the line of its finding. */
type Expected = readonly [rule: string, text: string]

const NAMES = [
  'pingtan-gaj-2019',
  'pingtan-gaj-2021',
  'pingtan-gaj-2022',
  'pingtan-gaj-2024',
  'pingtan-zone-2019',
  'pingtan-zone-2020',
  'pingtan-zone-2021',
  'pingtan-zone-2022',
  'pingtan-zone-2023',
  'pingtan-zone-2024',
  'pingtan-zone-2025',
  'suqian-2023',
]

/** What the list of identities calls them. */
const IDENTITIES: Readonly<Record<Identity['rule'], string>> = {
  'row-total': 'row',
  'column-total': 'col',
  balance: 'balance',
}

const gold = () => readSharedJson<Record<string, GoldReport>>('gold/corpus.json')
const goldFindings = () => readSharedJson<GoldFindings>('gold/findings.json')
const textOf = (name: string) => readShared(`corpus/${name}.txt`)

const lineAt = (text: string, { span }: Finding): string => {
  const end = text.indexOf('\n', span.end)
  return text.slice(text.lastIndexOf('\n', span.start - 1) + 1, end === -1 ? undefined : end)
}

const isArithmetic = ({ rule }: { rule: string }) => rule.startsWith('arithmetic/')

describe.skipIf(!isShared('corpus', 'gold/corpus.json', 'gold/findings.json'))('the corpus', () => {
  test('is these reports', () => {
    expect(Object.keys(gold()).sort()).toEqual(NAMES)
  })

  describe.each(NAMES)('%s', (name) => {
    test('every cell of applications and remedies', () => {
      const { report } = review(textOf(name))
      expectCells(report, (gold()[name] as GoldReport).cells)
      expectReadingOrder(report)
    })

    test('the sums that really fail, and no other', () => {
      const { report } = review(textOf(name))
      const failing = causesOf(report)
        .flatMap((cause) => cause.failing)
        .map(({ equation: { identity, along }, left, right }) =>
          [IDENTITIES[identity.rule], along, `${left}!=${right}`].join(' '),
        )
      expect(failing.sort()).toEqual((gold()[name] as GoldReport).wrong.toSorted())
    })

    test('one finding for what went wrong once', () => {
      const { report, findings } = review(textOf(name))
      expect(findings.filter(isArithmetic)).toHaveLength(causesOf(report).length)
      expect(causesOf(report).length).toBe((gold()[name] as GoldReport).wrong.length === 0 ? 0 : 1)
    })

    test('what has to be found, and nothing that is ruled out', () => {
      const text = textOf(name)
      const { ruledOut, reports } = goldFindings()
      const { required = [], accepted = [] } = reports[name] ?? {}
      const { findings, failures } = review(text)
      expect(failures).toEqual([])
      const isExpected =
        (finding: Finding) =>
        ([rule, part]: Expected) =>
          rule === finding.rule && lineAt(text, finding).includes(part)
      const wrong = findings.filter(
        (finding) =>
          ['error', 'warning'].includes(severityOf(finding)) &&
          ruledOut.some((rule) => finding.rule.startsWith(rule)) &&
          ![...required, ...accepted].some(isExpected(finding)),
      )
      expect(wrong.map((finding) => [finding.rule, lineAt(text, finding)])).toEqual([])
      const missed = required.filter(
        (expected) =>
          RULES.some(({ id }) => id === expected[0]) && !findings.some((finding) => isExpected(finding)(expected)),
      )
      expect(missed).toEqual([])
    })
  })
})
