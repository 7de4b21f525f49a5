import { DROPPED, fold, foldUnit } from './fold.ts'

/**
 * Finds many patterns in one pass over a text, as if it were folded: an Aho-Corasick automaton with dense transitions.
 * Because folding drops spaces, line breaks and bars, a pattern is found though a table wraps it over cells and lines.
 */
export interface Matcher {
  /** Calls back at the end of each occurrence, in the order of their ends; `start` and `end` are source offsets. */
  scan(text: string, found: (pattern: number, start: number, end: number) => void): void
}

/** Source positions kept while scanning: no folded pattern may be longer. */
const LONGEST = 64
const SKIP = 0xffff
/** No transition yet; there are far fewer states. Two bytes a transition keep the table in the processor's cache. */
const UNSET = 0xffff
/** The symbol of units that are in no pattern. */
const NONE = 0

/** A matcher for patterns known by their index. Patterns are folded first; an empty one is never found. */
export function makeMatcher(patterns: readonly string[]): Matcher {
  const folded = patterns.map((pattern) => fold(pattern).slice(0, LONGEST))
  // The units that patterns begin with come first: in between patterns all others are passed over at a glance.
  const symbols = new Map<number, number>()
  const number = (unit: number) => symbols.has(unit) || symbols.set(unit, symbols.size + 1)
  for (const pattern of folded) if (pattern !== '') number(pattern.charCodeAt(0))
  const lastStart = symbols.size
  for (const pattern of folded) for (let i = 1; i < pattern.length; i++) number(pattern.charCodeAt(i))
  const width = symbols.size + 1
  const { next, ends } = makeTransitions(folded, symbols, width)
  const symbolOf = new Uint16Array(0x10000)
  for (let unit = 0; unit < symbolOf.length; unit++) {
    const to = foldUnit(unit)
    symbolOf[unit] = to === DROPPED ? SKIP : (symbols.get(to) ?? NONE)
  }
  const isEnd = Uint8Array.from(ends, (matched) => (matched === undefined ? 0 : 1))
  const positions = new Int32Array(LONGEST)

  return {
    scan(text, found) {
      let state = 0
      let read = 0
      for (let at = 0; at < text.length; at++) {
        const symbol = symbolOf[text.charCodeAt(at)] as number
        if (symbol === SKIP) continue
        if (symbol === NONE || (state === 0 && symbol > lastStart)) {
          state = 0
          continue
        }
        positions[read++ & (LONGEST - 1)] = at
        state = next[state * width + symbol] as number
        if (isEnd[state] === 0) continue
        for (const pattern of ends[state] ?? []) {
          const length = (folded[pattern] as string).length
          found(pattern, positions[(read - length) & (LONGEST - 1)] as number, at + 1)
        }
      }
    },
  }
}

function makeTransitions(folded: readonly string[], symbols: ReadonlyMap<number, number>, width: number) {
  const states = folded.reduce((total, pattern) => total + pattern.length, 1)
  const next = new Uint16Array(states * width).fill(UNSET)
  const ends: (number[] | undefined)[] = [undefined]
  folded.forEach((pattern, index) => {
    let state = 0
    for (let i = 0; i < pattern.length; i++) {
      const slot = state * width + (symbols.get(pattern.charCodeAt(i)) as number)
      if (next[slot] === UNSET) {
        next[slot] = ends.length
        ends.push(undefined)
      }
      state = next[slot] as number
    }
    if (state !== 0) ends[state] = [...(ends[state] ?? []), index]
  })
  // Breadth first: the failure state of a node is known before its children need it.
  const failure = new Int32Array(ends.length)
  const queue: number[] = [0]
  for (const state of queue) {
    for (let symbol = 0; symbol < width; symbol++) {
      const slot = state * width + symbol
      const fallback = state === 0 ? 0 : (next[(failure[state] as number) * width + symbol] as number)
      const child = next[slot] as number
      if (child === UNSET) {
        next[slot] = fallback
        continue
      }
      failure[child] = fallback
      const inherited = ends[fallback]
      if (inherited !== undefined) ends[child] = [...(ends[child] ?? []), ...inherited]
      queue.push(child)
    }
  }
  return { next, ends }
}
