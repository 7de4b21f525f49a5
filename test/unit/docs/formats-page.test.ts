import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { CATALOGUE } from '../../../server/src/formats/catalogue.ts'
import { parseFormatPack, withPacks } from '../../../server/src/formats/pack.ts'
import { review } from '../../../server/src/review/review.ts'
import { drawFrom, soundFigures } from '../../generator/figures.ts'
import { writeReport } from '../../generator/report.ts'

const page = readFileSync(new URL('../../../docs/formats.md', import.meta.url), 'utf8')
const examples = [...page.matchAll(/^```json\n(.*?)^```$/gms)].map(([, text]) => text as string)

test('docs/formats.md shows a change, a new edition and another kind', () => {
  expect(examples).toHaveLength(3)
})

describe.each(examples)('example %$', (text) => {
  const pack = parseFormatPack(text)

  test('is a pack, and a report written to it is read without findings', () => {
    expect(pack.problems).toEqual([])
    expect(pack.formats).toHaveLength(1)
    for (const format of pack.formats) {
      const { text: report } = writeReport({ format, style: 'tabs', figures: soundFigures(format, drawFrom(3)) })
      const reviewed = review(report, { catalogue: withPacks(CATALOGUE, [pack]) })
      expect(reviewed.report.facts.format).toBe(format)
      expect(reviewed.report.tables.map(({ id }) => id)).toEqual(format.tables.map(({ id }) => id))
      expect(reviewed.findings).toEqual([])
    }
  })
})
