import type { Table } from '../../../report/report.ts'
import { compare } from '../../../text/amount.ts'
import { check } from '../check.ts'
import { changesBy, type Effect, effectsOf, type Hypothesis } from './effects.ts'
import { patternsExplaining } from './patterns.ts'
import { peeled } from './peel.ts'
import type { Prose } from './prose.ts'
import { likelihood, type Reading } from './rank.ts'
import type { Pattern } from './rows.ts'
import { type Step, setsExplaining, type Trials } from './sets.ts'
import { Residuals, type System, systemOf } from './system.ts'

/** What went wrong once, with the lines that it made fail. */
export type Explanation =
  | { readonly kind: Hypothesis['kind']; readonly lines: readonly number[]; readonly readings: readonly Reading[] }
  | { readonly kind: 'pattern'; readonly lines: readonly number[]; readonly patterns: readonly Pattern[] }

export interface Explained {
  readonly system: System
  /** One for each mistake, smallest causes first. */
  readonly explanations: readonly Explanation[]
  /** Cells that are wrong together in another way, which would explain the same lines as well. */
  readonly others: readonly (readonly Reading[])[]
  /** The lines that nothing simple explains. */
  readonly unexplained: readonly number[]
}

/** Effects of up to this many lines and so many causes are searched for. */
const MOST_CAUSES = 3
/** A table takes no more trials than this, some milliseconds, however much is wrong in it. */
const MOST_TRIALS = 16_000

/** Looks for the fewest mistakes that explain every failing sum of a table. */
export function explain(table: Table, prose: () => Prose): Explained | undefined {
  if (table.equations.every((equation) => check(table, equation).outcome !== 'fails')) return undefined
  const system = systemOf(table)
  const residuals = new Residuals(system)
  const trials = { left: MOST_TRIALS }
  const found: Explanation[] = []
  for (;;) {
    const whole = wholly(system, residuals, prose, trials)
    if (whole !== undefined) {
      return { system, explanations: [...found, ...whole.explanations], others: whole.others, unexplained: [] }
    }
    const steps = peeled(system, residuals)
    for (const step of steps) {
      found.push(explanationOf(system, step, residuals, prose))
      residuals.change(step.effect.terms, step.amount)
    }
    if (residuals.failing === 0 || steps.length === 0) {
      return { system, explanations: found, others: [], unexplained: residuals.failingLines() }
    }
  }
}

type Whole = Pick<Explained, 'explanations' | 'others'>

/** The smallest explanation of everything that fails: one cell, one entry, one shift, then a few of them. */
function wholly(system: System, residuals: Residuals, prose: () => Prose, trials: Trials): Whole | undefined {
  if (residuals.failing > MOST_CAUSES * MOST_LINES) {
    return wholePattern(system, residuals)
  }
  const tryOut = (effects: readonly Effect[], size: number) => {
    const sets = setsExplaining(system, effects, residuals, size, trials)
    return sets.length === 0 ? undefined : wholeOf(system, residuals, sets, prose)
  }
  const cells = effectsOf(system, ['cell'])
  const whole = tryOut(cells, 1)
  if (whole !== undefined) return whole
  if (residuals.failing <= MOST_LINES) {
    const one = tryOut(effectsOf(system, ['entry']), 1) ?? tryOut(effectsOf(system, ['move']), 1)
    if (one !== undefined) return one
  }
  return (
    wholePattern(system, residuals) ??
    tryOut(cells, 2) ??
    (residuals.failing <= 2 * MOST_LINES
      ? tryOut([...cells, ...effectsOf(system, ['entry', 'move'])], 2)
      : undefined) ??
    tryOut(cells, MOST_CAUSES)
  )
}

/** An effect changes no more lines than this. */
const MOST_LINES = 4

function wholePattern(system: System, residuals: Residuals): Whole | undefined {
  const patterns = patternsExplaining(system, residuals)
  if (patterns.length === 0) return undefined
  return { explanations: [{ kind: 'pattern', lines: residuals.failingLines(), patterns }], others: [] }
}

/** The likeliest of several sets as explanations; of the others, the likeliest reading each. */
function wholeOf(system: System, residuals: Residuals, sets: readonly (readonly Step[])[], prose: () => Prose): Whole {
  const ranked = sets
    .map((steps) => steps.map((step) => explanationOf(system, step, residuals, prose)))
    .map((explanations) => ({
      explanations,
      score: sets.length > 1 ? scoreOf(system, explanations, prose()) : 0,
    }))
    .sort((a, b) => b.score - a.score)
  const [best, ...rest] = ranked.map(({ explanations }) => explanations)
  const others = rest.map((explanations) =>
    explanations.flatMap((explanation) => (explanation.kind === 'pattern' ? [] : explanation.readings.slice(0, 1))),
  )
  return { explanations: best ?? [], others }
}

function scoreOf(system: System, explanations: readonly Explanation[], prose: Prose): number {
  return explanations
    .flatMap((explanation) => (explanation.kind === 'pattern' ? [] : explanation.readings.slice(0, 1)))
    .reduce((score, reading) => score + likelihood(system, reading, prose), 0)
}

/** A step as an explanation, its readings the likeliest first; among effects of several kinds, the simplest kind. */
function explanationOf(
  system: System,
  { effect, amount }: Step,
  residuals: Residuals,
  prose: () => Prose,
): Explanation {
  const readings = effect.hypotheses.flatMap((hypothesis): Reading[] => {
    const changes = changesBy(system, hypothesis, amount)
    if (changes === undefined) return []
    const [first] = changes
    // Of a move, the figure that is in the wrong place leads, not the place that lacks it.
    const grows = first !== undefined && compare(first.expected, system.cells[first.cell]?.value ?? 0) > 0
    return [{ kind: hypothesis.kind, changes: hypothesis.kind === 'move' && grows ? [...changes].reverse() : changes }]
  })
  const [simplest] = KINDS.filter((kind) => readings.some((reading) => reading.kind === kind))
  const says = readings.length > 1 ? prose() : NOTHING
  const ranked = readings
    .filter(({ kind }) => kind === simplest)
    .map((reading) => ({ reading, score: likelihood(system, reading, says) }))
    .sort((a, b) => b.score - a.score)
    .map(({ reading }) => reading)
  const lines = effect.terms.map(({ line }) => line).filter((line) => residuals.fails(line))
  return { kind: simplest ?? 'cell', lines, readings: ranked }
}

const KINDS = ['cell', 'entry', 'move'] as const
const NOTHING: Prose = () => false
