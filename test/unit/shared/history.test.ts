import { describe, expect, test } from 'vitest'
import { read, review } from '../../../server/src/review/review.ts'
import { identityOf, Years } from '../../../server/src/review/years.ts'
import { pastOf } from '../../../server/src/rules/beside.ts'
import { isShared, readShared } from './gold.ts'

// The published reports of two organs, year beside year. Most of them do not name their organ: their paths do.

const YEARS = {
  'pingtan-zone': [2019, 2020, 2021, 2022, 2023, 2024, 2025],
  'pingtan-gaj': [2019, 2021, 2022, 2024],
}
const paths = Object.entries(YEARS).flatMap(([organ, years]) => years.map((year) => `corpus/${organ}-${year}.txt`))

/** By report: whose year before is there, and what a person finds who lays the two side by side. */
const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  // 181 permits and 430 penalties, then 2278 and 38.
  'pingtan-zone-2020': ['history/jump proactive/licensing/decisions', 'history/jump proactive/penalties/decisions'],
  // 38 penalties, then 1282. What is in force cannot be compared: the form of 2019 does not ask for it.
  'pingtan-zone-2021': ['history/jump proactive/penalties/decisions'],
  // 665 + 88 − 55 = 698 holds, and so does the application carried over; 42 coercive measures, then none.
  'pingtan-zone-2022': ['history/jump proactive/coercion/decisions'],
  // 643 and 470, 499 and 440, 453 and 546: clean-ups.
  'pingtan-zone-2023': ['history/balance proactive/normativeDocuments/inForce'],
  'pingtan-zone-2024': ['history/balance proactive/normativeDocuments/inForce'],
  'pingtan-zone-2025': ['history/balance proactive/normativeDocuments/inForce'],
  // 2 + 4 − 1 = 5 and 7. The application that 2021 wrongly counts as dealt with, too, does come back.
  'pingtan-gaj-2022': ['history/balance proactive/normativeDocuments/inForce'],
}

describe.skipIf(!isShared('corpus'))('ten years of published reports', () => {
  const reports = () => new Map(paths.map((path) => [path, read(readShared(path))]))

  test('are matched year by year, and say what a person finds', () => {
    const years = new Years()
    const all = reports()
    for (const [path, report] of all) years.set(path, identityOf(report))
    const found = [...all].flatMap(([path, report]) => {
      const identity = identityOf(report)
      const last = identity && years.lastYearOf(path, identity)
      const before = last === undefined ? undefined : all.get(last)
      if (last === undefined || before === undefined) return []
      const { findings, failures } = review(report.text, { past: pastOf(last, before) })
      expect(failures).toEqual([])
      const lines = findings.filter(({ rule }) => rule.startsWith('history/'))
      expect(lines.filter(({ severity }) => severity === 'error')).toEqual([])
      return [[path.slice('corpus/'.length, -'.txt'.length), lines.map(({ rule, address }) => `${rule} ${address}`)]]
    })
    expect(Object.fromEntries(found)).toEqual(EXPECTED)
  })
})
