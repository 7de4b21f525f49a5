import { type Amount, negate } from '../../../text/amount.ts'
import { changesBy, type Effect } from './effects.ts'
import { amountFor, type Residuals, type Sign, type System } from './system.ts'

/** An effect and the amount by which its hypotheses change their cells. */
export interface Step {
  readonly effect: Effect
  readonly amount: Amount
}

/** The trials that are left for the search in a table: what is not found by then has no simple explanation. */
export interface Trials {
  left: number
}

/** More trials than this in one search are too many. */
const MOST_TRIALS = 12_000
/** No more explanations are collected: with so many readings none is worth an accusation. */
const MOST_SETS = 12

/** The sets of `size` effects that make every failing line hold and break none, each set once. */
export function setsExplaining(
  system: System,
  effects: readonly Effect[],
  residuals: Residuals,
  size: number,
  trials: Trials,
): Step[][] {
  const search = new Search(system, effects, residuals, Math.min(trials.left, MOST_TRIALS))
  search.extend([], size)
  trials.left -= search.trials
  return search.found
}

class Search {
  readonly found: Step[][] = []
  readonly #system: System
  readonly #residuals: Residuals
  readonly #onLine = new Map<number, { effect: Effect; sign: Sign }[]>()
  readonly #mostLines: number
  readonly #seen = new Set<string>()
  readonly #numbers = new Map<Effect, number>()
  readonly #mostTrials: number
  trials = 0

  constructor(system: System, effects: readonly Effect[], residuals: Residuals, mostTrials: number) {
    this.#mostTrials = mostTrials
    this.#system = system
    this.#residuals = residuals
    this.#mostLines = Math.max(0, ...effects.map(({ terms }) => terms.length))
    effects.forEach((effect, number) => {
      this.#numbers.set(effect, number)
      for (const { line, sign } of effect.terms) {
        if (!system.lines[line]?.known) continue
        const there = this.#onLine.get(line) ?? []
        this.#onLine.set(line, there)
        there.push({ effect, sign })
      }
    })
  }

  /** Tries to explain what still fails by so many more effects. Some line of any explanation is changed by one effect only. */
  extend(path: readonly Step[], left: number): void {
    const residuals = this.#residuals
    if (residuals.failing === 0) {
      if (left === 0) this.#collect(path)
      return
    }
    if (left === 0 || residuals.failing > left * this.#mostLines) return
    const failing = residuals.failingLines().filter((line) => this.#system.lines[line]?.known)
    // The last effect has to repair whatever fails: any line of it names the candidates.
    for (const line of left === 1 ? failing.slice(0, 1) : failing) {
      for (const { effect, sign } of this.#onLine.get(line) ?? []) {
        if (this.trials >= this.#mostTrials || this.found.length >= MOST_SETS) return
        this.trials++
        if (path.some((step) => step.effect === effect)) continue
        const amount = amountFor(residuals.at(line), sign)
        if (!isPossible(this.#system, { effect, amount })) continue
        const before = residuals.failing
        residuals.change(effect.terms, amount)
        if (residuals.failing <= (left - 1) * this.#mostLines && (left > 1 || residuals.failing < before)) {
          this.extend([...path, { effect, amount }], left - 1)
        }
        residuals.change(effect.terms, negate(amount))
      }
    }
  }

  #collect(path: readonly Step[]): void {
    const name = path
      .map(({ effect }) => this.#numbers.get(effect) ?? 0)
      .sort((a, b) => a - b)
      .join()
    if (this.#seen.has(name)) return
    this.#seen.add(name)
    this.found.push([...path])
  }
}

export const isPossible = (system: System, { effect, amount }: Step): boolean =>
  effect.hypotheses.some((hypothesis) => changesBy(system, hypothesis, amount) !== undefined)
