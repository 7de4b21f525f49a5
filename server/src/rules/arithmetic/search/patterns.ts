import { negate, subtract } from '../../../text/amount.ts'
import { placesIn } from './along-row.ts'
import type { Change } from './effects.ts'
import { figureAt, type Pattern, rowsOf } from './rows.ts'
import type { Residuals, System } from './system.ts'
import { rowsMistaken } from './whole-rows.ts'

/** The patterns that make every failing line hold and break none, those that change the fewest figures first. */
export function patternsExplaining(system: System, residuals: Residuals): Pattern[] {
  const found = new Map<string, Pattern>()
  for (const pattern of patternsOf(system, residuals)) {
    if (pattern === undefined || pattern.changes.length === 0) continue
    const name = pattern.changes.map(({ cell, expected }) => `${cell}=${expected}`).join()
    if (!found.has(name) && explains(system, residuals, pattern.changes)) found.set(name, pattern)
  }
  return [...found.values()].sort((a, b) => a.changes.length - b.changes.length)
}

/** Where a row fails, what is wrong with that row; where none does, what may be wrong with whole rows. */
function* patternsOf(system: System, residuals: Residuals): Iterable<Pattern | undefined> {
  const failing = residuals.failingLines().map((line) => system.lines[line]?.checked.equation)
  const along = new Set(failing.filter((line) => line?.identity.each === 'row').map((line) => line?.along))
  if (along.size > 1) return
  const rows = rowsOf(system)
  for (const row of rows) {
    if (along.size === 0) yield* rowsMistaken(system, residuals, row, rows)
    else if (along.has(row.id)) yield* placesIn(system, row)
  }
}

function explains(system: System, residuals: Residuals, changes: readonly Change[]): boolean {
  for (const { cell, expected } of changes) {
    residuals.change(system.touching[cell] ?? [], subtract(expected, figureAt(system, cell)))
  }
  const holds = residuals.failing === 0
  for (const { cell, expected } of changes) {
    residuals.change(system.touching[cell] ?? [], negate(subtract(expected, figureAt(system, cell))))
  }
  return holds
}
