/** Times functions in turn, A B C A B C …, so that a machine whose speed drifts favours none. */

export interface Timed {
  readonly name: string
  /** The median of a call, in milliseconds. */
  readonly median: number
}

export function compare(tasks: Readonly<Record<string, () => unknown>>, rounds: number, warmUp: number): Timed[] {
  const names = Object.keys(tasks)
  const times = new Map(names.map((name) => [name, [] as number[]]))
  for (let round = -warmUp; round < rounds; round++) {
    for (const name of names) {
      const began = performance.now()
      tasks[name]?.()
      if (round >= 0) times.get(name)?.push(performance.now() - began)
    }
  }
  return names.map((name) => ({ name, median: median(times.get(name) ?? []) }))
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/** Rows of cells in columns of equal width. */
export function printTable(rows: readonly (readonly string[])[]): void {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)))
  for (const row of rows) console.log(row.map((cell, column) => cell.padStart(widths[column] ?? 0)).join('  '))
}

export const ms = (value: number): string => value.toFixed(value < 10 ? 3 : 1)
export const ratio = (value: number): string => value.toFixed(2)
