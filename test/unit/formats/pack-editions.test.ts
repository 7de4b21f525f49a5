import { expect, test } from 'vitest'
import { bringToEdition } from '../../../server/src/report/edition/bring.ts'
import { writeOut } from '../../../server/src/report/edition/write-out.ts'
import { readReport } from '../../../server/src/report/read.ts'
import { applyEdits } from '../../../server/src/text/span.ts'
import { drawFrom, soundFigures } from '../../generator/figures.ts'
import { writeReport } from '../../generator/report.ts'
import { catalogueWith, FORESTRY, formatIn, packText } from './made-kind.ts'

const [own, use] = FORESTRY.tables.find(({ id }) => id === 'funds')?.blocks ?? []
const spent = use?.columns.filter(({ id }) => id === 'spent') ?? []

/** Its next edition asks for one of three columns only, and does not say how the others are kept. */
const catalogue = catalogueWith(
  packText(FORESTRY, {
    kind: 'forestry',
    extends: '2020',
    id: '2025',
    years: { from: 2025 },
    tables: [{ id: 'funds', blocks: [own, { ...use, columns: spent }] }],
  }),
)
const former = formatIn(catalogue, 'forestry', '2020')
const current = formatIn(catalogue, 'forestry', '2025')

test.each(['pipes', 'tabs', 'html'] as const)('tables of another kind are brought to its editions: %s', (style) => {
  const figures = soundFigures(former, drawFrom(3))
  const before = readReport(writeReport({ format: former, style, figures, year: 2025 }).text, catalogue)
  const brought = bringToEdition(before, current)
  expect(brought.map(({ table, obstacle, kept }) => [table.id, obstacle, kept.length])).toEqual([
    ['funds', undefined, 4],
  ])
  const edits = brought.flatMap((table) => table.edits)
  const after = readReport(applyEdits(before.text, edits), catalogue)
  const funds = [before, after].map(({ tables }) => tables.find(({ id }) => id === 'funds'))
  expect(funds.map((table) => table?.edition)).toEqual(['2020', '2025'])
  for (const [address, { raw }] of funds[1]?.cells ?? []) expect(raw).toBe(funds[0]?.cells.get(address)?.raw)
  for (const { figure } of brought.flatMap(({ kept }) => kept)) expect(after.text).toContain(`为${figure}`)
})

test('and are written out again in them', () => {
  const figures = soundFigures(former, drawFrom(3))
  const report = readReport(writeReport({ format: former, style: 'tabs', figures }).text, catalogue)
  const written = writeOut(report, 'tabs', undefined)
  expect(written.map(({ format, stray, unread }) => [format, stray, unread])).toEqual(
    former.tables.map(() => [former, undefined, []]),
  )
})
