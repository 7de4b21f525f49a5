import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Location, Position } from 'vscode-languageserver-types'
import { codeLenses } from '../../../server/src/features/code-lens.ts'
import { definition } from '../../../server/src/features/definition.ts'
import { hover } from '../../../server/src/features/hover.ts'
import { inlayHints } from '../../../server/src/features/inlay-hints.ts'
import { placeAt } from '../../../server/src/features/places.ts'
import { spanOf, touches } from '../../../server/src/features/ranges.ts'
import { references } from '../../../server/src/features/references.ts'
import { shownTables } from '../../../server/src/features/table-view/tables.ts'
import { review } from '../../../server/src/review/review.ts'
import { report } from '../../suite/fixtures.ts'
import { documentOf } from './made-review.ts'

test('a report with pieces cut out of it and strange ones put in has sensible answers at every place', () => {
  const strange = [
    '',
    '\t',
    '\r',
    '\uD842',
    '１',
    '-3.5万元',
    '…',
    '\n\n',
    '三、本年度办理结果',
    '（七）总计',
    '9'.repeat(40),
  ]
  const cut = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat(60),
    piece: fc.constantFrom(...strange),
  })
  const layout = fc.constantFrom('tabs' as const, 'pipes' as const)
  let navigated = 0
  fc.assert(
    fc.property(layout, fc.array(cut, { minLength: 1, maxLength: 12 }), (layout, cuts) => {
      let text = report(layout, { 'received/total': 71 })
      for (const { at, length, piece } of cuts) {
        const start = Math.floor(at * text.length)
        text = text.slice(0, start) + piece + text.slice(start + length)
      }
      const reviewed = review(text)
      const document = documentOf(text)
      const partsOf = (position: Position) =>
        (definition(reviewed, document, position, { links: false }) ?? []) as readonly Location[]
      const totalsOf = (position: Position) =>
        references(reviewed, document, position, { includeDeclaration: false }) ?? []
      for (let offset = 0; offset <= text.length; offset += 7) {
        const position = document.positionAt(offset)
        const range = hover(reviewed, document, position, { language: 'zh-CN', markup: 'markdown' })?.range
        if (range) expect(touches(spanOf(document, range), { start: offset, end: offset })).toBe(true)
        // A sentence leads to cells, which lead to their totals.
        if (placeAt(reviewed.report, offset)?.kind !== 'cell') continue
        for (const part of partsOf(position)) {
          // Blanks may have a place in common.
          if (document.getText(part.range) === '') continue
          expect(totalsOf(part.range.start)).toContainEqual({ uri: document.uri, range })
          navigated++
        }
      }
      const whole = { start: document.positionAt(0), end: document.positionAt(text.length) }
      for (const { textEdits } of inlayHints(reviewed, document, whole, 'zh-CN')) expect(textEdits).toHaveLength(1)
      for (const { command } of codeLenses(reviewed, document, { language: 'en', showFinding: 'show' })) {
        expect(command?.title).toMatch(/^\d+ sums: /)
      }
      for (const cell of shownTables(reviewed, document, 'en').tables.flatMap(({ rows }) => rows.flat())) {
        if (cell.kind === 'figure' && cell.isThere) expect(document.getText(cell.range).trim()).toBe(cell.figure)
      }
    }),
    { numRuns: 60 },
  )
  expect(navigated).toBeGreaterThan(100)
})
