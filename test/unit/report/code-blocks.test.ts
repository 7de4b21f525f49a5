import fc from 'fast-check'
import MarkdownIt from 'markdown-it'
import { describe, expect, test } from 'vitest'
import { codeBlocks, fencedBlocks } from '../../../server/src/report/code-blocks.ts'
import { readReport } from '../../../server/src/report/read.ts'
import { planted } from '../rules/planted.ts'

const LINES = ['```', '````', '``` md', '``` a`b', '```  ', '~~~', '~~~~', '~~~ `', '  ~~~', '   ```', '``', '甲', '']

/** The lines of fenced blocks, each from its fence to its last line. */
const linesOf = (text: string) =>
  fencedBlocks(text).map(({ start, end }) => [
    text.slice(0, start).split('\n').length - 1,
    text.slice(0, end).split('\n').length,
  ])

test('fenced blocks are those of CommonMark', () => {
  const markdown = new MarkdownIt('commonmark')
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...LINES), { maxLength: 12 }), (lines) => {
      const text = [...lines, '末'].join('\n')
      const fences = markdown.parse(text, {}).filter(({ type }) => type === 'fence')
      expect(linesOf(text)).toEqual(fences.map(({ map }) => map))
    }),
    { numRuns: 2000 },
  )
})

describe.each(['\n', '\r\n', '\r'])('with lines that end with %j', (newline) => {
  test.each(['```', '````', '~~~'])('a report between %s is shown, not written', (fence) => {
    const { text } = planted({ layout: 'pipes' })
    const shown = [fence, text, fence, ''].join(newline)
    expect(codeBlocks(shown)).toEqual([{ start: 0, end: shown.length - newline.length, isClosed: true }])
    expect(readReport(shown).isReport).toBe(false)
  })
})

test.each(['```', '~~~'])('a report below %s is read as long as it is not closed', (fence) => {
  const { text } = planted({ layout: 'pipes' })
  expect(readReport(`${fence}\n${text}`).tables).toHaveLength(3)
})

test.each(['    ', '\t'])('a report is read whatever its indent: %j', (indent) => {
  const { text } = planted({ layout: 'pipes' })
  const cells = (source: string) =>
    readReport(source).tables.map((table) => [...table.cells.values()].map(({ raw }) => raw))
  expect(cells(text.replace(/^(?=\|)/gm, indent))).toEqual(cells(text))
})
