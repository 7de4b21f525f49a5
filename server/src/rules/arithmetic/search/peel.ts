import { equal } from '../../../text/amount.ts'
import { effectsOf } from './effects.ts'
import { isPossible, type Step } from './sets.ts'
import { amountFor, type Line, type Residuals, type System } from './system.ts'

/**
 * Mistakes that can be told from the rest of what fails: cells whose every line fails by the same amount, and that share
 * no line with another such cell.
 */
export function peeled(system: System, residuals: Residuals): Step[] {
  const steps = effectsOf(system, ['cell']).flatMap((effect): Step[] => {
    const [first] = effect.terms
    if (first === undefined || effect.terms.length < 2) return []
    const amount = amountFor(residuals.at(first.line), first.sign)
    const agree = effect.terms.every(
      ({ line, sign }) =>
        (system.lines[line] as Line).known &&
        residuals.fails(line) &&
        equal(amountFor(residuals.at(line), sign), amount),
    )
    return agree && isPossible(system, { effect, amount }) ? [{ effect, amount }] : []
  })
  const users = new Map<number, number>()
  for (const { effect } of steps) for (const { line } of effect.terms) users.set(line, (users.get(line) ?? 0) + 1)
  return steps.filter(({ effect }) => effect.terms.every(({ line }) => users.get(line) === 1))
}
