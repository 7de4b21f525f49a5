import { type Amount, add } from '../../../text/amount.ts'
import { canHold, type Sign, type System, signed, type Term } from './system.ts'

/**
 * What may have gone wrong once: a figure alone, a figure together with the totals that are computed from it, or an amount
 * written in the wrong column.
 */
export interface Hypothesis {
  readonly kind: 'cell' | 'entry' | 'move'
  /** The cells that change by the same amount, with its sign; the first is the one that was mistaken. */
  readonly parts: readonly Part[]
}

export interface Part {
  readonly cell: number
  readonly sign: Sign
}

/** All hypotheses that change the same lines in the same way: sums alone cannot tell them apart. */
export interface Effect {
  readonly terms: readonly Term[]
  readonly hypotheses: readonly Hypothesis[]
}

/** The effects of all hypotheses of some kinds. One that changes no line is no explanation and is left out. */
export function effectsOf(system: System, kinds: readonly Hypothesis['kind'][]): Effect[] {
  const effects = new Map<string, { terms: readonly Term[]; hypotheses: Hypothesis[] }>()
  for (const hypothesis of hypothesesOf(system, kinds)) {
    const terms = termsOf(system, hypothesis.parts)
    const [first] = terms
    if (first === undefined) continue
    // The same effect the other way round is the same effect, by the amount's sign.
    const turned = first.sign === -1
    const same = turned ? terms.map(({ line, sign }): Term => ({ line, sign: -sign as Sign })) : terms
    const parts = turned
      ? hypothesis.parts.map(({ cell, sign }): Part => ({ cell, sign: -sign as Sign }))
      : hypothesis.parts
    const name = same.map(({ line, sign }) => line * sign).join()
    const known = effects.get(name)
    if (known === undefined) effects.set(name, { terms: same, hypotheses: [{ ...hypothesis, parts }] })
    else known.hypotheses.push({ ...hypothesis, parts })
  }
  return [...effects.values()]
}

function* hypothesesOf(system: System, kinds: readonly Hypothesis['kind'][]): Iterable<Hypothesis> {
  if (kinds.includes('cell')) {
    for (let cell = 0; cell < system.cells.length; cell++) yield { kind: 'cell', parts: [{ cell, sign: 1 }] }
  }
  if (kinds.includes('entry')) {
    for (let cell = 0; cell < system.cells.length; cell++) yield* entriesOf(system, cell)
  }
  if (kinds.includes('move')) yield* movesOf(system)
}

/** A figure with its row total alone, and with every total that is computed from it. */
function* entriesOf(system: System, cell: number): Iterable<Hypothesis> {
  const narrow = withTotals(system, cell, 'row')
  const wide = withTotals(system, cell)
  if (narrow.length > 1) yield { kind: 'entry', parts: narrow }
  if (wide.length > narrow.length) yield { kind: 'entry', parts: wide }
}

function withTotals({ touching, lines, indexOf }: System, start: number, each?: 'row' | 'column'): Part[] {
  const found = [start]
  for (const cell of found) {
    for (const { line, sign } of touching[cell] ?? []) {
      const { equation } = (lines[line] as (typeof lines)[number]).checked
      const [total] = equation.right
      if (sign !== 1 || total === undefined || equation.right.length > 1) continue
      if (each !== undefined && equation.identity.each !== each) continue
      const index = indexOf.get(total)
      if (index !== undefined && !found.includes(index)) found.push(index)
    }
  }
  return found.map((cell) => ({ cell, sign: 1 }))
}

/** An amount that stands under one of the parts of a row, and belongs under another. */
function* movesOf({ table, indexOf }: System): Iterable<Hypothesis> {
  for (const { identity, left } of table.equations) {
    if (identity.each !== 'row') continue
    const parts = left.flatMap((key) => indexOf.get(key) ?? [])
    for (const [index, from] of parts.entries()) {
      for (const to of parts.slice(index + 1)) {
        yield {
          kind: 'move',
          parts: [
            { cell: from, sign: 1 },
            { cell: to, sign: -1 },
          ],
        }
      }
    }
  }
}

function termsOf({ touching }: System, parts: readonly Part[]): Term[] {
  const [only] = parts
  if (parts.length === 1 && only !== undefined && only.sign === 1) return [...(touching[only.cell] ?? [])]
  const signs = new Map<number, number>()
  for (const part of parts) {
    for (const { line, sign } of touching[part.cell] ?? []) signs.set(line, (signs.get(line) ?? 0) + sign * part.sign)
  }
  const terms: Term[] = []
  for (const [line, sign] of signs) {
    if (sign === 1 || sign === -1) terms.push({ line, sign })
    else if (sign !== 0) return []
  }
  return terms.sort((a, b) => a.line - b.line)
}

/** What a cell would read. */
export interface Change {
  readonly cell: number
  readonly expected: Amount
}

/** The changes of a hypothesis by an amount; undefined where a figure would not be one that its column can hold. */
export function changesBy(system: System, { parts }: Hypothesis, amount: Amount): Change[] | undefined {
  const changes: Change[] = []
  for (const { cell, sign } of parts) {
    const found = system.cells[cell]
    if (found === undefined || found.value === null) return undefined
    const expected = add(found.value, signed(amount, sign))
    if (!canHold(system.kinds[cell] ?? 'count', expected)) return undefined
    changes.push({ cell, expected })
  }
  return changes
}
