import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type GridCell, type Step, stepFrom, stepOf } from '../../../client/src/table-view/grid.ts'
import { OwnChanges } from '../../../client/src/table-view/own-changes.ts'
import { CATALOGUE } from '../../../server/src/formats/catalogue.ts'
import { formGrid } from '../../../server/src/report/layouts/form.ts'
import { mergedRows } from '../../../server/src/report/layouts/merged.ts'

/** Cells drawn with a letter each, as far as they reach; dots are no cells to step on. */
function drawn(...rows: readonly string[]): Map<string, GridCell> {
  const cells = new Map<string, GridCell>()
  rows.forEach((line, row) => {
    for (const [column, letter] of [...line].entries()) {
      if (letter === '.' || cells.has(letter)) continue
      const columns = [...line].filter((one) => one === letter).length
      cells.set(letter, { row, column, rows: rows.filter((one) => one.includes(letter)).length, columns })
    }
  })
  return cells
}

describe('a step between cells', () => {
  const cells = drawn('.abc', '.ddd', '....', '.ef.', '..g.')
  const from = (letter: string, step: Step) => {
    const to = stepFrom([...cells.values()], cells.get(letter) as GridCell, step)
    return [...cells].find(([, cell]) => cell === to)?.[0]
  }

  test.each<[string, Step, string | undefined]>([
    ['a', 'right', 'b'],
    ['c', 'right', undefined],
    ['b', 'left', 'a'],
    ['a', 'left', undefined],
    ['c', 'down', 'd'],
    ['d', 'down', 'e'],
    ['d', 'up', 'a'],
    ['f', 'up', 'd'],
    ['e', 'down', 'g'],
    ['g', 'down', undefined],
    ['a', 'up', undefined],
    ['b', 'rowStart', 'a'],
    ['b', 'rowEnd', 'c'],
    ['f', 'first', 'a'],
    ['b', 'last', 'g'],
  ])('from %s %s', (letter, step, to) => {
    expect(from(letter, step)).toBe(to)
  })

  test('leads from every figure of an official table to every other one', () => {
    for (const table of CATALOGUE.formats.flatMap(({ tables }) => tables)) {
      const figures = mergedRows(formGrid(table, () => '')).flatMap((cells, row) =>
        cells
          .filter(({ isFigure }) => isFigure)
          .map(({ at: column, rows, columns }) => ({ row, column, rows, columns })),
      )
      const reached = new Set([figures[0]])
      for (const cell of reached) {
        for (const step of ['left', 'right', 'up', 'down'] as const) {
          const to = cell && stepFrom(figures, cell, step)
          if (to) reached.add(to)
        }
      }
      expect(reached.size).toBe(figures.length)
    }
  })
})

test('keys that mean a step, alone or with Ctrl', () => {
  expect(stepOf('ArrowUp', false)).toBe('up')
  expect(stepOf('Home', false)).toBe('rowStart')
  expect(stepOf('Home', true)).toBe('first')
  expect(stepOf('End', true)).toBe('last')
  expect(stepOf('ArrowUp', true)).toBeUndefined()
  expect(stepOf('a', false)).toBeUndefined()
})

describe('a figure for a version that is no longer the latest', () => {
  test('is for the latest when only the view has written since', () => {
    const own = new OwnChanges()
    own.wrote(4, 5)
    own.wrote(5, 6)
    expect(own.since(4, 6)).toBe(6)
    expect(own.since(5, 6)).toBe(6)
    expect(own.since(3, 6)).toBe(3)
  })

  test('is stale when somebody else has, before or between', () => {
    const own = new OwnChanges()
    expect(own.since(1, 2)).toBe(1)
    own.wrote(4, 5)
    own.wrote(6, 7)
    expect(own.since(4, 7)).toBe(4)
    expect(own.since(6, 7)).toBe(7)
    expect(own.since(6, 8)).toBe(6)
    own.wrote(8, 10)
    expect(own.since(8, 10)).toBe(8)
    expect(own.since(10, 10)).toBe(10)
  })

  test('never skips a change of another, however they alternate', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 30 }), fc.nat(30), (mine, back) => {
        const own = new OwnChanges()
        let now = 1
        for (const isMine of mine) {
          if (isMine) own.wrote(now, now + 1)
          now++
        }
        const version = Math.max(1, now - back)
        const isAllMine = mine.slice(version - 1).every(Boolean)
        expect(own.since(version, now)).toBe(isAllMine ? now : version)
      }),
    )
  })
})
