import { describe, expect, test } from 'vitest'
import { CATALOGUE, formatFor } from '../../../server/src/formats/catalogue.ts'
import { formatSchema } from '../../../server/src/formats/references.ts'
import { rowIds, rowOf } from '../../../server/src/formats/schema.ts'

describe('the official editions', () => {
  test.each([
    [2018, undefined],
    [2019, '2019'],
    [2020, '2019'],
    [2021, '2021'],
    [2025, '2021'],
    [undefined, undefined],
  ])('a report for %s follows %s', (year, edition) => {
    expect(formatFor(CATALOGUE, year)?.id).toBe(edition)
  })

  test.each(CATALOGUE.formats.map((format) => [format.id, format] as const))(
    '%s names only what it has',
    (_, format) => {
      const sections = format.sections.map(({ id }) => id)
      for (const table of format.tables) {
        expect(sections).toContain(table.section)
        expect(new Set(rowIds(table)).size).toBe(rowIds(table).length)
        const groups = table.groups.map(({ id }) => id)
        for (const id of rowIds(table))
          expect(groups).toEqual(expect.arrayContaining([...(rowOf(table, id)?.row.in ?? [])]))
      }
      for (const { table: id, each, left, right, holder } of format.identities) {
        const table = format.tables.find((candidate) => candidate.id === id)
        const columns = table?.blocks.flatMap((block) => block.columns.map((column) => column.id)) ?? []
        const names = each === 'row' ? columns : rowIds(table as NonNullable<typeof table>)
        for (const name of [...left, ...right, holder]) {
          expect(names.some((known) => known === name || known.startsWith(`${name}.`))).toBe(true)
        }
      }
    },
  )

  test.each(CATALOGUE.formats.map((format) => [format.id, format] as const))(
    '%s asks of its prose what it has sections, rows and columns for',
    (_, { sections, tables, content }) => {
      const { topics, duties, fees, problems, pastWork, parts, ruleMaking } = content
      const ids = sections.map(({ id }) => id)
      for (const asked of [topics, duties, fees, problems, pastWork])
        if (asked !== undefined) expect(ids).toContain(asked.section)
      expect(parts?.sections.map(({ section }) => section)).toEqual(ids)
      const table = tables.find(({ id }) => id === ruleMaking?.table)
      const columns = table && rowOf(table, ruleMaking?.row ?? '')?.block.columns.map(({ id }) => id)
      expect(columns).toEqual(expect.arrayContaining([...(ruleMaking?.columns ?? ['none'])]))
    },
  )

  test('topics and fees are asked for from 2021 on', () => {
    expect(
      CATALOGUE.formats.map(({ content }) => [content.topics?.subjects.length, content.fees !== undefined]),
    ).toEqual([
      [undefined, false],
      [5, true],
    ])
  })

  test('a format that asks nothing of the prose is one', () => {
    const { content: _, ...format } = CATALOGUE.formats[0] ?? {}
    expect(formatSchema.parse(format).content).toEqual({ drafts: [], deadlines: [], unlikely: [] })
  })

  test('have the rows of the form: 23 in the table of requests of 2019, 25 in that of 2021', () => {
    const rows = CATALOGUE.formats.map(({ tables }) => tables.map((table) => rowIds(table).length))
    expect(rows).toEqual([
      [8, 23, 3],
      [6, 25, 3],
    ])
  })

  test('a file with an unknown key is refused', () => {
    expect(formatSchema.safeParse({ ...CATALOGUE.formats[0], colour: 'red' }).success).toBe(false)
  })
})
