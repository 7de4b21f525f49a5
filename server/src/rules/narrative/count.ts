import type { CountClaim } from '../../report/claims/claims.ts'
import { figureLike } from '../../report/dialect.ts'
import type { Report } from '../../report/report.ts'
import { wordsIn } from '../../report/words.ts'
import { type Amount, add, digitsOf, equal, subtract, times, timesTenTo } from '../../text/amount.ts'
import { sliceOf } from '../../text/span.ts'
import { type CellChange, causesOf } from '../arithmetic/causes.ts'
import { cellsOf, check } from '../arithmetic/check.ts'
import { keyOf, writeFigure } from '../arithmetic/findings.ts'
import type { Finding, Fix, Rule } from '../rule.ts'
import { agrees, type Measured, measuredIn, nameOf, relatedTo } from './measured.ts'

/** A figure in prose differs from every sum of the tables that it could mean. */
export const count: Rule = {
  id: 'narrative/count',
  severity: 'warning',
  *check(report): Iterable<Finding> {
    for (const claim of report.claims.counts) {
      const sums = measuredIn(report, claim.measure)
      if (sums === undefined || sums.some(({ value }) => agrees(claim.figure, claim.measure, value))) continue
      const [meant] = sums
      if (meant === undefined || isExplained(report, claim, sums)) continue
      yield finding(report, claim, meant, sums)
    }
  },
}

/** A figure of the table is wrong, and with the right one the prose agrees: that is said there. */
function isExplained(report: Report, { figure, measure }: CountClaim, sums: readonly Measured[]): boolean {
  const changes = causesOf(report).flatMap((cause): readonly CellChange[] =>
    cause.kind === 'cell' ? [cause.change] : cause.readings.flat(),
  )
  return sums.some(({ value, cells }) =>
    changes.some((change) => {
      const cell = cells.find(({ cell }) => cell === change.cell)
      const more = cell && times(subtract(change.expected, cell.value), measure.worth)
      return more !== undefined && agrees(figure, measure, add(value, more))
    }),
  )
}

function finding(report: Report, claim: CountClaim, meant: Measured, sums: readonly Measured[]): Finding {
  const { figure, span, measure, certain } = claim
  const said = sliceOf(report.text, figure.span)
  return {
    rule: 'narrative/count',
    ...(!certain && { severity: 'info' as const }),
    span: figure.span,
    wording: {
      key: keyFor(measure, sums),
      args: {
        said: wordsIn(sliceOf(report.text, span)),
        name: nameOf(meant),
        value: digitsOf(meant.inCells),
        others: sums
          .slice(1)
          .map(({ inCells }) => digitsOf(inCells))
          .join('、'),
      },
    },
    related: relatedTo(meant),
    fixes: fixesFor(claim, said, meant),
  }
}

function keyFor({ relation }: CountClaim['measure'], { length }: readonly Measured[]): string {
  if (relation === 'within') return 'narrative/count.within'
  return length > 1 ? 'narrative/count.either' : 'narrative/count'
}

/** What is contained in a figure of the table does not tell it, nor the other way round. */
function fixesFor({ measure, figure }: CountClaim, said: string, meant: Measured): Fix[] {
  if (measure.relation === 'within') return []
  return [useTable(said, figure.span, meant), ...(measure.worth === 1 ? changeTable(figure.value, meant) : [])]
}

/** Writes what the table says, in 万 or 亿 where the figure is written so. */
function useTable(said: string, span: Finding['span'], { value }: Measured): Fix {
  const [scale = ''] = /[万亿]$/.exec(said) ?? []
  const newText = figureLike(said, timesTenTo(value, -(ZEROS[scale] ?? 0)))
  return {
    title: { key: 'fix/prose-figure', args: { found: wordsIn(said), expected: wordsIn(newText) } },
    edits: [{ span, newText }],
    preferred: false,
    safe: false,
  }
}

const ZEROS: Readonly<Record<string, number>> = { 万: 4, 亿: 8 }

/** Writes what the prose says, where it is the figure of one cell and no sum breaks by it. */
function changeTable(value: Amount, { cells }: Measured): Fix[] {
  const [only, ...more] = cells
  if (only === undefined || more.length > 0 || only.cell.state !== 'number') return []
  const change = { cell: only.cell, expected: value }
  const { table } = only
  const changed = { ...table, cells: new Map(table.cells).set(keyOf(change), { ...only.cell, value }) }
  const breaks = table.equations.some(
    (equation) => cellsOf(equation).includes(only.key) && check(changed, equation).outcome === 'fails',
  )
  return breaks || equal(value, only.value) ? [] : [writeFigure(table, change, false)]
}
