import { balance } from './arithmetic/balance.ts'
import { cell } from './arithmetic/cell.ts'
import { columnTotal } from './arithmetic/column-total.ts'
import { entry } from './arithmetic/entry.ts'
import { rowTotal } from './arithmetic/row-total.ts'
import { shifted } from './arithmetic/shifted.ts'
import { blank } from './cell/blank.ts'
import { feeStatement } from './content/fee-statement.ts'
import { governmentDuties } from './content/government-duties.ts'
import { length } from './content/length.ts'
import { placeholder } from './content/placeholder.ts'
import { preamble } from './content/preamble.ts'
import { problems } from './content/problems.ts'
import { repeatedWords } from './content/repeated-words.ts'
import { ruleMakingPower } from './content/rule-making-power.ts'
import { selfReference } from './content/self-reference.ts'
import { topics } from './content/topics.ts'
import { outdatedRow } from './format/outdated-row.ts'
import { outdatedTable } from './format/outdated-table.ts'
import { breakdown } from './narrative/breakdown.ts'
import { count } from './narrative/count.ts'
import { percentage } from './narrative/percentage.ts'
import { period } from './narrative/period.ts'
import { published } from './narrative/published.ts'
import { year } from './narrative/year.ts'
import { zero } from './narrative/zero.ts'
import { second } from './report/second.ts'
import type { Rule } from './rule.ts'
import { missing as sectionMissing } from './section/missing.ts'
import { order } from './section/order.ts'
import { title } from './section/title.ts'
import { extraValue } from './table/extra-value.ts'
import { missing as tableMissing } from './table/missing.ts'
import { rowMissing } from './table/row-missing.ts'
import { unaligned } from './table/unaligned.ts'

/** Every rule, in the order of the contract. */
export const RULES: readonly Rule[] = [
  cell,
  entry,
  shifted,
  rowTotal,
  columnTotal,
  balance,
  blank,
  tableMissing,
  rowMissing,
  extraValue,
  unaligned,
  sectionMissing,
  order,
  title,
  outdatedTable,
  outdatedRow,
  count,
  zero,
  breakdown,
  percentage,
  period,
  year,
  published,
  topics,
  governmentDuties,
  feeStatement,
  problems,
  placeholder,
  selfReference,
  preamble,
  ruleMakingPower,
  repeatedWords,
  length,
  second,
]
