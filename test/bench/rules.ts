import { readReport } from '../../server/src/report/read.ts'
import type { Report } from '../../server/src/report/report.ts'
import { RULES } from '../../server/src/rules/index.ts'
import type { Rule } from '../../server/src/rules/rule.ts'
import { compare, median, ms, printTable, ratio } from './compare.ts'
import { reportOf } from './reports.ts'

const SHOWN = 10

/**
 * The dearest rules on a report of 20 KB, beside reading it. Parts of a report are read when they are first asked for: here
 * they all are read before, and count as reading. The last line is of a report of which nothing was asked yet.
 */
export function benchRules(): void {
  const text = reportOf(20_000, 'pipes')
  const read = compare({ read: () => readWhole(text) }, 200, 100)[0]?.median ?? 1
  // What rules share is made by the first that asks: each is timed as if it were alone.
  const timed = RULES.map((rule) => ({ id: rule.id, time: timeOf([rule], () => readWhole(text)) })).sort(
    (a, b) => b.time - a.time,
  )
  const together = timeOf(RULES, () => readWhole(text))
  const first = timeOf(RULES, () => readReport(text))
  printTable([
    ['rule, 20 KB', 'ms', '/ reading'],
    ...timed.slice(0, SHOWN).map(({ id, time }) => [id, ms(time), ratio(time / read)]),
    ['all rules together', ms(together), ratio(together / read)],
    ['and what is read for them', ms(first), ratio(first / read)],
  ])
}

/** A report with all of its parts. */
function readWhole(text: string): Report {
  const report = readReport(text)
  const { claims, squeezed, tables, facts } = report
  const { periods, notices, noticeTitles, decrees, dates } = facts
  const parts = [claims, squeezed, tables.map(({ labels }) => labels), periods, notices, noticeTitles, decrees, dates]
  if (parts.length === 0) throw new Error('not read')
  return report
}

/** The median time of rules on a report newly read, in milliseconds. */
function timeOf(rules: readonly Rule[], read: () => Report): number {
  const times: number[] = []
  for (let round = -50; round < 100; round++) {
    const report = read()
    const began = performance.now()
    for (const rule of rules) for (const _ of rule.check(report));
    if (round >= 0) times.push(performance.now() - began)
  }
  return median(times)
}
