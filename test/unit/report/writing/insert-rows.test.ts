import { describe, expect, test } from 'vitest'
import { rowIds } from '../../../../server/src/formats/schema.ts'
import { readReport } from '../../../../server/src/report/read.ts'
import { review } from '../../../../server/src/review/review.ts'
import { coversIn, rowsAround } from '../../../html-table.ts'
import { applied, planted } from '../../rules/planted.ts'

const missingIn = (text: string) => review(text).findings.filter(({ rule }) => rule === 'table/row-missing')

describe.each(['tabs', 'pipes', 'bars'] as const)('rows that are missing, as %s', (layout) => {
  const { text } = planted({ layout })
  const lines = text.split('\n')
  const table = readReport(text).tables.find(({ id }) => id === 'requests')
  if (table === undefined) throw new Error('no table')
  const lineOf = (id: string) => {
    const label = table.rows.find((row) => row.id === id)?.label.start ?? 0
    return text.slice(0, label).split('\n').length - 1
  }
  const blank = (line: string) => line.replace(/(?<=[\t|] ?)\d+(?= ?[\t|]|$)/g, '')

  test.each(rowIds(table.format).slice(1))('%s is put in as it was, but for its figures', (id) => {
    const without = lines.toSpliced(lineOf(id), 1).join('\n')
    const [finding] = missingIn(without)
    // The label of a group goes with its first row, and cannot be had back from the others.
    const [fix] = finding?.fixes ?? []
    if (fix === undefined) {
      expect(lines[lineOf(id)]).toMatch(/（一）予以公开|1\./)
      return
    }
    const after = applied(without, fix)
    expect(after.text.split('\n').map((line) => line.trimEnd())).toEqual(
      lines.map((line, index) => (index === lineOf(id) ? blank(line) : line).trimEnd()),
    )
    expect(missingIn(after.text)).toEqual([])
  })

  test('several go in together', () => {
    const first = lineOf('refused.otherLaw')
    const without = lines.toSpliced(first, 3).join('\n')
    const [fix] = missingIn(without)[0]?.fixes ?? []
    if (fix === undefined) throw new Error('no fix')
    expect(missingIn(applied(without, fix).text)).toEqual([])
  })
})

test('in HTML, the cell of its group reaches over a row more', () => {
  const { text } = planted({ layout: 'html' })
  const row = /<tr>(?:(?!<tr>)[\s\S])*3\.危及[\s\S]*?<\/tr>\n?/.exec(text)?.[0] ?? ''
  const without = text
    .replace(row, '')
    .replace(/rowspan="(\d+)"([^>]*>(?:<[^>]*>)*三、本年度办理结果)/, (_, rows, rest) => `rowspan="${rows - 1}"${rest}`)
    .replace(/rowspan="(\d+)"([^>]*>(?:<[^>]*>)*（三）不予公开)/, (_, rows, rest) => `rowspan="${rows - 1}"${rest}`)
  const [fix] = missingIn(without)[0]?.fixes ?? []
  if (fix === undefined) throw new Error('no fix')
  const after = applied(without, fix).text
  const table = readReport(after).tables.find(({ id }) => id === 'requests')
  if (table === undefined) throw new Error('no table')
  expect(new Set(coversIn(`<table>${rowsAround(after, table.span)}</table>`).flat())).toEqual(new Set([1]))
})

test.each(['lines', 'spaces', 'gluedRows'] as const)('as %s, where blanks leave no trace, none is put in', (layout) => {
  const { text } = planted({ layout })
  for (const finding of missingIn(text.replace(/4\.保护第三方合法权益[^五]*?(?=5\.属于)/, '')))
    expect(finding.fixes).toEqual([])
})
