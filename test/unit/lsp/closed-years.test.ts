import { expect, test } from 'vitest'
import { ClosedYears } from '../../../server/src/lsp/closed-years.ts'
import { drawFrom, soundFigures } from '../../generator/figures.ts'
import { render } from '../../generator/render.ts'
import { catalogueWith, FORESTRY, formatIn, packText } from '../formats/made-kind.ts'
import { twoYears } from '../rules/years.ts'

const nothingOnDisk = async () => undefined

test('a report of a kind that a pack adds has its year before among the others of that kind', async () => {
  const catalogue = catalogueWith(packText(FORESTRY))
  const format = formatIn(catalogue, 'forestry')
  const closed = new ClosedYears(nothingOnDisk)
  for (const year of [2022, 2023]) {
    const { text } = render({ format, layout: 'tabs', figures: soundFigures(format, drawFrom(year)), year })
    closed.take(`${year}`, `file:///${year}.txt`, text, { catalogue })
  }
  expect(closed.lastYearOf('2023')?.key).toBe('2022')
  expect((await closed.past('2022'))?.report.tables.map(({ id }) => id)).toEqual(format.tables.map(({ id }) => id))
})

test('what is excluded is none to compare with', () => {
  const { last, now } = twoYears()
  const closed = new ClosedYears(nothingOnDisk)
  closed.take('now', 'file:///now.txt', now, {})
  closed.take('last', 'file:///last.txt', last, { isExcluded: true })
  expect(closed.lastYearOf('now')).toBeUndefined()
  closed.take('last', 'file:///last.txt', last, {})
  expect(closed.lastYearOf('now')?.key).toBe('last')
})
