import { existsSync, readFileSync } from 'node:fs'
import { expect } from 'vitest'
import type { Cell, Report } from '../../../server/src/report/report.ts'
import { toNumber } from '../../../server/src/text/amount.ts'
import { sliceOf } from '../../../server/src/text/span.ts'

/** The folder beside the checkout that holds published reports and what is known of them; it need not be there. */
const SHARED = new URL('../../../../shared/', import.meta.url)

export const isShared = (...paths: readonly string[]): boolean =>
  paths.every((path) => existsSync(new URL(path, SHARED)))

export const readShared = (path: string): string => readFileSync(new URL(path, SHARED), 'utf8')

export const readSharedJson = <T>(path: string): T => JSON.parse(readShared(path)) as T

/** Figures by address; null is a blank. */
export type GoldCells = Readonly<Record<string, number | null>>

/** The cells that were read, by address. */
export const cellsOf = ({ tables }: Report): ReadonlyMap<string, Cell> =>
  new Map(tables.flatMap(({ id, cells }) => [...cells].map(([key, cell]) => [`${id}/${key}`, cell] as const)))

/** Every cell is read, its value is right, and what stands at its place is that figure. */
export function expectCells(report: Report, gold: GoldCells): void {
  const cells = cellsOf(report)
  const asRead = Object.keys(gold).map((address) => {
    const cell = cells.get(address)
    if (cell === undefined) return [address, 'not read']
    const printed = sliceOf(report.text, cell.span)
    if (printed !== cell.raw) return [address, `${cell.raw} is not ${printed}`]
    const value = cell.value === null ? null : toNumber(cell.value)
    const figure = cell.state === 'blank' && printed === '' ? null : figureIn(printed)
    return [address, value === figure ? value : `${printed} was read as ${value}`]
  })
  expect(Object.fromEntries(asRead)).toEqual(gold)
}

/** The figure that a person reads in a printed cell. */
const figureIn = (printed: string): number => Number(printed.normalize('NFKC').replaceAll(',', '') || Number.NaN)

/** The cells of each table stand in the text in the order in which they are listed, none within another. */
export function expectReadingOrder({ tables }: Report): void {
  for (const { cells } of tables) {
    const offsets = [...cells.values()].flatMap(({ span }) => [span.start, span.end])
    expect(offsets).toEqual(offsets.toSorted((a, b) => a - b))
  }
}
