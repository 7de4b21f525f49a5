import { describe, expect, test } from 'vitest'
import { CATALOGUE } from '../../../server/src/formats/catalogue.ts'
import type { ColumnFormat, Format } from '../../../server/src/formats/schema.ts'
import { review } from '../../../server/src/review/review.ts'
import { drawFrom, soundFigures } from '../../generator/figures.ts'
import { ALL_SEPARATED, render } from '../../generator/render.ts'

// Whoever moves a column makes no wrong sum: the figures are given to nobody, and the order is what is said.

type Reorder = (columns: readonly ColumnFormat[]) => readonly ColumnFormat[]

const REORDERED: Readonly<Record<string, Reorder>> = {
  'the total first': (columns) => [...columns.slice(-1), ...columns.slice(0, -1)],
  'two columns exchanged': ([person, company, research, ...rest]) =>
    [person, research, company, ...rest] as ColumnFormat[],
  'all of them backwards': (columns) => [...columns].reverse(),
}

/** The heads of narrow columns in a PDF come out in single letters, which tell no order. */
const WITH_WHOLE_HEADS = ALL_SEPARATED.filter((layout) => layout !== 'pdf')

/** An edition whose table of requests, and no other, has its columns in another order. */
const reordered = (format: Format, reorder: Reorder): Format => ({
  ...format,
  tables: format.tables.map((table) =>
    table.id !== 'requests'
      ? table
      : { ...table, blocks: table.blocks.map((block) => ({ ...block, columns: reorder(block.columns) })) },
  ),
})

describe.each(CATALOGUE.formats.map((format) => [format.id, format] as const))('edition %s', (_, format) => {
  describe.each(Object.entries(REORDERED))('%s', (_, reorder) => {
    test.each(WITH_WHOLE_HEADS)('as %s: accuses nobody, and says that the order is another one', (layout) => {
      for (const seed of [1, 2, 3]) {
        const figures = soundFigures(format, drawFrom(seed), 40)
        const { text } = render({ format: reordered(format, reorder), layout, figures })
        const { findings, report } = review(text)
        expect(findings.map(({ wording }) => wording.key)).toEqual(['table/unaligned.order'])
        const requests = report.tables.find(({ id }) => id === 'requests')
        expect(requests?.rows.every((row) => row.reordered && row.unaligned)).toBe(true)
      }
    })
  })

  test.each(ALL_SEPARATED)(
    'a total whose head is merged with the rows above, as %s: is read as the form prints it',
    (layout) => {
      const atTheTop = reordered(format, (columns) =>
        columns.map((column) => (column.total ? { ...column, under: [] } : column)),
      )
      for (const scale of [0, 40]) {
        const figures = soundFigures(format, drawFrom(5), scale)
        figures.set('requests/received/total', 71)
        const { report, findings } = review(render({ format: atTheTop, layout, figures }).text)
        expect(report.tables.find(({ id }) => id === 'requests')?.rows.filter((row) => row.unaligned)).toEqual([])
        expect(findings.map(({ rule }) => rule)).toEqual(['arithmetic/cell'])
      }
    },
  )
})
