import { balance } from './arithmetic/balance.ts'
import { bound } from './arithmetic/bound.ts'
import { cell } from './arithmetic/cell.ts'
import { columnTotal } from './arithmetic/column-total.ts'
import { entry } from './arithmetic/entry.ts'
import { rowTotal } from './arithmetic/row-total.ts'
import { shifted } from './arithmetic/shifted.ts'
import { blank } from './cell/blank.ts'
import { magnitude } from './cell/magnitude.ts'
import { notACount } from './cell/not-a-count.ts'
import { unit } from './cell/unit.ts'
import { datedPhrase } from './content/dated-phrase.ts'
import { feeStatement } from './content/fee-statement.ts'
import { governmentDuties } from './content/government-duties.ts'
import { length } from './content/length.ts'
import { placeholder } from './content/placeholder.ts'
import { preamble } from './content/preamble.ts'
import { problems } from './content/problems.ts'
import { repeatedWords } from './content/repeated-words.ts'
import { ruleMakingPower } from './content/rule-making-power.ts'
import { selfReference } from './content/self-reference.ts'
import { title as reportTitle } from './content/title.ts'
import { topics } from './content/topics.ts'
import { unlikelyFigures } from './content/unlikely-figures.ts'
import { notice } from './format/notice.ts'
import { outdatedLabel } from './format/outdated-label.ts'
import { outdatedRow } from './format/outdated-row.ts'
import { outdatedTable } from './format/outdated-table.ts'
import { premature } from './format/premature.ts'
import { balance as yearBalance } from './history/balance.ts'
import { carriedOver } from './history/carried-over.ts'
import { jump } from './history/jump.ts'
import { similar } from './history/similar.ts'
import { breakdown } from './narrative/breakdown.ts'
import { count } from './narrative/count.ts'
import { percentage } from './narrative/percentage.ts'
import { period } from './narrative/period.ts'
import { published } from './narrative/published.ts'
import { year } from './narrative/year.ts'
import { zero } from './narrative/zero.ts'
import { second } from './report/second.ts'
import { sum as rollupSum } from './rollup/sum.ts'
import type { Rule } from './rule.ts'
import { duplicate } from './section/duplicate.ts'
import { empty } from './section/empty.ts'
import { level } from './section/level.ts'
import { missing as sectionMissing } from './section/missing.ts'
import { number } from './section/number.ts'
import { order } from './section/order.ts'
import { title } from './section/title.ts'
import { extraValue } from './table/extra-value.ts'
import { heading } from './table/heading.ts'
import { label } from './table/label.ts'
import { missing as tableMissing } from './table/missing.ts'
import { rowDuplicate } from './table/row-duplicate.ts'
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
  bound,
  notACount,
  blank,
  unit,
  magnitude,
  tableMissing,
  rowMissing,
  rowDuplicate,
  label,
  heading,
  extraValue,
  unaligned,
  sectionMissing,
  duplicate,
  order,
  number,
  title,
  empty,
  level,
  outdatedTable,
  outdatedRow,
  outdatedLabel,
  premature,
  notice,
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
  reportTitle,
  datedPhrase,
  unlikelyFigures,
  length,
  carriedOver,
  yearBalance,
  jump,
  similar,
  rollupSum,
  second,
]
