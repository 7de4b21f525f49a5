import { readReport } from '../../server/src/report/read.ts'
import { RULES } from '../../server/src/rules/index.ts'
import type { Rule } from '../../server/src/rules/rule.ts'
import { compare, median, ms, printTable, ratio } from './compare.ts'
import { reportOf } from './reports.ts'

const SHOWN = 10

/** The dearest rules on a report of 20 KB, each on a report newly read, beside reading it. */
export function benchRules(): void {
  const text = reportOf(20_000, 'pipes')
  const read = compare({ read: () => readReport(text) }, 200, 100)[0]?.median ?? 1
  // What rules share is made by the first that asks: each is timed as if it were alone.
  const timed = RULES.map((rule) => ({ id: rule.id, time: timeOf(text, [rule]) })).sort((a, b) => b.time - a.time)
  const together = timeOf(text, RULES)
  printTable([
    ['rule, 20 KB', 'ms', '/ reading'],
    ...timed.slice(0, SHOWN).map(({ id, time }) => [id, ms(time), ratio(time / read)]),
    ['all rules together', ms(together), ratio(together / read)],
  ])
}

/** The median time of rules on a report newly read, in milliseconds. */
function timeOf(text: string, rules: readonly Rule[]): number {
  const times: number[] = []
  for (let round = -50; round < 100; round++) {
    const report = readReport(text)
    const began = performance.now()
    for (const rule of rules) for (const _ of rule.check(report));
    if (round >= 0) times.push(performance.now() - began)
  }
  return median(times)
}
